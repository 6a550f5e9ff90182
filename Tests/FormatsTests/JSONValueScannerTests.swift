import Testing

@testable import Formats

struct JSONValueScannerTests {
  /// The values that the scanner finds, as texts.
  private func values(_ text: String) -> [String] {
    var scanner = JSONValueScanner()
    var values: [String] = []
    var pending: [UInt8] = []
    for byte in text.utf8 {
      var step = scanner.step(byte)
      if step == .endsBefore {
        values.append(String(decoding: pending, as: UTF8.self))
        pending = []
        step = scanner.step(byte)
      }
      if step != .between { pending.append(byte) }
      if step == .endsWith {
        values.append(String(decoding: pending, as: UTF8.self))
        pending = []
      }
    }
    return pending.isEmpty ? values : values + [String(decoding: pending, as: UTF8.self) + "…"]
  }

  @Test(
    arguments: [
      ("", []), ("{}", ["{}"]), ("{} {}", ["{}", "{}"]), ("[{}, {}]", ["{}", "{}"]),
      ("[[1], 2]", ["[1]", "2"]),
      (#"["a,]", "\"", 1]"#, [#""a,]""#, #""\"""#, "1"]),
      (#"{"a": "}", "b": [{}]}"#, [#"{"a": "}", "b": [{}]}"#]),
      ("[1,2]3 ", ["1", "2", "3"]), ("{\"a\"", ["{\"a\"…"]), ("[]{}[]", ["{}"]), ("} {}", ["}", "{}"]),
    ] as [(String, [String])])
  func `values are cut at their ends`(text: String, expected: [String]) {
    #expect(values(text) == expected)
  }

  @Test(arguments: [
    ("{\"a\": 1}\n{\"a\": 2}", RecordCutter.Layout.lines), ("{\n  \"a\": 1\n}", .values), ("[\n{}]", .values),
    (" \n[", .values), ("{\"a\": \n{\"b\"", .lines), ("{\"a\": 1", .lines), ("", .lines), ("text", .lines),
    ("\u{FEFF}{\r\n\"a\": 1}", .values), ("{\"a\": \"{\\\"\"}\n", .lines),
  ])
  func `the beginning tells the layout`(text: String, layout: RecordCutter.Layout) {
    #expect(JSONLayout.layout(of: Array(text.utf8)) == layout)
  }
}
