import Articles
import Entities

/// Invented reports of sport and business, in which a town's name is its team's and a family name its company's.
///
/// The sets to train on hold few of either, and results, tables and market reports none: a recogniser that never saw
/// `Lincoln 2 Exeter 0` takes both for towns. The sentences are written for Reprise; places and organisations come
/// from the gazetteer, people and family names from the other examples, and some names are made of syllables.
struct InventedExamples {
  private var random: SplitMix
  private var cities: [String] = []
  private var countries: [String] = []
  private var people: [[String]] = []

  /// - Parameters:
  ///   - examples: Where people's names come from.
  ///   - seed: Which names and sentences are drawn.
  init(_ examples: [TrainingExample], seed: UInt64) {
    random = SplitMix(seed: seed)
    for number in 1...Gazetteer.shared.recordCount {
      guard let record = Gazetteer.shared.record(UInt16(number)) else { continue }
      if record.kind == .city, record.population ?? 0 > 60_000 { cities.append(record.name) }
      if record.kind == .country { countries.append(record.name) }
    }
    for example in examples {
      for span in example.spans where span.entityClass == .person && span.tokens.count == 2 {
        let words = Array(example.words[span.tokens])
        if words.allSatisfy({ $0.first?.isUppercase == true && $0.count > 2 }) { people.append(words) }
      }
    }
  }

  /// Reports of some sentences each, half of sport and half of business.
  mutating func examples(_ count: Int, rate: Float) -> [TrainingExample] {
    (0..<count).map { report($0 % 2 == 0 ? Self.sport : Self.business, rate: rate) }
  }

  private mutating func report(_ sentences: [String], rate: Float) -> TrainingExample {
    var example = TrainingExample(words: [], sentences: [], labels: [], rate: rate)
    let cast = Cast(
      teams: (0..<4).map { _ in team() }, companies: (0..<2).map { _ in company() },
      people: (0..<3).map { _ in pick(people) })
    for _ in 0..<8 {
      let start = example.words.count
      for part in pick(sentences).split(separator: " ") { append(String(part), cast, to: &example) }
      example.sentences.append(start..<example.words.count)
    }
    return example
  }

  /// Who takes part in one report.
  private struct Cast {
    var teams: [String]
    var companies: [String]
    var people: [[String]]
  }

  /// Appends a word, or what a slot stands for.
  private mutating func append(_ part: String, _ cast: Cast, to example: inout TrainingExample) {
    switch part {
    case "{team}": append(pick(cast.teams), .organisation, to: &example)
    case "{company}": append(pick(cast.companies), .organisation, to: &example)
    case "{person}": append(pick(cast.people).joined(separator: " "), .person, to: &example)
    case "{family}": append(pick(cast.people).last ?? "Hale", .person, to: &example)
    case "{city}": append(pick(cities), .place, to: &example)
    case "{town}": append(invented(), .place, to: &example)
    case "{country}": append(pick(countries), .place, to: &example)
    case "{n}": append("\(1 + random.next() % 30)", nil, to: &example)
    case "{score}": append("\(random.next() % 6)-\(random.next() % 5)", nil, to: &example)
    default: append(part, nil, to: &example)
    }
  }

  private func append(_ name: String, _ entityClass: EntityClass?, to example: inout TrainingExample) {
    for (index, word) in name.split(separator: " ").enumerated() {
      example.words.append(String(word))
      example.labels.append(entityClass.map { NameLabel($0, begins: index == 0) } ?? .outside)
    }
  }

  // MARK: Names

  private mutating func team() -> String {
    switch random.next() % 8 {
    case 0: "\(pick(cities)) \(pick(["United", "City", "Town", "Rovers", "Athletic", "Wanderers", "County"]))"
    case 1: "\(pick(["Real", "Sporting", "Dynamo", "Racing", "Inter", "FC", "Olympique"])) \(pick(cities))"
    case 2: "\(pick(cities)) \(invented())s"
    case 3, 4: invented()
    default: pick(cities)
    }
  }

  private mutating func company() -> String {
    let family = pick(people).last ?? "Hale"
    switch random.next() % 8 {
    case 0: return "\(family) & \(pick(people).last ?? "Moss")"
    case 1: return "\(family) \(pick(["Inc", "Corp", "Ltd", "Group", "Holdings", "Industries", "Plc", "Co"]))"
    case 2: return "\(invented()) \(pick(["Energy", "Capital", "Motors", "Airlines", "Foods", "Systems"]))"
    case 3: return "\(pick(cities)) \(pick(["Bank", "Steel", "Power", "Securities", "Gas"]))"
    case 4, 5: return invented()
    default: return family
    }
  }

  /// A name that nobody has, of two or three syllables.
  private mutating func invented() -> String {
    var name = ""
    for _ in 0..<2 + random.next() % 2 { name += pick(Self.onsets) + pick(Self.rhymes) }
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private mutating func pick<T>(_ values: [T]) -> T { values[Int(random.next() % UInt64(values.count))] }

  private static let onsets = [
    "b", "br", "c", "d", "dr", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "z",
  ]
  private static let rhymes = [
    "a", "an", "ar", "e", "el", "en", "er", "i", "in", "is", "o", "on", "or", "um", "ov", "ex",
  ]

  // MARK: Sentences

  private static let sport = [
    "{team} {n} {team} {n}", "{team} {n} {team} {n} {team} {n} {team} {n}", "{team} v {team}",
    "{team} {n} {n} {n} {n} {n} {n} {n}", "{team} {n} {n} .526 {n}", "{team} at {team}",
    "{team} {score} {team}", "{team} beat {team} {score} on Saturday .",
    "{team} captain {person} scored twice in the second half .",
    "{person} , who joined from {team} last season , scored the winner .",
    "{team} are three points behind {team} with two matches to play .",
    "{team} coach {person} said his side deserved more .", "{family} put {team} ahead after {n} minutes .",
    "{country} beat {country} {score} ( halftime {score} ) in a qualifier .",
    "{person} ( {country} ) beat {person} ( {country} ) 6-3 6-2", "{n}. {person} ( {country} ) {n} seconds",
    "{n}. {person} ( {team} ) {n} points", "{team} moved to the top of the standings with a draw at {team} .",
    "{team} 's lead over {team} was cut to {n} games .",
    "The match in {city} was watched by a sell-out crowd .",
    "{person} of {team} was sent off .",
    "{team} signed striker {person} from {team} for an undisclosed fee .",
    "{family} homered in the ninth inning as {team} defeated {team} {score} .",
    "{city} : {team} {n} and {n} ( {person} {n} ) , {team} {n} for {n}", "c {family} b {family} {n}",
    "{team} won the championship in {city} last year .", "At {city} , {team} beat {team} by {n} runs .",
    "{team} host {team} in the other semi-final .", "{team} lost to {team} in the cup final at {city} .",
    "{family} said after the match : We were lucky .", "{person} will play for {country} next month .",
    "The {team} season began with a defeat .", "{team} ( {n} ) at {team} ( {n} )",
  ]

  private static let business = [
    "Shares of {company} rose {n} percent on Tuesday .", "{company} said it would cut {n} jobs in {city} .",
    "{company} , based in {city} , reported a loss for the quarter .",
    "{company} agreed to buy {company} for {n} million dollars .",
    "{person} , chief executive of {company} , said demand was weak .",
    "{company} 's sales fell {n} percent .", "Analysts at {company} raised their forecast .",
    "{person} , an analyst at {company} in {city} , said prices would rise .",
    "{company} is linking with {company} to sell in {country} .", "{company} stock fell to {n} dollars .",
    "{company} shares closed higher in {city} .", "{company} spokesman {person} declined to comment .",
    "{company} has a plant in {town} , {country} .", "The deal with {company} was announced in {city} .",
    "{family} joined {company} in {n} and left for {company} .",
    "{company} will supply {company} with parts .",
    "{family} said {company} had no plans to raise prices .",
    "{town} , {country} - {company} opened a mine .",
    "Officials in {town} said the road to {city} was closed .", "{person} was born in {town} , {country} .",
    "{company} and {company} signed the contract in {city} .", "Lawyers for {company} sued {company} .",
  ]
}
