import Testing

@testable import Formats

struct JSONParserTests {
  private func value(_ text: String) throws -> JSONValue { try JSONParser.value(of: Array(text.utf8)).value }

  @Test(arguments: [
    (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{C}\n\r\t"),
    (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\ude00 \uD83D\uDE00""#, "😀 😀"), (#""a\u0000b""#, "a\u{0}b"),
    ("\"\"", ""), ("\"é€😀\"", "é€😀"), (#""\\u0041""#, #"\u0041"#), ("\"tab\there\"", "tab\there"),
    (#""\\""#, "\\"), (#"  "a"  "#, "a"),
  ])
  func `a string is decoded`(text: String, expected: String) throws {
    #expect(try value(text) == .string(expected))
  }

  @Test(arguments: [
    (#""a\ud83d""#, "a\u{FFFD}", 1), (#""\ude00b""#, "\u{FFFD}b", 1),
    (#""\ud83dx\ud83d\ude00""#, "\u{FFFD}x😀", 1),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀", 1), (#""\ud83d\n""#, "\u{FFFD}\n", 1),
    (#""\udc80\udc81""#, "\u{FFFD}\u{FFFD}", 2),
  ])
  func `a lone surrogate is replaced and counted`(text: String, expected: String, count: Int) throws {
    let parsed = try JSONParser.value(of: Array(text.utf8))
    #expect(parsed.value == .string(expected))
    #expect(parsed.loneSurrogates == count)
  }

  @Test(arguments: ["0", "-0", "12", "-1.5", "1e10", "1.25E-3", "123456789012345678901234567890"])
  func `a number keeps its digits`(text: String) throws {
    #expect(try value(text) == .number(text))
  }

  @Test(arguments: ["null", "NaN", "Infinity", "-Infinity"])
  func `a number that is none counts as null`(text: String) throws {
    #expect(try value(text) == .null)
  }

  @Test func `objects and lists nest and keep their order`() throws {
    let parsed = try value(#" { "b" : [ 1 , true , null , { } , [ ] ] , "a" : "x" } "#)
    let list = JSONValue.array([.number("1"), .bool(true), .null, .object(JSONObject()), .array([])])
    let members = [
      JSONObject.Member(key: "b", value: list), JSONObject.Member(key: "a", value: .string("x")),
    ]
    #expect(parsed == .object(JSONObject(members: members)))
  }

  @Test func `of a key that is there twice the last value counts`() throws {
    #expect(try value(#"{"a": "1", "a": "2"}"#).object?["a"] == .string("2"))
  }

  @Test func `a path leads through objects`() throws {
    let object = try #require(try value(#"{"thread": {"site": "a.example"}, "x": "y"}"#).object)
    #expect(object[["thread", "site"]] == .string("a.example"))
    #expect(object[["thread", "none"]] == nil)
    #expect(object[["x", "site"]] == nil)
  }

  @Test(arguments: [
    ("", 0), ("  ", 2), ("{", 1), (#"{"a""#, 4), (#"{"a" 1}"#, 5), (#"{"a":}"#, 5), (#"{"a":1,}"#, 7),
    ("[1,]", 3),
    ("[1 2]", 3), (#""abc"#, 0), (#""ab\"#, 3), (#""\x""#, 1), (#""\u12g4""#, 1), ("tru", 0), ("01", 0),
    ("+1", 0),
    ("1.", 0), (".5", 0), ("1e", 0), ("{} {}", 3), ("{'a':1}", 1), ("[1}", 2), (#"{"a":1"#, 6), ("nul", 0),
    ("-", 0),
  ])
  func `what is not JSON fails where it goes wrong`(text: String, offset: Int) {
    let error = #expect(throws: JSONParser.SyntaxError.self) { try value(text) }
    #expect(error?.offset == offset)
  }

  @Test func `a text that is nested too deep fails without harm`() throws {
    let deepest = JSONParser.deepest
    #expect(throws: Never.self) {
      try value(String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest))
    }
    #expect(throws: JSONParser.SyntaxError.self) { try value(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: JSONParser.SyntaxError.self) { try value(String(repeating: #"{"a":"#, count: 1_000_000)) }
  }

  @Test func `a record cut short anywhere fails and never crashes`() {
    let whole = Array(#"{"a": ["x\u00e9\n", -1.5e3, true, null, {"b": {}}], "c": "é"}"#.utf8)
    #expect(throws: Never.self) { try JSONParser.value(of: whole) }
    for length in 0..<whole.count {
      #expect(throws: JSONParser.SyntaxError.self) { try JSONParser.value(of: Array(whole[..<length])) }
    }
  }
}
