internal import SearchIndex

extension Archive {
  /// The number of the commit that it shows; it grows with each change of the index.
  public var commit: Int { reader.generation }
}
