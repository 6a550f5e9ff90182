import FoundationEssentials
import Storage

/// What an index consists of, as `manifest.json` says; replaced as a whole by each commit.
struct Manifest: Codable, Equatable {
  /// The number of the layout; another one is not read.
  static let currentFormat = 3
  /// What one must know to read or write this index correctly; an unknown one means a newer version made it.
  static let knownFeatures: Set<String> = ["stems-3", "fingerprints-3", "words-1"]
  /// What older versions made differently; an index with one of these must be made again.
  static let replacedFeatures: Set<String> = ["stems-1", "stems-2", "fingerprints-1", "fingerprints-2"]

  /// A hash of the file as it is with sixteen zeros here.
  var checksum = Manifest.noChecksum
  var format = Manifest.currentFormat
  var features = Manifest.knownFeatures.sorted()
  /// Grows by one with each commit.
  var generation = 0
  /// The number of the next segment to be reserved.
  var nextSegment = 1
  var shards = [Shard(name: "00", segments: [])]
  /// Files of the caller that belong to the commit, by the caller's name for them.
  var companions: [String: FileStamp] = [:]

  struct Shard: Codable, Equatable {
    var name: String
    var segments: [Segment]
  }

  struct Segment: Codable, Equatable {
    var name: String
    /// What the segment holds, the deleted included.
    var articles: Int
    var passages: Int
    /// UTF-8 bytes of the texts.
    var textBytes: Int
    /// Its files.
    var files: [FileStamp]
    /// What is deleted, and where that is written.
    var deletions: Deletions?
    /// What wrote its database, where that was not Reprise's own writer.
    var writer: TableWriter?
  }

  struct Deletions: Codable, Equatable {
    var file: String
    var articles: Int
    var passages: Int
  }
}

extension Manifest {
  /// The segments of all shards, with the folder of each relative to the index.
  var segments: [(path: String, segment: Segment)] {
    shards.flatMap { shard in
      shard.segments.map { (path: "shards/\(shard.name)/segments", segment: $0) }
    }
  }

  /// The manifest with some of its segments only.
  func keeping(_ isKept: (Segment) -> Bool) -> Manifest {
    var kept = self
    for shard in kept.shards.indices { kept.shards[shard].segments.removeAll { !isKept($0) } }
    return kept
  }

  /// Whether every segment of another manifest is one of this.
  func namesSegments(of other: Manifest) -> Bool {
    Set(segments.map(\.segment.name)).isSuperset(of: other.segments.map(\.segment.name))
  }

  /// The files and folders that belong to the index, relative to it.
  var files: [String] {
    segments.flatMap { folder, segment in
      [segment.name, segment.deletions?.file].compactMap { $0 }.map { "\(folder)/\($0)" }
    } + companions.values.map(\.name)
  }

  private static let noChecksum = String(repeating: "0", count: 16)

  /// Reads a manifest.
  ///
  /// - Parameter path: The folder of the index, for the message.
  init(json: [UInt8], path: String) throws(IndexError) {
    struct Head: Decodable {
      var format: Int
      var features: [String]
    }
    let data = Data(json)
    guard let head = try? JSONDecoder().decode(Head.self, from: data) else {
      throw .damaged(path: path, detail: "manifest.json is not a manifest")
    }
    guard head.format <= Self.currentFormat else {
      throw .newerVersion(path: path, detail: "format \(head.format)")
    }
    guard head.format == Self.currentFormat else {
      throw .olderVersion(path: path, detail: "format \(head.format)")
    }
    if let replaced = head.features.first(where: { Self.replacedFeatures.contains($0) }) {
      throw .olderVersion(path: path, detail: "feature \(replaced)")
    }
    if let unknown = head.features.first(where: { !Self.knownFeatures.contains($0) }) {
      throw .newerVersion(path: path, detail: "feature \(unknown)")
    }
    do {
      self = try JSONDecoder().decode(Manifest.self, from: data)
    } catch {
      throw .damaged(path: path, detail: "manifest.json lacks a part: \(error)")
    }
    let unsigned = Self.replacing(checksum, by: Self.noChecksum, in: json)
    guard checksum == FileDigest.digits(FileDigest.hash(unsigned)) else {
      throw .damaged(path: path, detail: "manifest.json is not as it was written")
    }
    checksum = Self.noChecksum
    if let fault { throw .damaged(path: path, detail: "manifest.json \(fault)") }
  }

  /// The manifest as JSON, the same bytes for the same manifest.
  func json() throws(IndexError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      let unsigned = Array(try encoder.encode(self)) + [0x0A]
      let checksum = FileDigest.digits(FileDigest.hash(unsigned))
      return Self.replacing(Self.noChecksum, by: checksum, in: unsigned)
    } catch {
      throw .unexpected(detail: "the manifest cannot be written as JSON: \(error)")
    }
  }

  /// The JSON with the checksum, the first of its values by the order of the keys, replaced by another.
  private static func replacing(_ old: String, by new: String, in json: [UInt8]) -> [UInt8] {
    guard let place = json.firstRange(of: Array("\"\(old)\"".utf8)) else { return json }
    var json = json
    json.replaceSubrange(place, with: Array("\"\(new)\"".utf8))
    return json
  }
}
