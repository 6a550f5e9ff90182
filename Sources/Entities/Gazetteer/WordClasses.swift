/// What the gazetteer knows of a word or phrase: the lists that it stands on.
public struct WordClasses: OptionSet, Sendable, Hashable {
  /// The bits, as `scripts/build-gazetteer` writes them.
  public let rawValue: UInt32
  /// Makes a set from its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A country of today or of the past.
  public static let country = WordClasses(rawValue: 1 << 0)
  /// A state or province.
  public static let region = WordClasses(rawValue: 1 << 1)
  /// A capital, a city of 300,000 people or more, or one that news often names.
  public static let largeCity = WordClasses(rawValue: 1 << 2)
  /// Another city.
  public static let city = WordClasses(rawValue: 1 << 3)
  /// Another place: a sea, a river, a historic region, a district.
  public static let place = WordClasses(rawValue: 1 << 4)
  /// A nationality, people, religion or party's followers: no place.
  public static let demonym = WordClasses(rawValue: 1 << 5)
  /// A given name.
  public static let givenName = WordClasses(rawValue: 1 << 6)
  /// A family name.
  public static let surname = WordClasses(rawValue: 1 << 7)
  /// A title, rank or role before a name.
  public static let title = WordClasses(rawValue: 1 << 8)
  /// A word that makes a name an organisation's: Ministry, University.
  public static let orgWord = WordClasses(rawValue: 1 << 9)
  /// The legal form that ends a company's name.
  public static let orgSuffix = WordClasses(rawValue: 1 << 10)
  /// The name of an organisation.
  public static let organisation = WordClasses(rawValue: 1 << 11)
  /// A word that makes a name a place's: River, Mount.
  public static let placeWord = WordClasses(rawValue: 1 << 12)
  /// A month, weekday, feast or time zone.
  public static let calendar = WordClasses(rawValue: 1 << 13)
  /// A word of grammar, which a capital makes no name.
  public static let functionWord = WordClasses(rawValue: 1 << 14)
  /// A verb that stands beside the name of someone who speaks.
  public static let speechVerb = WordClasses(rawValue: 1 << 15)
  /// Jr, Sr, III.
  public static let personSuffix = WordClasses(rawValue: 1 << 16)
  /// The beginning of a longer phrase.
  public static let prefix = WordClasses(rawValue: 1 << 17)
  /// An acronym that is meant only when written in capitals: US, WHO.
  public static let capitalsOnly = WordClasses(rawValue: 1 << 18)
  /// A small word inside names: of, de, al.
  public static let particle = WordClasses(rawValue: 1 << 19)
  /// A preposition before places: in, near.
  public static let placePreposition = WordClasses(rawValue: 1 << 20)
  /// A Chinese, Korean or Vietnamese family name, which stands first.
  public static let surnameFirst = WordClasses(rawValue: 1 << 21)
  /// Also an ordinary English word in lower case.
  public static let commonWord = WordClasses(rawValue: 1 << 22)
  /// A company on a stock index.
  public static let company = WordClasses(rawValue: 1 << 23)
  /// A word of sport reports, where a town's name is mostly its team's.
  public static let sportWord = WordClasses(rawValue: 1 << 24)
  /// A word of business reports, where a family name is often a company's.
  public static let businessWord = WordClasses(rawValue: 1 << 25)

  /// The form in which a name or word of a language that inflects stands in the list, not a case of it.
  public static let nominative = WordClasses(rawValue: 1 << 26)

  /// Every class that names a place.
  public static let anyPlace: WordClasses = [.country, .region, .largeCity, .city, .place]
  /// Every class that names an organisation.
  public static let anyOrganisation: WordClasses = [.organisation, .company]
}
