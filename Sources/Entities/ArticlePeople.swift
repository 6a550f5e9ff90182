/// The people of one article: which of their names are one person's.
struct ArticlePeople {
  /// A person's name in the article, by its number there.
  struct Entry {
    var number: Int
    var name: PersonName
    var written: String
    /// Whether it is a given name alone: `Hillary`.
    var isGivenName: Bool
    /// How often the article has it.
    var mentions: Int
    /// Whether it is introduced as somebody's relative.
    var isRelative = false
  }

  /// A person of the article.
  struct Person {
    var name: PersonName
    /// The fullest name, as it was first written.
    var written: String
    /// The number of its first name in the article, and how often the article gives a full name.
    var first: Int
    var mentions: Int
    /// Whether the article introduces the person as somebody's relative.
    var isRelative: Bool
    var key: String { name.key }
  }

  private var people: [Person] = []
  private var personOfName: [Int: Int] = [:]

  init(_ entries: [Entry]) {
    for entry in entries where !entry.name.given.isEmpty { addFull(entry) }
    for entry in entries where entry.name.given.isEmpty { addShort(entry) }
  }

  /// The person that a name stands for.
  func entity(of number: Int) -> Person? { personOfName[number].map { people[$0] } }

  /// The one person of a family name; nil where the article has none or several.
  func onlyPerson(ofFamily family: String) -> Person? {
    let found = people.filter { $0.name.family == family && !$0.name.given.isEmpty }
    return found.count == 1 ? found[0] : nil
  }

  private mutating func addFull(_ entry: Entry) {
    let same = people.indices.filter {
      people[$0].name.family == entry.name.family
        && GivenNames.agree(people[$0].name.given, entry.name.given)
        && !people[$0].name.mayBeRelative(of: entry.name)
    }
    guard same.count == 1, let person = same.first else {
      personOfName[entry.number] = people.count
      people.append(person(entry))
      return
    }
    personOfName[entry.number] = person
    people[person].mentions += entry.mentions
    if Self.isFuller(entry.name, than: people[person].name) {
      people[person].name = entry.name
      people[person].written = entry.written
    }
  }

  /// Whether a name says more: a first given name in place of an initial.
  private static func isFuller(_ name: PersonName, than other: PersonName) -> Bool {
    guard let first = name.given.first, let otherFirst = other.given.first else { return false }
    return first.utf8.count > 1 && otherFirst.utf8.count == 1
  }

  private mutating func addShort(_ entry: Entry) {
    let family = entry.name.family
    var found = people.indices.filter { people[$0].name.family == family && !people[$0].name.given.isEmpty }
    if found.isEmpty {
      found = people.indices.filter {
        people[$0].name.family.split(separator: " ").last.map(String.init) == family
          || (entry.isGivenName && people[$0].name.given.first == family)
      }
    }
    if found.isEmpty, family.utf8.count >= 5 {
      let skeleton = Spelling.skeleton(family)
      found = people.indices.filter {
        !people[$0].name.given.isEmpty && Spelling.skeleton(people[$0].name.family) == skeleton
      }
    }
    if found.count > 1 {
      // `Trump` is the father where the son has his `Jr.`, and `Trump Jr.` the son.
      let namesakes = found.filter { people[$0].name.suffix == entry.name.suffix }
      if namesakes.count == 1 { found = namesakes }
    }
    if found.count == 1, !isSomebodyElse(entry, than: people[found[0]]) {
      personOfName[entry.number] = found[0]
    } else {
      personOfName[entry.number] = people.count
      people.append(person(entry))
    }
  }

  private func person(_ entry: Entry) -> Person {
    Person(
      name: entry.name, written: entry.written, first: entry.number, mentions: entry.mentions,
      isRelative: entry.isRelative)
  }

  /// Whether a family name means somebody whom the article need not introduce, and not the one whom it does.
  ///
  /// Then it comes before the one full name, which is a relative's, and four times as often. `Obama` is not Michelle
  /// Obama, the wife whom an article on him names once near its end.
  private func isSomebodyElse(_ entry: Entry, than person: Person) -> Bool {
    person.isRelative && !entry.isGivenName && entry.number < person.first
      && entry.mentions >= max(3, 4 * person.mentions)
  }
}
