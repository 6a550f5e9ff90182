internal import Articles

/// Web archives: WARC 1.0 and 1.1, plain or a gzip member a record, and WET.
struct WebArchiveFormat: InputFormat {
  let name = "warc"
  let summary = "web archives (WARC, WET): each page that was fetched, through its captures"
  let limit: Int
  let keepsVersions: Bool
  private let reader = PageReader()

  init(options: ReadingOptions) { (limit, keepsVersions) = (options.recordLimit, options.keepsVersions) }

  func recognises(_ start: FileStart) -> Bool { start.hasMagic("WARC/1.") || start.hasMagic("WARC/0.") }

  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter {
    Cutter(
      input: input, records: WARCReader(input.reader, base: input.base, limit: limit), reader: reader,
      format: self,
      number: max(0, (input.resume?.record ?? 1) - 1))
  }

  private struct Cutter: ItemCutter {
    let input: OpenInput
    var records: WARCReader
    let reader: PageReader
    let format: WebArchiveFormat
    /// The number of the record in hand, from 1.
    var number: Int
    /// Whether anything was told of a record.
    var hasGiven = false

    var resumeOffset: Int? { input.layers.path == nil ? nil : records.offset }

    mutating func next() throws(Refusal) -> Cut? {
      do throws(ByteFailure) {
        while let step = try records.next() {
          number += 1
          var location = input.location
          (location.record, location.offset) = (number, records.offset)
          switch step {
          case .damaged(let words): return .refused(Refusal(.badRecord, at: location, words))
          case .tooLarge(let size):
            return .refused(
              Refusal(
                .tooLarge, at: location,
                "the record has \(size) bytes, more than the limit of \(format.limit)"))
          case .record(let record):
            location.recordID = record.id
            if record.type == "warcinfo" || record.type == "request" { continue }
            hasGiven = true
            guard ["response", "resource", "conversion"].contains(record.type) else {
              return .leftOut(kind: "a record of type \(record.type.isEmpty ? "none" : record.type)")
            }
            return .item(
              WebArchiveItem(
                record: record, location: location, reader: reader, keepsVersions: format.keepsVersions))
          }
        }
        return endCut()
      } catch {
        throw Refusal(error, path: input.location.file, at: input.location)
      }
    }

    /// What is told of an archive read from its start in which there was nothing to tell of.
    private mutating func endCut() -> Cut? {
      guard !hasGiven, input.resume == nil else { return nil }
      hasGiven = true
      return .leftOut(kind: "a web archive that holds no page")
    }
  }
}

/// A record that holds what was fetched.
struct WebArchiveItem: InputItem {
  let record: WARCRecord
  let location: SourceLocation
  let reader: PageReader
  /// Whether each capture of an address is an article of its own.
  let keepsVersions: Bool

  var byteCount: Int { record.block.count }

  func events() -> [ReadingEvent] {
    guard let address = record.address else {
      return [.refused(Refusal(.badRecord, at: location, "the record does not say what address it is of"))]
    }
    guard address.hasPrefix("http") else { return leftOut("a record of no page") }
    if record.isMended {
      let warning = ReadingWarning(
        .mendedRecord, at: location,
        "the length that the record gives is wrong; it was cut where the next one begins")
      return [.warning(warning)] + events(address)
    }
    return events(address)
  }

  private func events(_ address: String) -> [ReadingEvent] {
    switch record.type {
    case "conversion": return textEvents(address)
    case "resource": return pageEvents(HTTPBody(type: record["content-type"], bytes: record.block), address)
    default: return responseEvents(address)
    }
  }

  private func responseEvents(_ address: String) -> [ReadingEvent] {
    guard let response = HTTPResponse(record.block) else {
      return [.refused(Refusal(.badRecord, at: location, "the record holds no answer of a server"))]
    }
    guard response.status == 200 else {
      return leftOut((300..<400).contains(response.status) ? "a redirect" : "an answer \(response.status)")
    }
    do throws(HTTPResponse.Unreadable) {
      return pageEvents(try response.body(limit: ReadingOptions.defaultRecordLimit), address)
    } catch {
      return [.refused(Refusal(.badRecord, at: location, "the page cannot be unpacked: \(error.words)"))]
    }
  }

  private func pageEvents(_ body: HTTPBody, _ address: String) -> [ReadingEvent] {
    guard body.isPage else { return leftOut(body.kind) }
    guard !body.bytes.isEmpty else { return leftOut("an empty answer") }
    let origin = PageReader.Origin(
      address: address, encoding: body.encoding, fetched: record.date, id: versionID(address))
    return reader.events(of: body.bytes, origin, at: location)
  }

  /// The text that a crawl has made of a page: its first line is the title.
  private func textEvents(_ address: String) -> [ReadingEvent] {
    var draft = ArticleDraft(at: location)
    let text = String(decoding: record.block, as: UTF8.self)
    draft.article.id = versionID(address)
    draft.article.text = text.trimmedOrNil ?? ""
    draft.article.title = TextFile.headline(of: text)
    draft.article.url = address
    draft.article.outlet = WebAddress.host(of: address)
    draft.article.crawled = record.date
    draft.setLanguage(
      record["warc-identified-content-language"]?.split(separator: ",").first.map(String.init))
    return draft.events(bytes: record.block.count)
  }

  /// The id of an address, the same in all archives; with the time of the capture where each is kept.
  private func versionID(_ address: String) -> String {
    let id = "url-" + ContentHash(text: address).description.prefix(16)
    guard keepsVersions, let date = record.date else { return id }
    return "\(id)@\(date)"
  }

  private func leftOut(_ kind: String) -> [ReadingEvent] { [.leftOut(path: location.file, kind: kind)] }
}
