/// The formats that a run of reading knows, made once with its options.
struct FormatRegistry: Sendable {
  /// What a file is.
  enum Finding {
    case format(any InputFormat)
    /// A kind of file that cannot be read.
    case unreadable(UnreadableKind)
  }

  /// All formats; of several that recognise a file, the first has it.
  let formats: [any InputFormat]
  /// What the options name for all files.
  private let chosen: (any InputFormat)?
  private let records: JSONRecordsFormat
  private let text: PlainTextFormat

  init(options: ReadingOptions) {
    let limit = options.recordLimit
    records = JSONRecordsFormat(options: options)
    text = PlainTextFormat(limit: limit)
    let formats: [any InputFormat] = [
      DocxFormat(limit: limit), WebArchiveFormat(options: options), PDFFormat(limit: limit),
      DatabaseFormat(options: options), FeedFormat(limit: limit),
      AgencyXMLFormat(limit: limit),
      FactivaXMLFormat(limit: limit),
      PageFormat(limit: limit), records, MailboxFormat(limit: limit), MessageFormat(limit: limit),
      NexisTextFormat(limit: limit), TableFormat(options: options), text,
    ]
    self.formats = formats
    chosen = options.inputFormat.flatMap { name in formats.first { $0.name == name } }
  }

  /// What a file is, by its beginning.
  ///
  /// - Parameters:
  ///   - isGiven: Whether the file was named, rather than found in a folder: then any text is an article.
  ///   - isStream: Whether it comes through a pipe: what is not recognised there is records.
  func finding(_ start: FileStart, isGiven: Bool, isStream: Bool) -> Finding {
    if let chosen { return .format(chosen) }
    if let kind = UnreadableKind(start) { return .unreadable(kind) }
    if let format = formats.first(where: { $0.recognises(start) }) { return .format(format) }
    if let kind = UnreadableKind.unknownXML(start) { return .unreadable(kind) }
    if isStream { return .format(records) }
    guard start.isText, isGiven || start.ending == "txt" || start.ending == "text" else {
      return .unreadable(start.isText && start.isUTF8 ? .otherText(start) : .unknown(start))
    }
    return .format(text)
  }
}
