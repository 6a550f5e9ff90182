import Articles
import Entities
import Testing

struct EntityKeyTests {
  @Test(arguments: [
    ("Antony Blinken", "blinken antony"), ("Secretary Antony Blinken", "blinken antony"),
    ("Blinken", "blinken"), ("Joseph R. Biden Jr.", "biden joseph r jr"), ("Ted Cruz Cruz", "cruz ted"),
    ("Bashar al-Assad", "assad bashar"),
    ("al-Assad", "assad"), ("Xi Jinping", "xi jinping"), ("Kim Jong-un", "kim jong un"),
    ("Kim Jong Un", "kim jong un"), ("Kim Kardashian", "kardashian kim"),
    ("Ursula von der Leyen", "von der leyen ursula"),
    ("Alexandria Ocasio-Cortez", "ocasio-cortez alexandria"),
    ("Jean-Claude Juncker", "juncker jean claude"), ("Conor O’Brien", "obrien conor"),
    ("Van der Meer", "van der meer"), ("Al Gore", "gore al"), ("François Hollande", "hollande francois"),
  ])
  func `a person's key has the family name first`(name: String, key: String) {
    #expect(EntityKey(name: name, entityClass: .person)?.text == key)
  }

  @Test(arguments: [
    ("UK", "united kingdom"), ("Britain", "united kingdom"), ("Kiev", "kyiv"), ("us", "united states"),
    ("Kyiv", "kyiv"),
  ])
  func `a place's key is the gazetteer's name`(name: String, key: String) {
    #expect(EntityKey(name: name, entityClass: .place)?.text == key)
  }

  @Test(arguments: [
    ("The New York Times", "new york times"), ("Wirecard Inc.", "wirecard"), ("CNN", "cnn"),
    ("Cable News Network", "cnn"),
  ])
  func `an organisation's key leaves out the article and the legal form`(name: String, key: String) {
    #expect(EntityKey(name: name, entityClass: .organisation)?.text == key)
  }

  @Test func `a name without words has no key`() {
    #expect(EntityKey(name: " . ", entityClass: .person) == nil)
  }
}
