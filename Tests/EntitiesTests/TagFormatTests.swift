import Articles
import Entities
import Testing
import TextAnalysis

struct TagFormatTests {
  private let text = AnalysedText("\"Kyiv\" is calm.")
  private let mentions = [
    Mention(
      entityClass: .place, range: 1..<5, name: "Kyiv", canonicalName: "Kyiv",
      key: EntityKey(entityClass: .place, text: "kyiv"))
  ]

  @Test func `inline puts each name in brackets`() {
    #expect(TagFormat.inline.formatted(text, mentions: mentions) == "\"[Kyiv|place|kyiv]\" is calm.\n")
  }

  @Test func `JSON gives a line for each name with its byte range`() {
    #expect(
      TagFormat.json.formatted(text, mentions: mentions)
        == #"{"type":"mention","class":"place","name":"Kyiv","canonical":"Kyiv","key":"kyiv","range":[1,5]}"#
        + "\n")
  }

  @Test func `CoNLL gives a line for each token`() {
    #expect(
      TagFormat.conll.formatted(text, mentions: mentions)
        == "\"\tO\nKyiv\tB-LOC\n\"\tO\nis\tO\ncalm\tO\n.\tO\n\n")
  }

  @Test func `quotes and line ends are escaped in JSON`() {
    let mention = Mention(
      entityClass: .organisation, range: 0..<1, name: "A \"B\"\n", canonicalName: "",
      key: EntityKey(entityClass: .organisation, text: "a b"))
    #expect(TagFormat.json.formatted(text, mentions: [mention]).contains(#""name":"A \"B\"\n""#))
  }
}
