internal import Articles

/// A message of mail: a newsletter, an alert, a press release.
struct MessageFormat: DocumentFormat {
  let name = "eml"
  let summary = "messages of mail (EML): newsletters and press releases"
  let limit: Int

  /// Fields that begin messages.
  private static let fields: Set<String> = [
    "received", "return-path", "delivered-to", "from", "to", "subject", "date", "message-id", "mime-version",
    "content-type", "x-original-to", "dkim-signature", "reply-to", "sender", "list-id",
    "authentication-results",
    "x-received", "arc-seal", "content-transfer-encoding", "cc", "x-mailer", "resent-from", "envelope-to",
  ]

  func recognises(_ start: FileStart) -> Bool {
    guard !start.begins(with: "from ") else { return false }
    var found: Set<String> = []
    for line in start.lines(40) {
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), !line[..<colon].contains(0x20) else {
        return false
      }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      if Self.fields.contains(name) { found.insert(name) }
    }
    return found.count >= 2 || (start.ending == "eml" && !found.isEmpty)
  }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    let start = document.bytes.firstIndex { !$0.isBlank } ?? 0
    return Message(document.bytes[start...]).events(at: document.location, place: document.place)
  }
}

/// A file of many messages.
struct MailboxFormat: DocumentFormat {
  let name = "mbox"
  let summary = "mailboxes of many messages (mbox)"
  let limit: Int

  func recognises(_ start: FileStart) -> Bool {
    guard start.hasMagic("From ") else { return false }
    return start.lines(3).dropFirst().contains { $0.contains(UInt8(ascii: ":")) }
  }

  func events(of document: Document) throws(Refusal) -> [ReadingEvent] {
    Self.messages(in: document.bytes).enumerated().flatMap { number, message in
      Message(message).events(at: document.location(ofArticle: number + 1), place: document.place)
    }
  }

  /// The messages, each without the line before it that begins with "From ".
  private static func messages(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let mark = Array("From ".utf8)
    var starts: [(mark: Int, message: Int)] = []
    var index = 0
    var isAfterBlank = true
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[index..<end]
      if isAfterBlank, line.starts(with: mark) { starts.append((index, min(end + 1, bytes.count))) }
      isAfterBlank = line.allSatisfy(\.isBlank)
      index = end + 1
    }
    return starts.indices.map { number in
      let end = number + 1 < starts.count ? starts[number + 1].mark : bytes.count
      return bytes[starts[number].message..<end]
    }
  }
}

/// A message as an article.
struct Message {
  private let part: MessagePart

  init(_ bytes: ArraySlice<UInt8>) { part = MessagePart(bytes) }

  /// The article of the message: its text, the subject as headline, who sent it as outlet.
  func events(at location: SourceLocation, place: ArticlePlace) -> [ReadingEvent] {
    var draft = ArticleDraft(at: location)
    draft.article.title = part["subject"]?.onOneLine
    let sender = part["from"].map(Sender.init)
    draft.article.outlet = sender?.name ?? sender?.host ?? place.outlet
    draft.article.id = part["message-id"]?.filter { $0 != "<" && $0 != ">" }.trimmedOrNil ?? ""
    draft.setLanguage(part["content-language"])
    draft.set(\.published, "sending", part["date"])
    draft.article.text = Self.text(of: part, depth: 0).map(Self.withoutSignature) ?? ""
    if (try? JSONParser.value(of: Array(draft.article.text.utf8)).value.object) != nil {
      let words = "the message holds a record of JSON; save that as a file and index it"
      return [.refused(Refusal(.unreadableKind, at: location, words))]
    }
    guard !draft.article.text.isBlank else {
      return [.refused(Refusal(.noText, at: location, "the message has no text"))]
    }
    return draft.events(bytes: part.body.count)
  }

  /// The text with its lines ended by line feeds, up to the line that parts the signature from it (RFC 3676, section 4.3).
  private static func withoutSignature(_ text: String) -> String {
    let text = text.replacing("\r\n", with: "\n")
    guard let end = text.ranges(of: "\n-- \n").last?.lowerBound, let kept = String(text[..<end]).trimmedOrNil
    else { return text }
    return kept
  }

  /// The text of a message: the plain one where it is as long as the other, since newsletters often send a line in place
  /// of it.
  private static func text(of part: MessagePart, depth: Int) -> String? {
    guard depth < MessagePart.deepest, !part.isAttachment || depth == 0 else { return nil }
    let parts = part.parts
    if part.type == "multipart/alternative", parts.count > 1 {
      let texts = parts.map { ($0.type, text(of: $0, depth: depth + 1)) }
      let plain = texts.first { $0.0 == "text/plain" }?.1
      let marked = texts.last { $0.0 != "text/plain" && $0.1 != nil }?.1
      guard let plain, let marked else { return plain ?? marked }
      return plain.utf8.count * 2 >= marked.utf8.count ? plain : marked
    }
    if !parts.isEmpty {
      return parts.compactMap { text(of: $0, depth: depth + 1) }.joined(separator: "\n\n").trimmedOrNil
    }
    switch part.type {
    case "text/html", "application/xhtml+xml": return MarkupText.text(ofHTML: part.text).trimmedOrNil
    case "message/rfc822": return text(of: MessagePart(part.body), depth: depth + 1)
    case let type where type.hasPrefix("text/") && type != "text/calendar": return part.text.trimmedOrNil
    default: return nil
    }
  }
}

/// Who sent a message: `Ann Lee <ann@lamp.example>`.
struct Sender {
  /// The name before the address; nil where there is none.
  let name: String?
  /// The host of the address.
  let host: String?

  init(_ field: String) {
    let open = field.lastIndex(of: "<")
    let address = open.map { field[field.index(after: $0)...].prefix { $0 != ">" } } ?? field[...]
    name = open.flatMap { String(field[..<$0]).filter { $0 != "\"" }.trimmedOrNil }
    host = address.lastIndex(of: "@").flatMap { String(address[address.index(after: $0)...]).trimmedOrNil }
  }
}
