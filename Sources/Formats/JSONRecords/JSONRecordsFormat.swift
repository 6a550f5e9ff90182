internal import Articles

/// Records of JSON: one a line, the elements of an array, or values one after the other.
struct JSONRecordsFormat: InputFormat {
  let name = "json"
  let summary = "JSON Lines, arrays and envelopes of records in the shapes of known crawlers and corpora"

  private let decoder: RecordDecoder
  private let limit: Int

  init(options: ReadingOptions) {
    decoder = RecordDecoder(
      format: options.format, fields: options.fields, fileLimit: options.recordLimit,
      allowsOutside: options.allowsOutside)
    limit = options.recordLimit
  }

  /// An object or an array at the start; where the name says what it is, whatever does not look like another format.
  func recognises(_ start: FileStart) -> Bool {
    if Self.lineEndings.contains(start.ending ?? "") || start.ending == "json" { return true }
    let text = start.text
    guard let first = text.first, let second = text.dropFirst().first(where: { !$0.isBlank }) else {
      return false
    }
    return switch first {
    case UInt8(ascii: "{"): second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
    case UInt8(ascii: "["): second == UInt8(ascii: "{") || second == UInt8(ascii: "[")
    default: false
    }
  }

  private static let lineEndings: Set<String> = ["jsonl", "ndjson", "jl"]

  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter {
    let layout: RecordCutter.Layout? = Self.lineEndings.contains(input.start.ending ?? "") ? .lines : nil
    return Cutter(
      input: input, decoder: decoder,
      records: RecordCutter(input.reader, layout: layout, limit: limit), limit: limit)
  }

  private struct Cutter: ItemCutter {
    let input: OpenInput
    let decoder: RecordDecoder
    var records: RecordCutter
    let limit: Int

    mutating func next() throws(Refusal) -> Cut? {
      do throws(ByteFailure) {
        switch try records.next() {
        case nil: return nil
        case .record(let bytes, let line):
          return .item(
            JSONRecordItem(
              bytes: bytes, folder: input.place.folder, location: location(ofLine: line), decoder: decoder))
        case .tooLarge(let size, let line):
          return .refused(
            Refusal(
              .tooLarge, at: location(ofLine: line),
              "the record has \(size) bytes, more than the limit of \(limit)"))
        }
      } catch {
        throw Refusal(error, path: input.location.file, at: location(ofLine: records.line))
      }
    }

    private func location(ofLine line: Int) -> SourceLocation {
      var location = input.location
      location.line = line
      return location
    }
  }
}

/// A record of JSON; where it may name a text file, with the folder that this must be in.
struct JSONRecordItem: InputItem {
  let bytes: [UInt8]
  let folder: String?
  let location: SourceLocation
  let decoder: RecordDecoder

  var byteCount: Int { bytes.count }

  func events() -> [ReadingEvent] { decoder.events(from: bytes, folder: folder, at: location) }
}
