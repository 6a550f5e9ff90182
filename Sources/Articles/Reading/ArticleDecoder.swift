/// Turns what was cut from the input into articles; may be used by many threads at once.
///
/// What it gives depends on the item alone, and on the text file that a record names.
public struct ArticleDecoder: Sendable {
  private let options: ReadingOptions
  private let records: RecordDecoder

  /// Makes a decoder.
  public init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
    records = RecordDecoder(format: options.format)
  }

  /// The article of an item after what was odd about it; or its refusal.
  ///
  /// A record without an id gets one that stays the same however often it is read: the name of its text file
  /// without the ending; else `url-` and 16 hexadecimal digits of the SHA-256 of its address; else `text-`
  /// and as many of the hash of its whole content.
  public func events(from item: SourceItem) -> [ReadingEvent] {
    do throws(Refusal) {
      switch item.content {
      case .text(let id, let outlet):
        let text = try TextFile.text(of: item.bytes, at: item.location)
        let article = Article(id: id, outlet: outlet, title: TextFile.headline(of: text), text: text)
        return [.article(article, at: item.location, bytes: item.bytes.count)]
      case .record(let folder):
        return try recordEvents(from: item, folder: folder)
      }
    } catch {
      return [.refused(error)]
    }
  }

  private func recordEvents(from item: SourceItem, folder: String?) throws(Refusal) -> [ReadingEvent] {
    var record = try records.record(from: item.bytes, at: item.location)
    var bytes = item.bytes.count
    if let file = record.file {
      let named = try namedFile(file, in: folder, at: item.location)
      let content = try TextFile.bytes(of: named, limit: options.recordLimit, at: item.location)
      record.article.text = try TextFile.text(of: content, at: item.location)
      record.complete(from: file, in: folder)
      bytes += content.count
    }
    record.completeID()
    return record.warnings.map { .warning($0) } + [.article(record.article, at: item.location, bytes: bytes)]
  }

  /// The path of a text file that a record names, which must be in the record's folder, links followed.
  private func namedFile(
    _ name: String, in folder: String?, at location: SourceLocation
  ) throws(Refusal) -> String {
    guard let folder, let realFolder = Folder.realPath(folder) else {
      throw Refusal(
        .outsideFolder, at: location,
        "the record names the file \(name), but a record that comes through a pipe is in no folder")
    }
    let path = name.hasPrefix("/") ? name : Folder.path(folder, name)
    guard let real = Folder.realPath(path) else { throw Refusal(SystemError(), path: path, at: location) }
    guard real.hasPrefix(realFolder.hasSuffix("/") ? realFolder : realFolder + "/") else {
      throw Refusal(
        .outsideFolder, at: location, "the record names \(name), which is outside the folder of the record")
    }
    guard (try? FileState(path: real))?.isRegular == true else {
      throw Refusal(.unreadable, at: location, "\(path) is not a file that holds a text")
    }
    return path
  }
}

extension DecodedRecord {
  /// Takes from the text file what the record leaves open: id, headline, and the outlet, which is the name of
  /// the folder unless the record speaks of it.
  fileprivate mutating func complete(from file: String, in folder: String?) {
    if article.id.isEmpty { article.id = FileName.stem(of: Folder.lastName(of: file) ?? file) }
    if article.title == nil { article.title = TextFile.headline(of: article.text) }
    if !statesOutlet, let folder { article.outlet = Folder.nameOfFolder(holding: Folder.path(folder, file)) }
  }

  /// Gives an id to an article that has none.
  fileprivate mutating func completeID() {
    guard article.id.isEmpty else { return }
    let hash = article.url.map { ("url-", ContentHash(text: $0)) } ?? ("text-", ContentHash(article))
    article.id = hash.0 + hash.1.description.prefix(16)
    for index in warnings.indices { warnings[index].articleID = article.id }
  }
}
