/// Cuts files into records and texts, in order and without decoding them.
///
/// Use it with ``ArticleDecoder`` to decode on several threads; ``ArticleSource`` is both in one. Memory is
/// bounded by the largest record allowed.
public struct ItemSource: ~Copyable {
  /// What comes next in the input.
  public enum Step: Sendable, Equatable {
    /// A record or text, to be decoded.
    case item(SourceItem)
    /// A file or record of which nothing can be read.
    case refused(Refusal)
    /// Something odd about a file.
    case warning(ReadingWarning)
  }

  private let files: [InputFile]
  private let options: ReadingOptions
  private var notices: [Step]
  private var nextFile = 0
  private var current: OpenFile?
  private var bytesOfFilesRead = 0
  private let bytesTotal: Int?

  fileprivate struct OpenFile {
    let file: InputFile
    /// The bytes of the file itself, without those of the texts beside a manifest.
    let ownSize: Int?
    let reader: ByteReader
    var cutter: RecordCutter
  }

  /// Starts reading what a listing holds; what the listing found wrong comes first.
  public init(_ listing: InputListing, options: ReadingOptions = ReadingOptions()) {
    files = listing.files
    self.options = options
    bytesTotal = files.contains { $0.size == nil } ? nil : files.reduce(0) { $0 + ($1.size ?? 0) }
    notices = (listing.warnings.map { .warning($0) } + listing.refusals.map { .refused($0) }).reversed()
  }

  /// How much has been read of what there is.
  public var progress: ReadingProgress {
    ReadingProgress(
      bytesRead: bytesOfFilesRead + (current?.bytesRead ?? 0), bytesTotal: bytesTotal,
      filesRead: nextFile - (current == nil ? 0 : 1), filesTotal: files.count)
  }

  /// The next record, text or notice; nil when everything is read.
  public mutating func next() -> Step? {
    if let notice = notices.popLast() { return notice }
    while true {
      if current != nil, let step = nextOfCurrentFile() { return step }
      guard nextFile < files.count else { return nil }
      let file = files[nextFile]
      nextFile += 1
      if let step = start(file) { return step }
    }
  }

  /// Opens a file of records; reads a text file whole.
  private mutating func start(_ file: InputFile) -> Step? {
    let location = SourceLocation(file: file.path)
    do throws(Refusal) {
      guard case .text(let id, let outlet) = file.kind else {
        current = try open(file)
        return nil
      }
      bytesOfFilesRead += file.size ?? 0
      let bytes = try TextFile.bytes(of: file.path, limit: options.recordLimit, at: location)
      return .item(SourceItem(.text(id: id, outlet: outlet), bytes: bytes, at: location))
    } catch {
      return .refused(error)
    }
  }

  private func open(_ file: InputFile) throws(Refusal) -> OpenFile {
    do {
      let reader = try ByteReader(path: file.path)
      let layout: RecordCutter.Layout? = file.kind == .json ? nil : .lines
      let cutter = RecordCutter(reader, layout: layout, limit: options.recordLimit)
      let ownSize = file.size == nil ? nil : try FileState(path: file.path).size
      return OpenFile(file: file, ownSize: ownSize, reader: reader, cutter: cutter)
    } catch {
      throw Refusal(error, path: file.path)
    }
  }

  /// The next record of the open file; nil, and the file closed, at its end.
  private mutating func nextOfCurrentFile() -> Step? {
    guard let file = current?.file else { return nil }
    do throws(ByteReader.Failure) {
      if let cut = try current?.cutter.next() { return step(cut, of: file) }
    } catch {
      let location = SourceLocation(file: file.path, line: current?.cutter.line)
      closeCurrent()
      return .refused(Refusal(error, path: file.path, at: location))
    }
    let hasTrailingData = current?.reader.hasTrailingData ?? false
    closeCurrent()
    guard hasTrailingData else { return nil }
    return .warning(
      ReadingWarning(
        .trailingData, at: SourceLocation(file: file.path),
        "something that is not compressed follows the compressed data; it is left out"))
  }

  private mutating func closeCurrent() {
    bytesOfFilesRead += current?.file.size ?? current?.reader.bytesRead ?? 0
    current = nil
  }

  private func step(_ cut: RecordCutter.Cut, of file: InputFile) -> Step {
    switch cut {
    case .record(let bytes, let line):
      return .item(
        SourceItem(
          .record(folder: file.folder), bytes: bytes, at: SourceLocation(file: file.path, line: line)))
    case .tooLarge(let size, let line):
      return .refused(
        Refusal(
          .tooLarge, at: SourceLocation(file: file.path, line: line),
          "the record has \(size) bytes, more than the limit of \(options.recordLimit)"))
    }
  }
}

extension ItemSource.OpenFile {
  /// How much of the file is read; the texts beside a manifest count in proportion to its records.
  fileprivate var bytesRead: Int {
    guard let size = file.size, let ownSize, ownSize > 0 else { return reader.bytesRead }
    return min(size, Int(Double(reader.bytesRead) / Double(ownSize) * Double(size)))
  }
}

extension InputFile {
  /// The folder that text files which the records name must be in; nil for a stream.
  fileprivate var folder: String? {
    switch kind {
    case .manifest(let folder): folder
    case .text: nil
    case .lines, .json:
      signature == nil ? nil : path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    }
  }
}
