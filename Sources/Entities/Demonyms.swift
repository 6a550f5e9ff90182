/// Countries by the adjective that organisations' names have for them.
enum Demonyms {
  /// The key of the country whose adjective a word is; nil for every other word.
  static func country(of adjective: String) -> String? { table[adjective] }

  /// All adjectives that are one word.
  static var all: [String] { Array(table.keys) }

  /// The adjectives of the countries whose names stand among some words, in order.
  static func adjectives(in words: [String]) -> [String] {
    let name = words.joined(separator: " ")
    return lines.flatMap { line -> [String] in
      let parts = line.split(separator: ":").map(String.init)
      return name.contains(parts[0]) ? parts[1].split(separator: " ").map(String.init) : []
    }
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for line in lines {
      let parts = line.split(separator: ":").map(String.init)
      for adjective in parts[1].split(separator: " ") { table[String(adjective)] = parts[0] }
    }
    return table
  }()

  private static let lines = [
    "afghanistan:afghan", "albania:albanian", "algeria:algerian", "argentina:argentine argentinian",
    "armenia:armenian", "australia:australian", "austria:austrian", "azerbaijan:azerbaijani azeri",
    "bangladesh:bangladeshi", "belarus:belarusian belarussian", "belgium:belgian", "bolivia:bolivian",
    "bosnia and herzegovina:bosnian", "brazil:brazilian", "bulgaria:bulgarian", "myanmar:burmese",
    "cambodia:cambodian", "canada:canadian", "chile:chilean", "china:chinese", "colombia:colombian",
    "croatia:croatian", "cuba:cuban", "cyprus:cypriot", "czechia:czech", "denmark:danish", "egypt:egyptian",
    "estonia:estonian", "ethiopia:ethiopian", "european union:european", "finland:finnish", "france:french",
    "georgia:georgian", "germany:german", "ghana:ghanaian", "greece:greek", "hungary:hungarian",
    "iceland:icelandic", "india:indian", "indonesia:indonesian", "iran:iranian", "iraq:iraqi",
    "ireland:irish", "israel:israeli", "italy:italian", "jamaica:jamaican", "japan:japanese",
    "jordan:jordanian", "kazakhstan:kazakh", "kenya:kenyan", "kuwait:kuwaiti", "latvia:latvian",
    "lebanon:lebanese", "libya:libyan", "lithuania:lithuanian", "malaysia:malaysian", "mexico:mexican",
    "moldova:moldovan", "mongolia:mongolian", "morocco:moroccan", "nepal:nepalese nepali",
    "netherlands:dutch", "nigeria:nigerian", "norway:norwegian", "pakistan:pakistani",
    "palestine:palestinian", "peru:peruvian", "philippines:philippine filipino", "poland:polish",
    "portugal:portuguese", "qatar:qatari", "romania:romanian", "russia:russian", "rwanda:rwandan",
    "saudi arabia:saudi", "serbia:serbian", "singapore:singaporean", "slovakia:slovak", "slovenia:slovenian",
    "somalia:somali", "spain:spanish", "sudan:sudanese", "sweden:swedish", "switzerland:swiss",
    "syria:syrian", "taiwan:taiwanese", "thailand:thai", "tunisia:tunisian", "turkey:turkish",
    "ukraine:ukrainian", "united kingdom:british", "united states:american", "uzbekistan:uzbek",
    "venezuela:venezuelan", "vietnam:vietnamese", "yemen:yemeni", "zimbabwe:zimbabwean",
  ]
}
