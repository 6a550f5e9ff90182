import FoundationEssentials

/// What an index consists of, as `manifest.json` says; replaced as a whole by each commit.
struct Manifest: Codable, Equatable {
  /// The number of the layout; another one is not read.
  static let currentFormat = 1
  /// What one must know to read or write this index correctly; an unknown one means a newer version made it.
  static let knownFeatures: Set<String> = ["stems-1", "fingerprints-1"]

  var format = Manifest.currentFormat
  var features = Manifest.knownFeatures.sorted()
  /// Grows by one with each commit.
  var generation = 0
  /// The number of the next segment to be reserved.
  var nextSegment = 1
  var shards = [Shard(name: "00", segments: [])]
  /// Files of the caller that belong to the commit, by their name there.
  var companions: [String: String] = [:]

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
    /// What is deleted, and where that is written.
    var deletions: Deletions?
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

  /// The files and folders that belong to the index, relative to it.
  var files: [String] {
    segments.flatMap { folder, segment in
      [segment.name, segment.deletions?.file].compactMap { $0 }.map { "\(folder)/\($0)" }
    } + companions.values
  }

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
    if let unknown = head.features.first(where: { !Self.knownFeatures.contains($0) }) {
      throw .newerVersion(path: path, detail: "feature \(unknown)")
    }
    do {
      self = try JSONDecoder().decode(Manifest.self, from: data)
    } catch {
      throw .damaged(path: path, detail: "manifest.json lacks a part: \(error)")
    }
  }

  /// The manifest as JSON, the same bytes for the same manifest.
  func json() throws(IndexError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [0x0A]
    } catch {
      throw .unexpected(detail: "the manifest cannot be written as JSON: \(error)")
    }
  }
}
