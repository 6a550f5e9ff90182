/// Records of JSON: one a line, the elements of an array, or values one after the other.
struct JSONRecordsFormat: InputFormat {
  private let decoder: RecordDecoder
  private let limit: Int

  init(options: ReadingOptions) {
    decoder = RecordDecoder(format: options.format, fileLimit: options.recordLimit)
    limit = options.recordLimit
  }

  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter {
    let layout: RecordCutter.Layout? = input.file.content == .json ? nil : .lines
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
      let path = input.file.path
      do throws(ByteReader.Failure) {
        switch try records.next() {
        case nil: return nil
        case .record(let bytes, let line):
          return .item(
            JSONRecordItem(
              bytes: bytes, folder: input.file.folder, location: SourceLocation(file: path, line: line),
              decoder: decoder))
        case .tooLarge(let size, let line):
          return .refused(
            Refusal(
              .tooLarge, at: SourceLocation(file: path, line: line),
              "the record has \(size) bytes, more than the limit of \(limit)"))
        }
      } catch {
        throw Refusal(error, path: path, at: SourceLocation(file: path, line: records.line))
      }
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
