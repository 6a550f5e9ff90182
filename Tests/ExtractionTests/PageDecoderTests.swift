internal import Testing

@testable import Extraction

struct PageDecoderTests {
  private func text(_ bytes: [UInt8], transport: String? = nil) -> String {
    String(decoding: PageDecoder(bytes, transport: transport).utf8, as: UTF8.self)
  }

  @Test func `a byte order mark wins over what is declared`() {
    #expect(text([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], transport: "windows-1251") == "é")
    #expect(text([0xFF, 0xFE, 0x16, 0x04], transport: "utf-8") == "Ж")
    #expect(text([0xFE, 0xFF, 0x04, 0x16]) == "Ж")
  }

  @Test func `the server's word wins over the page's`() {
    let page = Array("<meta charset=koi8-r>".utf8) + [0xC6]
    #expect(text(page, transport: "windows-1251").hasSuffix("Ж"))
    #expect(text(page).hasSuffix("ф"))
  }

  @Test func `a page that is UTF-8 is read as UTF-8 whatever it says`() {
    #expect(text(Array("<meta charset=windows-1252>Žiž".utf8)).hasSuffix("Žiž"))
  }

  @Test func `a page that declares nothing is read as pages of its language are`() {
    #expect(text(Array("<html lang=ru>".utf8) + [0xC6]).hasSuffix("Ж"))
    #expect(text(Array("<html lang=el>".utf8) + [0xE1]).hasSuffix("α"))
    #expect(text(Array("<html>".utf8) + [0xE9, 0x20]).hasSuffix("é "))
  }

  @Test(
    arguments: [
      ("shift_jis", [0x83, 0x65], "テ"), ("euc-jp", [0xA5, 0xC6], "テ"), ("gbk", [0xD6, 0xD0], "中"),
      ("big5", [0xA4, 0xA4], "中"), ("euc-kr", [0xC7, 0xD1], "한"), ("windows-1256", [0xC7], "ا"),
      ("iso-8859-1", [0x80], "€"), ("iso-8859-2", [0xB9], "š"), ("windows-1255", [0xE0], "א"),
    ] as [(String, [UInt8], String)])
  func `legacy encodings are converted`(label: String, bytes: [UInt8], expected: String) {
    #expect(text(Array("<meta charset=\(label)>".utf8) + bytes).hasSuffix(expected))
  }

  @Test func `bytes that an encoding does not have become replacement characters`() {
    #expect(text(Array("<meta charset=shift_jis>a".utf8) + [0xFF, 0x62]).hasSuffix("a\u{FFFD}b"))
    #expect(text([0x61, 0xFF, 0x62], transport: "utf-8") == "a\u{FFFD}b")
  }

  @Test func `line ends are line feeds`() {
    #expect(text(Array("a\r\nb\rc\n".utf8)) == "a\nb\nc\n")
  }
}
