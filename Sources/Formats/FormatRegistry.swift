/// The formats that a run of reading knows, made once with its options.
struct FormatRegistry: Sendable {
  private let text: PlainTextFormat
  private let records: JSONRecordsFormat

  init(options: ReadingOptions) {
    text = PlainTextFormat(limit: options.recordLimit)
    records = JSONRecordsFormat(options: options)
  }

  /// The format of a file.
  func format(of file: InputFile) -> any InputFormat {
    file.content == .text ? text : records
  }
}
