import Glass
internal import CXapianShim
public import Storage

/// What reading every byte of an index brought to light.
///
/// First each file is held against its hash; what differs is not given to Xapian at all, which could crash on it.
/// Then Xapian checks the tables of the segments that are whole, their word tables must say what Xapian's tables say, and
/// the passages of each of their articles must be complete, and be found by its id.
///
/// ```swift
/// let examination = try IndexExamination(path: "articles.reprise")
/// for problem in examination.problems { print(problem) }
/// ```
public struct IndexExamination: Sendable {
  /// What is wrong.
  public private(set) var problems: [IndexProblem] = []
  /// All segments without a damaged file, opened for reading.
  public let sound: IndexReader
  /// The bytes of the files that were read.
  public let bytes: Int
  /// The segments that Xapian's own check was left out for: it opens tables for writing, and may not here.
  public private(set) var segmentsWithoutCheck = 0
  private let directory: IndexDirectory
  private let manifest: Manifest

  /// Examines an index as its last commit left it; writers may go on meanwhile.
  ///
  /// - Parameters:
  ///   - path: The folder of the index.
  ///   - report: Told the bytes read so far, and all bytes there are.
  /// - Throws: ``IndexError`` where there is no index, or none whose manifest can be read. Anything else that is
  ///   wrong is a problem and no error.
  public init(path: String, report: (Int, Int) -> Void = { _, _ in }) throws(IndexError) {
    directory = IndexDirectory(path)
    manifest = try directory.manifest()
    var files = FileExamination(directory: directory, manifest: manifest)
    files.examine(report)
    bytes = files.bytesRead
    problems = files.problems
    let damaged = Set(problems.compactMap(\.segment))
    let whole = manifest.keeping { !damaged.contains($0.name) }
    let set = try SegmentSet(directory, whole)
    var structure = StructureExamination(set: set)
    for (number, entry) in whole.segments.enumerated() {
      let folder = directory.folder.subfolder(entry.path).subfolder(entry.segment.name)
      if Self.mayWrite(entry.segment, in: folder) {
        problems += Self.objections(to: entry.segment, at: entry.path, in: directory)
      } else {
        segmentsWithoutCheck += 1
      }
      structure.examine(segment: UInt32(number), place: "\(entry.path)/\(entry.segment.name)", entry.segment)
      problems += Self.differences(in: entry.segment, at: entry.path, whole, directory)
    }
    problems += structure.problems
    sound = IndexReader(set)
  }

  /// Whether a writer has committed since; what was found may then be of files that are rightly gone.
  public var isOutdated: Bool { (try? directory.manifest().generation) != manifest.generation }

  /// The number of segments, the damaged included.
  public var segmentCount: Int { manifest.segments.count }

  /// The number of articles by the manifest, those in damaged segments included.
  public var articleCount: Int { articles(inSegments: Set(manifest.segments.map(\.segment.name))) }

  /// The number of articles in some segments, by the manifest.
  public func articles(inSegments names: Set<String>) -> Int {
    manifest.segments.reduce(0) { sum, entry in
      let segment = entry.segment
      return sum + (names.contains(segment.name) ? segment.articles - (segment.deletions?.articles ?? 0) : 0)
    }
  }

  /// The folder and the name of the segment that an article of ``sound`` lies in.
  public func place(of article: ArticleHandle) throws(IndexError) -> (folder: String, segment: String) {
    let entry = try sound.withSet { set throws(IndexError) in set.manifest.segments[Int(article.segment)] }
    return ("\(entry.path)/\(entry.segment.name)", entry.segment.name)
  }

  /// What the word table of a segment says otherwise than Xapian's tables.
  private static func differences(
    in segment: Manifest.Segment, at folder: String, _ manifest: Manifest, _ directory: IndexDirectory
  ) -> [IndexProblem] {
    let detail: String?
    do throws(IndexError) {
      var words = WordTableExamination(
        set: try SegmentSet(directory, manifest.keeping { $0.name == segment.name }))
      detail = try words.difference()
    } catch {
      detail = "the word table cannot be read: \(error)"
    }
    return detail.map {
      [IndexProblem(.brokenStructure, at: "\(folder)/\(segment.name)", segment: segment.name, $0)]
    } ?? []
  }

  /// Whether the tables of a segment may be written: an index may be another user's, or lie on a disk that is read only.
  private static func mayWrite(_ segment: Manifest.Segment, in folder: DurableFolder) -> Bool {
    segment.files.allSatisfy { !$0.isTable || folder.mayWrite($0.name) }
  }

  /// What Xapian's own check has to say.
  private static func objections(
    to segment: Manifest.Segment, at folder: String, in directory: IndexDirectory
  ) -> [IndexProblem] {
    let place = "\(folder)/\(segment.name)"
    do throws(IndexError) {
      var count = 0
      var report: UnsafeMutablePointer<cxs_strings>?
      let path = directory.folder.path(of: place)
      try check(cxs_check(path, &count, &report), at: path)
      defer { cxs_strings_free(report) }
      guard count > 0 else { return [] }
      let text = report.map { strings($0.pointee) }?.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
      let words = text.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
      return [
        IndexProblem(
          .damagedTables, at: place, segment: segment.name, "is not accepted by Xapian's check\(words)")
      ]
    } catch {
      return [
        IndexProblem(.damagedTables, at: place, segment: segment.name, "cannot be checked: \(error)")
      ]
    }
  }
}

/// The examination of the bytes of all files that a manifest names.
struct FileExamination {
  let directory: IndexDirectory
  let manifest: Manifest
  private(set) var problems: [IndexProblem] = []
  private(set) var bytesRead = 0

  init(directory: IndexDirectory, manifest: Manifest) {
    self.directory = directory
    self.manifest = manifest
  }

  mutating func examine(_ report: (Int, Int) -> Void) {
    let total = manifest.segments.reduce(0) { $0 + $1.segment.files.reduce(0) { $0 + $1.size } }
    for (path, segment) in manifest.segments {
      let folder = directory.folder.subfolder(path)
      for file in segment.files {
        examine(file, in: folder.subfolder(segment.name), at: "\(path)/\(segment.name)", segment.name)
        bytesRead += file.size
        report(bytesRead, total)
      }
      examineDeletions(of: segment, at: path)
    }
    for file in manifest.companions.sorted(by: { $0.key < $1.key }).map(\.value) {
      examine(file, in: directory.folder, at: "", nil)
    }
  }

  private mutating func examine(
    _ file: FileStamp, in folder: DurableFolder, at place: String, _ segment: String?
  ) {
    let kind: IndexProblem.Kind = segment == nil ? .brokenLedger : .damagedFile
    let path = place.isEmpty ? file.name : "\(place)/\(file.name)"
    do throws(IndexError) {
      guard let damage = try file.damage(in: folder) else { return }
      let blocks = segment == nil || !file.isTable ? nil : try? BlockHashes.damage(in: folder)
      let detail = blocks?.first { $0.hasPrefix(file.name + " ") }?.dropFirst(file.name.count + 1)
      problems.append(
        IndexProblem(kind, at: path, segment: segment, detail.map(String.init) ?? damage))
    } catch {
      problems.append(IndexProblem(kind, at: path, segment: segment, "cannot be read: \(error)"))
    }
  }

  private mutating func examineDeletions(of segment: Manifest.Segment, at path: String) {
    guard let known = segment.deletions else { return }
    let place = "\(path)/\(known.file)"
    do throws(IndexError) {
      let set = try directory.deletions(of: segment, in: path)
      guard set.articleCount != known.articles || set.passageCount != known.passages else { return }
      problems.append(
        IndexProblem(
          .damagedFile, at: place, segment: segment.name, "lists other deletions than the manifest counts"))
    } catch {
      problems.append(
        IndexProblem(.damagedFile, at: place, segment: segment.name, "is missing or damaged"))
    }
  }
}
