/// What the gazetteer says of one place or organisation.
public struct GazetteerRecord: Sendable, Hashable {
  /// What a record stands for.
  public enum Kind: UInt8, Sendable {
    /// A country of today or of the past.
    case country = 1
    /// A state or province.
    case region = 2
    /// A city.
    case city = 3
    /// Another place.
    case place = 4
    /// An organisation.
    case organisation = 5
  }

  /// A point on the globe.
  public struct Coordinates: Sendable, Hashable {
    /// Degrees north of the equator.
    public let latitude: Double
    /// Degrees east of Greenwich.
    public let longitude: Double
  }

  /// What it is.
  public let kind: Kind
  /// The name that stands for all its names.
  public let name: String
  /// The ISO 3166-1 code of its country, in capitals, where it lies in one.
  public let countryCode: String?
  /// Where it lies; for a country, its capital.
  public let coordinates: Coordinates?
  /// How many people live there, where known.
  public let population: Int?
  /// Its number in GeoNames, where it has one.
  public let geoNamesID: Int?
}
