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
    /// How often the article gives a full name.
    var mentions: Int
    /// Whether the article introduces the person as somebody's relative.
    var isRelative: Bool
    var key: String { name.key }
  }

  /// Those with a given name come first.
  private var people: [Person] = []
  /// The people with a given name.
  private var full = 0..<0
  /// The number of the person that each of the article's names stands for; nil for names of no person.
  private var personOfName: [Int?]
  /// The skeletons of the family names of the people with a given name, made when one is compared first.
  private var skeletons: [[UInt8]] = []
  /// The numbers of the article's names, one for each mention in its order.
  private let mentions: [Int]

  /// Decides which names are one person's.
  ///
  /// - Parameters:
  ///   - entries: The people's names, in the order of their first mentions.
  ///   - mentions: The number of the name of each mention of the article, in their order.
  init(_ entries: [Entry], mentions: [Int]) {
    self.mentions = mentions
    personOfName = Array(repeating: nil, count: (mentions.max() ?? -1) + 1)
    for entry in entries where !entry.name.given.isEmpty { addFull(entry) }
    full = people.indices
    for entry in entries where entry.name.given.isEmpty { addShort(entry) }
  }

  /// The person that a name stands for.
  func entity(of number: Int) -> Person? { personOfName[number].map { people[$0] } }

  /// The one person of a family name; nil where the article has none or several.
  func onlyPerson(ofFamily family: String) -> Person? {
    guard let first = full.first(where: { people[$0].name.family == family }),
      full.last(where: { people[$0].name.family == family }) == first
    else { return nil }
    return people[first]
  }

  private mutating func addFull(_ entry: Entry) {
    var same = people.indices.filter {
      people[$0].name.family == entry.name.family
        && GivenNames.agree(people[$0].name.given, entry.name.given)
        && !people[$0].name.mayBeRelative(of: entry.name)
    }
    if same.isEmpty { same = people.indices.filter { people[$0].name.isSlip(of: entry.name) } }
    guard same.count == 1, let person = same.first else {
      personOfName[entry.number] = people.count
      people.append(person(entry))
      return
    }
    personOfName[entry.number] = person
    people[person].mentions += entry.mentions
    if entry.name.isBetter(than: people[person].name) {
      people[person].name = entry.name
      people[person].written = entry.written
    }
  }

  private mutating func addShort(_ entry: Entry) {
    if let found = bearer(of: entry) {
      personOfName[entry.number] = found
    } else {
      personOfName[entry.number] = people.count
      people.append(person(entry))
    }
  }

  /// The one of the article's people who is meant by a family name or given name alone; nil for somebody else.
  ///
  /// Where several bear it, it is the father without his `Jr.`, then who is introduced as nobody's relative, then whom
  /// the article is about. Of two who are named alike it is neither.
  private mutating func bearer(of entry: Entry) -> Int? {
    var found = bearers(of: entry)
    let namesakes = found.filter { people[$0].name.suffix == entry.name.suffix }
    if entry.name.suffix != nil || (found.count > 1 && namesakes.count == 1) { found = namesakes }
    let strangers = found.filter { !people[$0].isRelative }
    if strangers.isEmpty {
      if isSomebodyElse(entry, than: found) { return nil }
    } else {
      found = strangers
    }
    guard found.count > 1 else { return found.first }
    let weights = weights(of: found, for: entry)
    let most = found.compactMap { weights[$0] }.max() ?? 0
    let heaviest = found.filter { weights[$0] == most }
    return heaviest.count == 1 ? heaviest[0] : nil
  }

  /// All whose family name it is; where there are none, all with it as last part or as given name; or in another
  /// transliteration.
  private mutating func bearers(of entry: Entry) -> [Int] {
    let family = entry.name.family
    let bearers = full.filter { people[$0].name.family == family }
    if !bearers.isEmpty { return bearers }
    let parts = full.filter {
      people[$0].name.lastPart == family
        || (people[$0].name.given.first == family
          && (entry.name.suffix == nil || entry.name.suffix == people[$0].name.suffix))
    }
    if !parts.isEmpty || family.utf8.count < 5 { return parts }
    let skeleton = Spelling.skeleton(family)
    if skeletons.isEmpty { skeletons = full.map { Spelling.skeleton(people[$0].name.family) } }
    return full.filter { skeletons[$0] == skeleton }
  }

  /// How much of the article is about each of some people: their full names, and the short name for as long as only
  /// one of them has been named.
  private func weights(of found: [Int], for entry: Entry) -> [Int: Int] {
    var weights: [Int: Int] = [:]
    for number in mentions {
      if let person = personOfName[number], found.contains(person) {
        weights[person, default: 0] += 1
      } else if number == entry.number, weights.count == 1, let only = weights.keys.first {
        weights[only, default: 0] += 1
      }
    }
    return weights
  }

  private func person(_ entry: Entry) -> Person {
    Person(
      name: entry.name, written: entry.written, mentions: entry.mentions,
      isRelative: entry.isRelative)
  }

  /// Whether a family name means somebody whom the article need not introduce, and none of those whom it does.
  ///
  /// Then it comes more than once before their full names, which are relatives', and four times as often. `Obama` is
  /// not Michelle Obama, the wife whom an article on him names once near its end.
  private func isSomebodyElse(_ entry: Entry, than relatives: [Int]) -> Bool {
    let full = relatives.reduce(0) { $0 + people[$1].mentions }
    guard !relatives.isEmpty, !entry.isGivenName, entry.mentions >= max(3, 4 * full) else { return false }
    let before = mentions.prefix { number in !relatives.contains { $0 == personOfName[number] } }
    return before.count { $0 == entry.number } >= min(3, full + 1)
  }
}
