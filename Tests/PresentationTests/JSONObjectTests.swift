import FoundationEssentials
@testable import Presentation
import Testing

/// The one writer of JSON.
struct JSONObjectTests {
  private struct Sample: JSONRecord {
    var text = ""
    func write(to json: inout JSONObject) {
      json.add("a", text)
      json.add("b", 0.5)
      json.add("c", 2.0)
      json.add("d", [1..<3, 4..<4])
      json.add("e", ["x", "y"])
      json.add("f", true)
      json.add("g", Double.nan)
      json.add("h", String?.none)
      json.add("i", [Inner(), Inner()])
      json.add("j", Inner())
      json.add("z", 7)
    }
  }

  private struct Inner: JSONRecord {
    func write(to json: inout JSONObject) {
      json.add("a", "b")
      json.add("type", "inner")
    }
  }

  private func text(_ record: some JSONRecord, _ namesSchema: Bool = false) -> String {
    String(decoding: record.json(namesSchema: namesSchema), as: UTF8.self)
  }

  @Test func `values are written as JSON has them`() {
    #expect(
      text(Sample(text: "é"))
        == #"{"a":"é","b":0.5,"c":2,"d":[[1,3],[4,4]],"e":["x","y"],"f":true,"g":null,"i":[{"a":"b","type":"inner"},{"a":"b","type":"inner"}],"j":{"a":"b","type":"inner"},"z":7}"#
    )
  }

  @Test func `the schema stands in its place among the outermost keys`() {
    #expect(text(Inner(), true) == #"{"a":"b","schema":"reprise/1","type":"inner"}"#)
    let sample = text(Sample(), true)
    #expect(sample.hasSuffix(#""j":{"a":"b","type":"inner"},"schema":"reprise/1","z":7}"#))
    #expect(sample.utf8.count == text(Sample()).utf8.count + #","schema":"reprise/1""#.utf8.count)
  }

  @Test func `every string comes back as it was`() throws {
    for value in (0..<0x3000).compactMap(Unicode.Scalar.init) {
      let string = "x\(Character(value))y\(Character(value))"
      let json = text(Sample(text: string))
      let back = try JSONDecoder().decode([String: Back].self, from: Data("{\"v\":\(json)}".utf8))
      #expect(back["v"]?.a.unicodeScalars.elementsEqual(string.unicodeScalars) == true, "\(value.value)")
      #expect(!json.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    }
  }

  private struct Back: Decodable { let a: String }

  @Test(arguments: [0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069] as [UInt32])
  func `what turns text or ends lines is escaped`(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(text(Sample(text: "\(Character(scalar))")).utf8.allSatisfy { $0 < 0x80 })
  }
}
