/// A file that was opened, for a format to cut.
package struct OpenInput {
  /// The file.
  let file: InputFile
  /// Its bytes, after decompression.
  let reader: ByteReader

  /// The file as a whole, as a place.
  var location: SourceLocation { SourceLocation(file: file.path) }
}
