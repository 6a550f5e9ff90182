public import Archive
internal import Articles
internal import Entities

/// An entity and how often it is named, as JSON.
public struct EntityCountLine: JSONRecord {
  private let count: EntityCount

  /// - Parameter count: The entity with its counts.
  public init(_ count: EntityCount) { self.count = count }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    let record = count.record
    json.add("class", count.entityClass.rawValue)
    // The ISO 3166-1 code of the country that it is or lies in.
    json.add("country", record?.countryCode)
    json.add("key", count.key)
    json.add("latitude", record?.coordinates?.latitude)
    json.add("longitude", record?.coordinates?.longitude)
    json.add("name", count.name)
    json.add("passages", count.passages)
    json.add("reason", count.reason?.rawValue)
    json.add("type", "entity")
    if !count.variants.isEmpty { json.add("variants", count.variants) }
  }
}
