/// How far a file is read: from here a later run can go on.
///
/// Only the format that cut the file knows what it means.
public struct ReadingPosition: Sendable, Hashable, Codable {
  /// The items before this place.
  public var items: Int

  /// A place behind so many items.
  public init(items: Int) { self.items = items }
}

/// Up to where the input is covered: all files before this one, and this one up to a position.
public struct ReadingMark: Sendable, Hashable {
  /// The path of the file, as it was given.
  public var file: String
  /// How far it is covered; nil for the whole of it.
  public var position: ReadingPosition?
  /// The last item that is covered, for people.
  public var location: SourceLocation

  /// Makes a mark.
  public init(file: String, position: ReadingPosition?, location: SourceLocation) {
    self.file = file
    self.position = position
    self.location = location
  }
}
