internal import Articles

/// A file of files: tar or zip.
///
/// Each member is read as a file of its own would be.
struct ContainerFormat: InputFormat {
  let opener: InputOpener
  /// Whether the container was named, rather than found in a folder.
  let isGiven: Bool

  var name: String { "archive" }
  var summary: String { "tar and zip, each of their files by its own content" }

  /// Whether a file is a container; one that a program for offices has written is a document.
  static func recognises(_ start: FileStart) -> Bool {
    if start.hasMagic("ustar", at: 257) { return true }
    return start.hasMagic("PK\u{3}\u{4}") && ZipKind(start) == .files
  }

  func recognises(_ start: FileStart) -> Bool { Self.recognises(start) }

  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter {
    do throws(ByteFailure) {
      guard input.layers.depth < ExpansionLimit.deepest else {
        throw .expandsTooFar("archives lie in each other, more than \(ExpansionLimit.deepest) deep")
      }
      let archive =
        if input.start.hasMagic("PK"), input.layers.depth == 0, let path = input.layers.path {
          try ArchiveReader(path: path, limit: input.layers.limit)
        } else {
          try ArchiveReader(input.reader, .members, limit: input.layers.limit)
        }
      return ContainerCutter(archive: archive, input: input, format: self)
    } catch {
      throw Refusal(error, path: input.location.file, at: input.location)
    }
  }
}

/// What a zip file holds.
enum ZipKind: Equatable {
  case files, word, excel, powerPoint, openDocument, book

  /// Tells by the names and the first content that the start shows.
  init(_ start: FileStart) {
    if start.hasMagic("mimetypeapplication/epub", at: 30) {
      self = .book
    } else if start.hasMagic("mimetypeapplication/vnd.oasis", at: 30) {
      self = .openDocument
    } else if !start.hasMagic("[Content_Types].xml", at: 30), !start.hasMagic("_rels/", at: 30),
      !start.hasMagic("docProps/", at: 30), !start.hasMagic("word/", at: 30), !start.hasMagic("xl/", at: 30)
    {
      self = .files
    } else if start.contains("xl/") {
      self = .excel
    } else if start.contains("ppt/") {
      self = .powerPoint
    } else {
      self = .word
    }
  }
}

/// Goes from member to member, and has each cut by its own format.
private struct ContainerCutter: ItemCutter {
  let archive: ArchiveReader
  let input: OpenInput
  let format: ContainerFormat
  var current: (any ItemCutter)?

  mutating func next() throws(Refusal) -> Cut? {
    while true {
      do throws(Refusal) {
        if let cut = try current?.next() { return cut }
      } catch {
        current = nil
        return .refused(error)
      }
      current = nil
      let member: ArchiveReader.Member?
      do {
        member = try archive.nextMember()
      } catch {
        throw Refusal(error, path: input.location.file, at: input.location)
      }
      guard let member else { return nil }
      if let cut = begin(member) { return cut }
    }
  }

  /// Opens a member; what cannot be read of it, if anything.
  private mutating func begin(_ member: ArchiveReader.Member) -> Cut? {
    let name = member.path.split(separator: "/").last.map(String.init) ?? ""
    guard member.isFile, !name.hasPrefix("."), !member.path.hasPrefix("__MACOSX/") else { return nil }
    var location = input.location
    location.member = location.member.map { "\($0): \(member.path)" } ?? member.path
    do throws(Refusal) {
      var layers = input.layers
      layers.depth += 1
      layers.path = nil
      let opened = try format.opener.peel(
        ByteReader(MemberBytes(archive)), location, name: name, place: place(of: member), layers)
      switch format.opener.finding(opened, isGiven: false, isStream: false) {
      case .format(let format): current = try format.cutter(of: opened)
      case .unreadable(let kind): return .leftOut(kind: kind.name)
      }
      return nil
    } catch {
      return error.kind.map { .leftOut(kind: $0) } ?? .refused(error)
    }
  }

  /// The folder of a member is its outlet, as that of a file is; at the top it is the container's.
  private func place(of member: ArchiveReader.Member) -> ArticlePlace {
    let folders = member.path.split(separator: "/").dropLast()
    return ArticlePlace(
      id: input.place.id + "/" + FileName.stem(of: member.path),
      outlet: folders.last.map(String.init) ?? input.place.outlet, folder: nil)
  }
}
