/// The states of the United States as news abbreviates them after the name of a city.
///
/// `Charlottesville, Va.` is in Virginia.
enum StateAbbreviations {
  /// What an abbreviation means.
  struct Meaning {
    /// The state.
    var state: String
    /// Whether it may be anything where the name of a place and a comma do not stand before it.
    var needsPlace: Bool
  }

  /// What an abbreviation means as it is written; nil for every other word.
  static func meaning(of written: String) -> Meaning? {
    guard written.utf8.count(where: { $0 != UInt8(ascii: ".") }) <= longest else { return nil }
    let letters = written.utf8.contains(UInt8(ascii: ".")) ? written.filter { $0 != "." } : written
    return table[letters].map {
      Meaning(state: $0, needsPlace: letters.utf8.count <= 3 || words.contains(letters))
    }
  }

  /// The letters of `Calif`.
  private static let longest = 5

  private static let words: Set<String> = ["Mass", "Miss", "Wash"]

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for line in lines {
      let parts = line.split(separator: ":").map(String.init)
      for short in parts[1].split(separator: " ") { table[String(short)] = parts[0] }
    }
    return table
  }()

  private static let lines = [
    "Alabama:Ala AL", "Alaska:AK", "Arizona:Ariz AZ", "Arkansas:Ark AR", "California:Calif CA",
    "Colorado:Colo CO", "Connecticut:Conn CT", "Delaware:Del DE", "Florida:Fla FL", "Georgia, U.S.:Ga GA",
    "Hawaii:HI", "Idaho:ID", "Illinois:Ill IL", "Indiana:Ind IN", "Iowa:IA", "Kansas:Kan Kans KS",
    "Kentucky:Ky KY", "Louisiana:La LA", "Maine:ME", "Maryland:Md MD", "Massachusetts:Mass MA",
    "Michigan:Mich MI", "Minnesota:Minn MN", "Mississippi:Miss MS", "Missouri:Mo MO", "Montana:Mont MT",
    "Nebraska:Neb NE", "Nevada:Nev NV", "New Hampshire:NH", "New Jersey:NJ", "New Mexico:NM",
    "New York State:NY",
    "North Carolina:NC", "North Dakota:ND", "Ohio:OH", "Oklahoma:Okla OK", "Oregon:Ore OR",
    "Pennsylvania:Pa PA",
    "Rhode Island:RI", "South Carolina:SC", "South Dakota:SD", "Tennessee:Tenn TN", "Texas:Tex TX",
    "Utah:UT", "Vermont:Vt VT", "Virginia:Va VA", "Washington State:Wash WA", "West Virginia:WVa WV",
    "Wisconsin:Wis WI", "Wyoming:Wyo WY",
  ]
}
