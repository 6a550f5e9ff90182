public import Articles

/// Cuts files into items, in order and without decoding them.
///
/// Use it to decode on several threads; ``ArticleSource`` does both in one. Memory is bounded by the largest
/// item allowed.
public struct ItemSource: ~Copyable {
  /// What comes next in the input.
  public struct Step: Sendable {
    /// What it is.
    public enum Content: Sendable {
      /// A record or text, to be decoded.
      case item(any InputItem)
      /// A file or item of which nothing can be read.
      case refused(Refusal)
      /// Something odd about a file.
      case warning(ReadingWarning)
      /// A file of a folder, or a member of a container, that holds no news: what it is.
      case leftOut(path: String, kind: String)
    }

    /// What it is.
    public var content: Content
    /// Up to where the input is covered with this step and all before it; nil for a notice.
    public var mark: ReadingMark?
  }

  private let files: [InputFile]
  private let opener: InputOpener
  private let resume: [ByteKey: ReadingPosition]
  private var notices: [Step]
  private var nextFile = 0
  private var current: OpenFile?
  private var bytesOfFilesRead = 0
  private let bytesTotal: Int?

  fileprivate struct OpenFile {
    let listed: InputFile
    let input: OpenInput
    let file: FileBytes
    /// The bytes of the file itself, without those of the texts beside a manifest.
    let ownSize: Int?
    var cutter: any ItemCutter
    /// How many items were cut.
    var items = 0
    /// How many of them are left out, since an earlier run has covered them.
    let covered: Int
  }

  /// Starts reading what a listing holds; what the listing found wrong comes first.
  ///
  /// - Parameter resume: For files of which an earlier run has read the beginning: from where, by their paths
  ///   in the listing.
  public init(
    _ listing: InputListing, options: ReadingOptions = ReadingOptions(),
    resume: [ByteKey: ReadingPosition] = [:]
  ) {
    files = listing.files
    opener = InputOpener(registry: FormatRegistry(options: options))
    self.resume = resume
    bytesTotal = files.contains { $0.size == nil } ? nil : files.reduce(0) { $0 + ($1.size ?? 0) }
    notices =
      (listing.warnings.map { Step(content: .warning($0)) }
      + listing.refusals.map { Step(content: .refused($0)) }).reversed()
  }

  /// How much has been read of what there is.
  public var progress: ReadingProgress {
    ReadingProgress(
      bytesRead: bytesOfFilesRead + (current?.bytesRead ?? 0), bytesTotal: bytesTotal,
      filesRead: nextFile - (current == nil ? 0 : 1), filesTotal: files.count)
  }

  /// The next item or notice; nil when everything is read.
  public mutating func next() -> Step? {
    if let notice = notices.popLast() { return notice }
    while true {
      if current != nil, let step = nextOfCurrentFile() { return step }
      guard nextFile < files.count else { return nil }
      let file = files[nextFile]
      nextFile += 1
      do throws(Refusal) {
        if let step = try open(file) { return step }
      } catch {
        bytesOfFilesRead += file.size ?? 0
        if let kind = error.kind, !file.isGiven {
          return Step(content: .leftOut(path: file.path, kind: kind))
        }
        return Step(content: .refused(error))
      }
    }
  }

  /// Opens a file; a step where it holds no news.
  private mutating func open(_ file: InputFile) throws(Refusal) -> Step? {
    let resume = resume[ByteKey(file.path)]
    let opened = try opener.open(file, resume: resume)
    switch opened.finding {
    case .format(let format):
      current = OpenFile(
        listed: file, input: opened.input, file: opened.file,
        ownSize: file.size == nil ? nil : (try? FileState(path: file.path))?.size,
        cutter: try format.cutter(of: opened.input), items: resume?.itemsBefore ?? 0,
        covered: resume?.items ?? 0)
      return nil
    case .unreadable(let kind):
      throw kind.refusal(at: opened.input.location)
    }
  }

  /// The next item of the open file; nil, and the file closed, at its end.
  private mutating func nextOfCurrentFile() -> Step? {
    do throws(Refusal) {
      while let cut = try current?.cutter.next() {
        if let step = current?.step(cut) { return step }
      }
    } catch {
      closeCurrent()
      return Step(content: .refused(error))
    }
    guard let input = current?.input else { return nil }
    closeCurrent()
    guard input.reader.hasTrailingData else { return nil }
    return Step(
      content: .warning(
        ReadingWarning(
          .trailingData, at: input.location,
          "something that is not compressed follows the compressed data; it is left out")))
  }

  private mutating func closeCurrent() {
    bytesOfFilesRead += current?.listed.size ?? current?.file.bytesRead ?? 0
    current = nil
  }
}

extension ItemSource.OpenFile {
  /// How much of the file is read; the texts beside a manifest count in proportion to its records.
  fileprivate var bytesRead: Int {
    let read = file.bytesRead
    guard let size = listed.size, let ownSize, ownSize > 0 else { return read }
    return min(size, Int(Double(read) / Double(ownSize) * Double(size)))
  }

  /// What a cut is to the run; nil where an earlier run has covered it.
  fileprivate mutating func step(_ cut: Cut) -> ItemSource.Step? {
    switch cut {
    case .warning(let warning): return items < covered ? nil : ItemSource.Step(content: .warning(warning))
    case .leftOut(let kind):
      return items < covered
        ? nil : ItemSource.Step(content: .leftOut(path: listed.path, kind: kind))
    case .item(let item):
      return mark(item.location).map { ItemSource.Step(content: .item(item), mark: $0) }
    case .refused(let refusal):
      return mark(refusal.location).map { ItemSource.Step(content: .refused(refusal), mark: $0) }
    }
  }

  /// Counts an item, and tells up to where the file is covered with it; nil where it was covered before.
  private mutating func mark(_ location: SourceLocation) -> ReadingMark? {
    items += 1
    guard items > covered else { return nil }
    let position =
      cutter.isAtEnd
      ? nil : ReadingPosition(items: items, offset: cutter.resumeOffset, record: location.record)
    return ReadingMark(file: listed.path, position: position, location: location)
  }
}
