internal import Articles

/// Decodes one JSON record into an article; a pure function of the bytes, and of the text file that they name.
struct RecordDecoder: Sendable {
  /// The format of all records; nil to find it from the keys.
  let format: RecordFormat?
  /// Which keys the options name for what.
  let fields: FieldMap
  /// The most bytes of a text file that a record names.
  let fileLimit: Int
  /// Whether a record may name files that are hidden or outside its folder.
  var allowsOutside = false
  private let lastFound = LastFoundFormat()

  /// The records of an item: one, or those of the envelope that it is; or why there is none.
  func records(from bytes: [UInt8], at location: SourceLocation) throws(Refusal) -> [Result<
    DecodedRecord, Refusal
  >] {
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
    if !isRecord(object), let envelope = RecordEnvelope(object) { return records(of: envelope, at: location) }
    var record = try DecodedRecord(object, mapping: mapping(of: object, at: location), at: location)
    if parsed.loneSurrogates > 0 {
      record.warn(.loneSurrogate, "half a surrogate pair stood alone in the record; U+FFFD takes its place")
    }
    return [.success(record)]
  }

  private func records(of envelope: RecordEnvelope, at location: SourceLocation) -> [Result<
    DecodedRecord, Refusal
  >] {
    envelope.records.enumerated().map { number, object in
      var location = location
      location.record = number + 1
      do throws(Refusal) {
        let mapping =
          if let format = envelope.format { format.mapping } else { try mapping(of: object, at: location) }
        var record = try DecodedRecord(object, mapping: mapping, at: location)
        if let outlet = envelope.outlet {
          record.article.outlet = outlet
          if !record.article.id.isEmpty { record.article.id = "\(outlet)/\(record.article.id)" }
        }
        return .success(record)
      } catch {
        return .failure(error)
      }
    }
  }

  /// Whether the keys of an object are those of a record, rather than of an envelope around some.
  private func isRecord(_ object: JSONObject) -> Bool {
    if let name = fields.names[.text] { return object[name.split(separator: ".").map(String.init)] != nil }
    let keys = Set(object.members.map(\.key))
    if let format { return format.mapping.required.allSatisfy { $0.contains(where: keys.contains) } }
    if lastFound.format(of: object) != nil { return true }
    if case .format = FormatDetection(keys: keys) { return object["columns"] == nil && !Self.isFrame(object) }
    return false
  }

  /// Whether all values are objects, as those of a data frame by columns are.
  private static func isFrame(_ object: JSONObject) -> Bool {
    object.members.count > 1 && object.members.allSatisfy { $0.value.object != nil }
  }

  private func mapping(of record: JSONObject, at location: SourceLocation) throws(Refusal) -> RecordMapping {
    guard !fields.isEmpty else { return try knownMapping(of: record, at: location) }
    var mapping: RecordMapping
    do {
      mapping = try knownMapping(of: record, at: location)
    } catch {
      // What is named is enough where it names the text.
      guard fields.names[.text] != nil else { throw error }
      mapping = RecordMapping(required: [], text: [])
    }
    mapping.name(fields)
    return mapping
  }

  private func knownMapping(of record: JSONObject, at location: SourceLocation) throws(Refusal)
    -> RecordMapping
  {
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
        "the record's keys (\(Self.listed(keys))) are of no format that is known; name one with --format, or "
          + "the key of the text with --map text=\(Self.likelyText(in: record))")
    case .ambiguous(let formats):
      let names = formats.map(\.rawValue).joined(separator: ", ")
      throw Refusal(
        .ambiguousFormat, at: location,
        "the record's keys (\(Self.listed(keys))) mix formats (could be \(names)); name one with --format")
    }
  }

  /// The key of the longest text of a record.
  private static func likelyText(in record: JSONObject) -> String {
    let texts = record.members.map { ($0.key, $0.value.string?.utf8.count ?? 0) }
    guard let longest = texts.max(by: { $0.1 < $1.1 }), longest.1 > 0 else { return "KEY" }
    return String(longest.0.prefix(40))
  }

  private static func listed(_ keys: Set<String>) -> String {
    let sorted = keys.sorted().map { String($0.prefix(40)) }
    return sorted.prefix(30).joined(separator: ", ") + (sorted.count > 30 ? ", …" : "")
  }
}
