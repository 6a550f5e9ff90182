internal import Articles

/// The answer of a server as an archive keeps it (RFC 9112): a line of status, a header, a body.
struct HTTPResponse {
  /// The number of the status.
  let status: Int
  private let fields: [(name: String, value: String)]
  private let raw: ArraySlice<UInt8>

  /// The body cannot be unpacked.
  struct Unreadable: Error {
    let words: String
  }

  /// Takes an answer apart; nil where it is none.
  init?(_ block: [UInt8]) {
    guard block.starts(with: Array("HTTP/".utf8)) else { return nil }
    var headerEnd = block.count
    var bodyStart = block.count
    var index = 0
    while let end = block[index...].firstIndex(of: 0x0A) {
      let line = block[index..<end]
      if line.isEmpty || line.elementsEqual([0x0D]) {
        (headerEnd, bodyStart) = (index, end + 1)
        break
      }
      index = end + 1
    }
    let header = block[..<headerEnd]
    let first = header.prefix { $0 != 0x0A }
    let words = String(decoding: first, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    self.status = status
    fields = WARCRecord.fields(of: header.dropFirst(first.count + 1))
    raw = block[min(bodyStart, block.count)...]
  }

  private subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The body, without the chunks in which it was sent and unpacked.
  func body(limit: Int) throws(Unreadable) -> HTTPBody {
    var bytes = raw
    if self["transfer-encoding"]?.lowercased().contains("chunked") ?? false { bytes = Chunks.joined(bytes) }
    var unpacked = Array(bytes)
    let encodings = self["content-encoding"]?.lowercased().split { $0 == "," || $0 == " " } ?? []
    for encoding in encodings.reversed() {
      unpacked = try Self.unpack(unpacked, String(encoding), limit: limit)
    }
    return HTTPBody(type: self["content-type"], bytes: unpacked)
  }

  private static func unpack(_ bytes: [UInt8], _ encoding: String, limit: Int) throws(Unreadable) -> [UInt8] {
    switch encoding {
    case "gzip", "x-gzip":
      // Some crawlers unpack a body and leave the header as it was.
      guard bytes.starts(with: Inflater.magic) else { return bytes }
      let expansion = ExpansionLimit { bytes.count }
      do throws(ByteFailure) {
        let reader = ByteReader(GzipBytes(ByteReader(MemoryBytes(bytes)), limit: expansion))
        var whole: [UInt8] = []
        do throws(ByteFailure) {
          while let piece = try reader.next() {
            whole += piece
            if whole.count > limit { throw .expandsTooFar("it unpacks to more than \(limit) bytes") }
          }
        } catch .damaged where !whole.isEmpty {
          // The end is missing; browsers show what there is.
        }
        return whole
      } catch {
        throw Unreadable(words: error.words)
      }
    case "deflate": return Deflated.unpacked(bytes, limit: limit) ?? bytes
    case "br":
      guard let unpacked = Brotli.unpacked(bytes, limit: limit) else {
        throw Unreadable(words: "its Brotli data is damaged or too large")
      }
      return unpacked
    case "identity", "utf-8", "none", "": return bytes
    default: throw Unreadable(words: "it is packed in a way that is not known (\(encoding.prefix(40)))")
    }
  }
}

/// The body of an answer.
struct HTTPBody {
  /// Its type with its parameters, as the server gave it.
  let type: String?
  let bytes: [UInt8]

  /// The encoding that the server declared.
  var encoding: String? {
    guard let type = type?.lowercased(), let range = type.firstRange(of: "charset=") else { return nil }
    let rest = type[range.upperBound...].drop { $0 == "\"" || $0 == " " || $0 == "'" }
    return String(rest.prefix { $0 != ";" && $0 != "\"" && $0 != "'" && $0 != " " }).trimmedOrNil
  }

  private var mediaType: String {
    (type?.lowercased().prefix { $0 != ";" }).flatMap { String($0).trimmedOrNil } ?? ""
  }

  /// Whether it is a page: by what the server says, and where that is nothing, by how it begins.
  var isPage: Bool {
    if mediaType.contains("html") { return true }
    guard mediaType.isEmpty || mediaType == "text/plain" || mediaType == "application/octet-stream" else {
      return false
    }
    let start = FileStart(bytes: Array(bytes.prefix(FileStart.size)), isWhole: false, name: "")
    return start.begins(with: "<!doctype html") || start.begins(with: "<html")
  }

  /// What it is instead of a page.
  var kind: String {
    mediaType.isEmpty ? "an answer of no type" : "an answer of type \(mediaType.prefix(60))"
  }
}
