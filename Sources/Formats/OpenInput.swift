/// A file, or a member of one, that was opened for a format to cut.
struct OpenInput {
  /// The file or the member as a whole, as a place.
  let location: SourceLocation
  /// Its last name.
  let name: String
  /// What its place gives an article that does not say.
  let place: ArticlePlace
  /// Its bytes, after decompression.
  let reader: ByteReader
  /// The compression and containers around it.
  let layers: InputLayers
  /// The first bytes.
  let start: FileStart
  /// The offset in the file at which the reader begins.
  var base = 0
  /// Where to go on, where an earlier run has read the beginning.
  var resume: ReadingPosition?
}

/// What the place of a file gives an article that does not say.
struct ArticlePlace: Sendable {
  /// The path without its ending, from the folder that was given.
  let id: String
  /// The name of the folder.
  let outlet: String?
  /// The folder that text files which records name must be in; nil for none.
  let folder: String?
}

/// The compression and containers that a file was unpacked from.
struct InputLayers {
  /// How many there are.
  var depth = 0
  /// What stops them from growing without end.
  let limit: ExpansionLimit
  /// The path of the file itself, where nothing is around it and it can be read from anywhere.
  var path: String?
}
