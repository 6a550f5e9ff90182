import Storage

/// The names that an index has: nothing else is opened, written or removed in its folder.
enum IndexNames {
  /// Whether a name is that of a shard: two digits.
  static func isShard(_ name: String) -> Bool { name.utf8.count == 2 && isNumber(name) }

  /// Whether a name is that of a segment: eight digits or more.
  static func isSegment(_ name: String) -> Bool { (8...18).contains(name.utf8.count) && isNumber(name) }

  /// Whether a name is that of a list of deletions: a segment, `.deleted-` and the number of a commit.
  static func isDeletions(_ name: String) -> Bool {
    guard let mark = name.firstRange(of: ".deleted-") else { return false }
    return isSegment(String(name[..<mark.lowerBound])) && isNumber(String(name[mark.upperBound...]))
  }

  /// The files of a segment.
  private static let segmentFiles: Set<String> = [
    "iamglass", "flintlock", "postlist.glass", "docdata.glass", "termlist.glass", "position.glass",
    "spelling.glass", "synonym.glass", WordTableLayout.fileName, FingerprintTableLayout.fileName,
    BlockHashes.name, BlockHashes.name + ".damaged",
  ]

  /// Whether a name is that of a file in the folder of a segment.
  static func isSegmentFile(_ name: String) -> Bool { segmentFiles.contains(name) }

  /// Whether a name may stand anywhere below the folder of an index.
  static func isOwn(_ name: String) -> Bool {
    [IndexDirectory.manifestName, IndexDirectory.manifestName + ".new", "lock", "shards", "segments"]
      .contains(name) || name == IndexDirectory.damagedName || isShard(name) || isSegment(name)
      || isDeletions(name) || isSegmentFile(name) || CompanionName.isOne(name) || isSetAside(name)
  }

  /// Whether a name is that of a segment, or of its deletions, that a repair has set aside.
  private static func isSetAside(_ name: String) -> Bool {
    guard let dash = name.lastIndex(of: "-"), isNumber(String(name[name.index(after: dash)...])) else {
      return false
    }
    let kept = String(name[..<dash])
    return isSegment(kept) || isDeletions(kept)
  }

  /// Whether a text is digits alone.
  static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Removes the folder of a segment with the files that segments have; what else lies in it stays.
  @discardableResult
  static func removeSegment(_ folder: DurableFolder) throws(IndexError) -> Bool {
    guard let (parent, name) = folder.parent else { return false }
    return try parent.removeFolder(name, with: isSegmentFile)
  }
}
