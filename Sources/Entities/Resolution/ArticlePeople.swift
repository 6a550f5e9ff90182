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
  /// The numbers of the article's names, one for each mention in its order.
  private let mentions: [Int]
  /// The people with a given name, by their family names.
  private var byFamily: [String: [Int]] = [:]
  /// The people with a given name, by the last parts of their family names and by their given names.
  private var byLastPart: [String: [Int]] = [:]
  private var byGivenName: [String: [Int]] = [:]
  private var bySkeleton: [[UInt8]: [Int]] = [:]
  /// For each of the article's names the places of its mentions, ascending; made when one is needed first.
  private var places: [[Int]] = []
  /// For each person the names that stand for them.
  private var namesOfPerson: [[Int]] = []

  /// The people to whom a full name is compared that is like theirs but not the same: those who were named last, so that an
  /// article of many names takes time by their number and not by its square.
  private static let mostCompared = 256

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
    for person in full {
      byLastPart[String(people[person].name.lastPart), default: []].append(person)
      if let given = people[person].name.given.first { byGivenName[given, default: []].append(person) }
    }
    for entry in entries where entry.name.given.isEmpty { addShort(entry) }
  }

  /// The person that a name stands for.
  func entity(of number: Int) -> Person? { personOfName[number].map { people[$0] } }

  /// The one person of a family name; nil where the article has none or several.
  func onlyPerson(ofFamily family: String) -> Person? {
    guard let bearers = byFamily[family], bearers.count == 1 else { return nil }
    return people[bearers[0]]
  }

  private mutating func addFull(_ entry: Entry) {
    var same = byFamily[entry.name.family, default: []].suffix(Self.mostCompared).filter {
      GivenNames.agree(people[$0].name.given, entry.name.given)
        && !people[$0].name.mayBeRelative(of: entry.name)
    }
    if same.isEmpty {
      same = byFamily[entry.name.family, default: []].suffix(Self.mostCompared).filter {
        people[$0].name.isSlip(of: entry.name)
      }
    }
    guard same.count == 1, let person = same.first else {
      byFamily[entry.name.family, default: []].append(people.count)
      add(entry)
      return
    }
    stand(entry.number, for: person)
    people[person].mentions += entry.mentions
    if entry.name.isBetter(than: people[person].name) {
      people[person].name = entry.name
      people[person].written = entry.written
    }
  }

  private mutating func addShort(_ entry: Entry) {
    if let found = bearer(of: entry) {
      stand(entry.number, for: found)
    } else {
      add(entry)
    }
  }

  /// Adds the person of a name.
  private mutating func add(_ entry: Entry) {
    people.append(person(entry))
    namesOfPerson.append([])
    stand(entry.number, for: people.count - 1)
  }

  /// Has a name stand for a person.
  private mutating func stand(_ number: Int, for person: Int) {
    personOfName[number] = person
    namesOfPerson[person].append(number)
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
    if let bearers = byFamily[family], !bearers.isEmpty { return bearers }
    let named = byGivenName[family, default: []].filter {
      entry.name.suffix == nil || entry.name.suffix == people[$0].name.suffix
    }
    let parts =
      named.isEmpty ? byLastPart[family, default: []] : Set(byLastPart[family, default: []] + named).sorted()
    if !parts.isEmpty || family.utf8.count < 5 { return parts }
    let skeleton = Spelling.skeleton(family)
    if bySkeleton.isEmpty {
      for person in full {
        bySkeleton[Spelling.skeleton(people[person].name.family), default: []].append(person)
      }
    }
    return bySkeleton[skeleton, default: []]
  }

  /// How much of the article is about each of some people: their full names, and the short name for as long as only
  /// one of them has been named.
  private mutating func weights(of found: [Int], for entry: Entry) -> [Int: Int] {
    var weights: [Int: Int] = [:]
    for mention in mentions(of: found, and: entry.number) {
      if let person = mention.person {
        weights[person, default: 0] += 1
      } else if weights.count == 1, let only = weights.keys.first {
        weights[only, default: 0] += 1
      }
    }
    return weights
  }

  /// The mentions of some people, and of a name that stands for none of them, in the order of the article.
  private mutating func mentions(of found: [Int], and number: Int) -> [(place: Int, person: Int?)] {
    var all = places(of: number).map { (place: $0, person: Int?.none) }
    for person in found {
      for name in namesOfPerson[person] where name != number {
        all += places(of: name).map { (place: $0, person: person) }
      }
    }
    return all.sorted { $0.place < $1.place }
  }

  /// The places of a name's mentions.
  private mutating func places(of number: Int) -> [Int] {
    if places.isEmpty {
      places = Array(repeating: [], count: personOfName.count)
      for (place, name) in mentions.enumerated() { places[name].append(place) }
    }
    return places[number]
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
  private mutating func isSomebodyElse(_ entry: Entry, than relatives: [Int]) -> Bool {
    let full = relatives.reduce(0) { $0 + people[$1].mentions }
    guard !relatives.isEmpty, !entry.isGivenName, entry.mentions >= max(3, 4 * full) else { return false }
    let first = relatives.compactMap { person in
      namesOfPerson[person].compactMap { places(of: $0).first }.min()
    }.min()
    let before = places(of: entry.number).prefix { $0 < first ?? .max }
    return before.count >= min(3, full + 1)
  }
}
