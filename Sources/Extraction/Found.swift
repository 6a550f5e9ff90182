/// A value that a page gives, with where it gives it.
public struct Found<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The value.
  public var value: Value
  /// Where it was found.
  public var place: PagePlace

  /// Makes a value with its place.
  public init(_ value: Value, in place: PagePlace) {
    self.value = value
    self.place = place
  }
}

/// A place of a page that says something of its article.
public struct PagePlace: Sendable, Hashable, CustomStringConvertible {
  /// The kinds of places.
  public enum Kind: String, Sendable, CaseIterable {
    /// A block of JSON-LD; the name is the type and the key.
    case jsonLD = "json-ld"
    /// A `meta` element; the name is its name or property.
    case meta
    /// A `link` element; the name is its relation.
    case link
    /// Microdata; the name is the property.
    case microdata
    /// An element of the page; the name is its tag.
    case element
    /// The text of the page.
    case text
    /// The address of the page.
    case address
    /// What the server sent with the page.
    case transport
    /// What the text was detected to be.
    case detected
  }

  /// The kind of place.
  public var kind: Kind
  /// Which one of its kind.
  public var name: String

  /// Makes a place.
  public init(_ kind: Kind, _ name: String = "") {
    self.kind = kind
    self.name = name
  }

  /// The kind and the name, as `meta article:published_time`.
  public var description: String { name.isEmpty ? kind.rawValue : "\(kind.rawValue) \(name)" }
}
