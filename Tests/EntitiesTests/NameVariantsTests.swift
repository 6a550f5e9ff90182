import Articles
import Entities
import Testing

struct NameVariantsTests {
  private func person(_ key: String, _ articles: Int = 10, with context: [String] = []) -> NameCandidate {
    NameCandidate(
      key: EntityKey(entityClass: .person, text: key), articles: articles,
      context: Set(context.map { EntityKey(entityClass: .place, text: $0) }))
  }

  private func org(_ key: String, with context: [String] = []) -> NameCandidate {
    NameCandidate(
      key: EntityKey(entityClass: .organisation, text: key), articles: 5,
      context: Set(context.map { EntityKey(entityClass: .place, text: $0) }))
  }

  private func keys(_ own: NameCandidate, _ candidates: [NameCandidate], _ aliases: AliasFile = AliasFile())
    -> [String]
  {
    NameVariants(aliases: aliases).of(own.key, among: candidates).map(\.key.text)
  }

  @Test func `forms of a given name and the family name alone are one person`() {
    let all = [person("blinken antony", 30), person("blinken anthony", 4), person("blinken", 12)]
    #expect(keys(all[0], all) == ["blinken antony", "blinken", "blinken anthony"])
  }

  @Test(arguments: ["zelenskyy volodymyr", "zelenskiy volodymyr", "zelensky vladimir", "zelenskyj volodymyr"])
  func `transliterations are one person`(variant: String) {
    let all = [person("zelensky volodymyr"), person(variant)]
    #expect(keys(all[0], all).contains(variant))
  }

  @Test func `another spelling of a family name is borne by somebody of the same given name`() {
    let all = [
      person("zelensky volodymyr", 30), person("zelenskyy volodymyr", 9), person("zelenskiy v"),
      person("zelensky anna"),
      person("clarke john"), person("clark mary"),
    ]
    let rules = NameVariants()
    #expect(rules.spellings(ofFamily: "zelensky", among: all) == ["zelenskyy"])
    #expect(rules.spellings(ofFamily: "zelenskij", among: all) == ["zelensky", "zelenskiy", "zelenskyy"])
    #expect(rules.spellings(ofFamily: "clark", among: all).isEmpty)
    #expect(rules.spellings(ofFamily: "zelensky", among: all + [person("zelensky v", 500)]).isEmpty)
    #expect(rules.spellings(ofFamily: "lee", among: all).isEmpty)
  }

  @Test func `people with different second names stay apart`() {
    let all = [person("bush george w"), person("bush george h w"), person("bush george")]
    #expect(keys(all[0], all) == ["bush george w"])
  }

  @Test func `a name without its second name goes where its company goes`() {
    let son = person("bush george w", with: ["iraq", "texas", "new orleans"])
    let father = person("bush george h w", with: ["kuwait", "berlin", "maine"])
    let plain = person("bush george", with: ["iraq", "texas", "crawford"])
    #expect(
      keys(son, [son, father, plain]) == ["bush george", "bush george w"].sorted { $0.count > $1.count })
    #expect(keys(father, [son, father, plain]) == ["bush george h w"])
  }

  @Test func `spellings are not joined where the company differs`() {
    let one = person("hansen maria", with: ["oslo", "bergen", "norway"])
    let other = person("hansen marina", with: ["fargo", "duluth", "bismarck"])
    #expect(keys(one, [one, other]) == ["hansen maria"])
  }

  @Test func `a family name that several people share joins none of them`() {
    let all = [person("bush george"), person("bush barbara"), person("bush")]
    #expect(keys(all[0], all) == ["bush george"])
  }

  @Test func `a ministry is one by any wording`() {
    let all = [
      org("chinese foreign ministry"), org("ministry of foreign affairs of china"),
      org("ministry of foreign affairs of japan"),
    ]
    #expect(keys(all[0], all) == ["chinese foreign ministry", "ministry of foreign affairs of china"])
  }

  @Test func `an acronym needs the same company`() {
    let long = org("grain traders association", with: ["rouen", "odesa", "paris"])
    #expect(keys(long, [long, org("gta", with: ["rouen", "odesa", "kyiv"])]).count == 2)
    #expect(keys(long, [long, org("gta", with: ["los angeles", "miami", "texas"])]).count == 1)
  }

  @Test func `the alias file overrules the rules`() throws {
    let all = [person("blinken antony", 30), person("blinken anthony", 4), person("winken a", 1)]
    let aliases = try AliasFile(
      parsing: "person: Antony Blinken != Anthony Blinken\nperson: Antony Blinken = A. Winken")
    #expect(keys(all[0], all, aliases) == ["blinken antony", "winken a"])
  }

  @Test func `a son is not his father, but who is mostly called junior is one person`() {
    let trumps = [person("trump donald", 300), person("trump donald jr", 20)]
    #expect(keys(trumps[0], trumps) == ["trump donald"])
    let kings = [person("king martin luther jr", 40), person("king martin luther", 10)]
    #expect(keys(kings[0], kings).count == 2)
  }

  @Test func `candidates of a ministry are looked for under each of its words`() {
    let prefixes = NameVariants().prefixes(of: org("ministry of foreign affairs of china").key)
    #expect(Set(prefixes).isSuperset(of: ["mini", "fore", "chin"]))
  }

  @Test func `a name without a second name goes to the nearer of two rivals`() {
    let son = person("bush george w", with: ["iraq", "texas", "new orleans", "crawford"])
    let father = person("bush george h w", with: ["kuwait", "texas", "maine", "berlin"])
    let plain = person("bush george", with: ["iraq", "texas", "crawford"])
    #expect(keys(son, [son, father, plain]).contains("bush george"))
    #expect(!keys(father, [son, father, plain]).contains("bush george"))
  }

  @Test func `a reason is given for each`() {
    let all = [person("blinken antony", 30), person("blinken anthony", 4)]
    #expect(NameVariants().of(all[0].key, among: all).map(\.reason) == [.same, .givenName])
  }

  @Test func `a slip of some text is no rival to a name without its second name`() {
    let all = [
      person("trump donald", 900), person("trump donald j", 60), person("trump donald eric", 3),
      person("trump david", 40),
    ]
    #expect(keys(all[1], all) == ["trump donald j", "trump donald"])
    let rivals = [person("trump donald", 900), person("trump donald j", 60), person("trump donald eric", 30)]
    #expect(keys(rivals[1], rivals) == ["trump donald j"])
  }

  @Test func `a broadcaster is joined with its news division, a company that brings news is not`() {
    #expect(keys(org("abc"), [org("abc"), org("abc news")]) == ["abc", "abc news"])
    #expect(keys(org("yahoo"), [org("yahoo"), org("yahoo news")]) == ["yahoo"])
  }
}
