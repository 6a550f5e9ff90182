/// The classes of named entity that Reprise tags.
public enum EntityClass: String, Sendable, Hashable, CaseIterable, Codable {
  /// A person, by name.
  case person
  /// An organisation: a company, party, ministry, team or outlet.
  case organisation = "org"
  /// A place: a country, city, region, river or mountain.
  case place
}
