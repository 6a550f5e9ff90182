/// Reads one record of JSON by itself, as a file with that one line would be read.
public enum RecordLine {
  /// Its article after what was odd about it; or its refusal.
  ///
  /// A record that names a text file is refused: it is in no folder.
  ///
  /// - Parameter format: The format of the record; nil to find it from the keys.
  public static func events(
    from bytes: [UInt8], format: RecordFormat? = nil, at location: SourceLocation = SourceLocation(file: "-")
  ) -> [ReadingEvent] {
    RecordDecoder(format: format, fileLimit: ReadingOptions.defaultRecordLimit)
      .events(from: bytes, folder: nil, at: location)
  }
}
