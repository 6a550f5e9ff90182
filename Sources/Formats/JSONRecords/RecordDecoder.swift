/// Decodes one JSON record into an article; a pure function of the bytes, and of the text file that they name.
struct RecordDecoder: Sendable {
  /// The format of all records; nil to find it from the keys.
  let format: RecordFormat?
  /// The most bytes of a text file that a record names.
  let fileLimit: Int
  private let lastFound = LastFoundFormat()

  /// The article of a record, or why there is none.
  func record(from bytes: [UInt8], at location: SourceLocation) throws(Refusal) -> DecodedRecord {
    guard UTF8Check.isValid(bytes) else {
      throw Refusal(.notUTF8, at: location, UTF8Check.advice(for: bytes))
    }
    let parsed: (value: JSONValue, loneSurrogates: Int)
    do {
      parsed = try JSONParser.value(of: bytes)
    } catch {
      throw Refusal(.badJSON, at: location, "the record is not JSON: \(error.problem) (byte \(error.offset))")
    }
    guard let object = parsed.value.object else {
      throw Refusal(.notAnObject, at: location, "the record is JSON, but not an object in braces")
    }
    var record = try DecodedRecord(object, mapping: mapping(of: object, at: location), at: location)
    if parsed.loneSurrogates > 0 {
      record.warn(.loneSurrogate, "half a surrogate pair stood alone in the record; U+FFFD takes its place")
    }
    return record
  }

  private func mapping(of record: JSONObject, at location: SourceLocation) throws(Refusal) -> RecordMapping {
    if let format { return format.mapping }
    if let format = lastFound.format(of: record) { return format.mapping }
    let keys = Set(record.members.map(\.key))
    switch FormatDetection(keys: keys) {
    case .format(let format):
      lastFound.note(format, of: record)
      return format.mapping
    case .unknown:
      throw Refusal(
        .unknownFormat, at: location,
        "the record's keys (\(Self.listed(keys))) are of no format that is known; name one with --format")
    case .ambiguous(let formats):
      let names = formats.map(\.rawValue).joined(separator: ", ")
      throw Refusal(
        .ambiguousFormat, at: location,
        "the record's keys (\(Self.listed(keys))) mix formats (could be \(names)); name one with --format")
    }
  }

  private static func listed(_ keys: Set<String>) -> String {
    let sorted = keys.sorted().map { String($0.prefix(40)) }
    return sorted.prefix(30).joined(separator: ", ") + (sorted.count > 30 ? ", …" : "")
  }
}
