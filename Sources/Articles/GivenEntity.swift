/// An entity that a record brings with it, kept as a tag beside those that Reprise recognises.
public struct GivenEntity: Sendable, Hashable, Codable {
  /// What kind of thing the name stands for.
  public var entityClass: EntityClass
  /// The name as the record spells it.
  public var name: String

  /// Makes a tag from its class and name.
  public init(entityClass: EntityClass, name: String) {
    self.entityClass = entityClass
    self.name = name
  }

  /// The keys of an entity in a record: `{"class": "person", "name": "…"}`.
  private enum CodingKeys: String, CodingKey {
    case entityClass = "class"
    case name
  }
}
