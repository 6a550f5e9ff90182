internal import Archive
internal import Articles
internal import Entities

/// An entity and how often it is named, as a JSON line.
struct EntityCountLine: Encodable {
  let type = "entity"
  let entityClass: String
  let key: String
  let name: String
  let passages: Int
  let reason: String?
  /// The other keys that were counted with it; left out where there are none.
  let variants: [String]?
  /// The ISO 3166-1 code of the country that it is or lies in.
  let country: String?
  let latitude: Double?
  let longitude: Double?

  enum CodingKeys: String, CodingKey {
    case type
    case entityClass = "class"
    case key, name, passages, reason, variants, country, latitude, longitude
  }

  init(_ count: EntityCount) {
    entityClass = count.entityClass.rawValue
    key = count.key
    name = count.name
    passages = count.passages
    reason = count.reason?.rawValue
    variants = count.variants.isEmpty ? nil : count.variants
    let record = count.record
    country = record?.countryCode
    latitude = record?.coordinates?.latitude
    longitude = record?.coordinates?.longitude
  }
}
