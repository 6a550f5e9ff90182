import Testing

@testable import Translations

struct NameKeyTests {
  @Test(
    "spellings of one name in two scripts have one key",
    arguments: [
      ("блинкен", "blinken"), ("зеленский", "zelensky"), ("зеленський", "selenskyj"), ("путин", "putin"),
      ("макрон", "macron"), ("шольц", "scholz"), ("вашингтон", "washington"),
    ])
  func equal(russian: String, latin: String) {
    #expect(NameKey.key(of: Array(russian.utf8)) != nil)
    #expect(NameKey.key(of: Array(russian.utf8)) == NameKey.key(of: Array(latin.utf8)))
  }

  @Test(
    "different names have different keys",
    arguments: [("merkel", "macron"), ("biden", "putin"), ("lee", "rao")])
  func different(one: String, other: String) {
    let keys = (NameKey.key(of: Array(one.utf8)), NameKey.key(of: Array(other.utf8)))
    #expect(keys.0 == nil || keys.0 != keys.1)
  }
}
