internal import Articles

extension RecordDecoder {
  /// The article of a record after what was odd about it; or its refusal.
  ///
  /// A record without an id gets one that stays the same however often it is read: the name of its text file
  /// without the ending; else as ``Article/completeID()`` makes it.
  ///
  /// - Parameter folder: The folder that a text file which the record names must be in; nil for no folder.
  func events(from bytes: [UInt8], folder: String?, at location: SourceLocation) -> [ReadingEvent] {
    do throws(Refusal) {
      return try articleEvents(from: bytes, folder: folder, at: location)
    } catch {
      return [.refused(error)]
    }
  }

  private func articleEvents(
    from bytes: [UInt8], folder: String?, at location: SourceLocation
  ) throws(Refusal) -> [ReadingEvent] {
    let records = try records(from: bytes, at: location)
    var events: [ReadingEvent] = []
    for result in records {
      do throws(Refusal) {
        events += try self.events(of: result.get(), folder: folder, bytes: bytes.count / records.count)
      } catch {
        events.append(.refused(error))
      }
    }
    return events
  }

  private func events(of record: DecodedRecord, folder: String?, bytes: Int) throws(Refusal) -> [ReadingEvent]
  {
    var (record, size) = (record, bytes)
    let location = record.location
    if let file = record.file {
      let named = try NamedFile.path(of: file, in: folder, allowsOutside: allowsOutside, at: location)
      let content = try TextFile.bytes(of: named, limit: fileLimit, at: location)
      record.article.text = try TextFile.text(of: content, at: location)
      record.complete(from: file, in: folder)
      size += content.count
    }
    record.completeID()
    return record.warnings.map { .warning($0) } + [.article(record.article, at: location, bytes: size)]
  }
}

/// A text file that a record names.
enum NamedFile {
  /// Its path, which must lead into the record's folder, links followed, and to nothing that is hidden there.
  ///
  /// - Parameter allowsOutside: Whether it may lead anywhere.
  static func path(
    of name: String, in folder: String?, allowsOutside: Bool, at location: SourceLocation
  ) throws(Refusal) -> String {
    guard let folder, let realFolder = Folder.realPath(folder) else {
      throw Refusal(
        .outsideFolder, at: location,
        "the record names the file \(name), but a record that comes through a pipe is in no folder")
    }
    let path = name.utf8.first == UInt8(ascii: "/") ? name : Folder.path(folder, name)
    guard let real = Folder.realPath(path) else { throw Refusal(SystemError(), path: path, at: location) }
    guard allowsOutside || Folder.holds(realFolder, real) else {
      throw Refusal(
        .outsideFolder, at: location,
        "the record names \(name), which is outside the folder of the record; --allow-outside reads it")
    }
    let below = real.utf8.dropFirst(realFolder.utf8.count).split(separator: UInt8(ascii: "/"))
    guard allowsOutside || below.allSatisfy({ $0.first != UInt8(ascii: ".") }) else {
      throw Refusal(
        .outsideFolder, at: location, "the record names \(name), which is hidden; --allow-outside reads it")
    }
    guard (try? FileState(path: real))?.isRegular == true else {
      throw Refusal(.unreadable, at: location, "\(path) is not a file that holds a text")
    }
    return real
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
    article.completeID()
    for index in warnings.indices { warnings[index].articleID = article.id }
  }
}
