import Testing

@testable import Presentation

/// Text set into columns.
struct StyledTextTests {
  @Test func `any number of marks on a letter is cut into runs that can be compared`() {
    let marks = String(repeating: "\u{301}\u{323}", count: 1_000)
    let shown = StyledText("a\(marks) b").pieces.map(\.text).joined()
    #expect(shown.unicodeScalars.filter { $0 != "\u{34F}" }.elementsEqual("a\(marks) b".unicodeScalars))
    let longest = shown.unicodeScalars.split { $0 == "\u{34F}" || $0 == "a" }.map(\.count).max()
    #expect(longest == 30)
    #expect(LineBreaker(width: 10).lines(of: StyledText("a\(marks) b")).count == 1)
  }

  @Test(arguments: ["e\u{301} ê\u{301}\u{323}", "茶館のニュース", "сообщение 1"])
  func `writing stays as it is`(text: String) {
    #expect(StyledText(text).pieces.map(\.text).joined().utf8.elementsEqual(text.utf8))
  }
}
