import Glass

extension Manifest {
  /// More than an index of this format can have of anything: sums of such numbers never overflow.
  private static let mostOfAnything = 1 << 48

  /// What no version writes, so that somebody else has: names that an index has not, and numbers out of all bounds.
  ///
  /// The checksum guards against accidents only; whoever can write the file can write that too. Names lead to files that are
  /// read and removed, and numbers to memory that is taken.
  var fault: String? {
    guard !shards.isEmpty, shards.allSatisfy({ IndexNames.isShard($0.name) }) else {
      return "names shards as no index has them"
    }
    guard Set(shards.map(\.name)).count == shards.count else { return "names a shard twice" }
    guard (0..<Self.mostOfAnything).contains(generation), (1..<Self.mostOfAnything).contains(nextSegment)
    else {
      return "has a number of a commit or a segment that no index has"
    }
    for (name, file) in companions where file.name != CompanionName.name(name, generation: file.commit) {
      return "names a file \"\(file.name)\", which no index has"
    }
    guard companions.values.allSatisfy({ CompanionName.isOne($0.name) && $0.isPossible }) else {
      return "names a file of a commit as no index has it"
    }
    let all = segments.map(\.segment)
    guard Set(all.map(\.name)).count == all.count else { return "names a segment twice" }
    for segment in all { if let fault = segment.fault { return "\(fault), of segment \(segment.name)" } }
    return nil
  }
}

extension Manifest.Segment {
  /// The passages that a segment can have: their ids have 32 bits.
  private static let mostPassages = 1 << 32 - 2

  fileprivate var fault: String? {
    guard IndexNames.isSegment(name) else { return "names a segment as no index has it" }
    guard (0...Self.mostPassages).contains(passages), (0...passages).contains(articles),
      (0..<1 << 48).contains(textBytes)
    else { return "has counts that contradict themselves" }
    guard Set(files.map(\.name)).count == files.count,
      files.allSatisfy({ IndexNames.isSegmentFile($0.name) && $0.isPossible })
    else { return "names a file that no segment has" }
    guard let deletions else { return nil }
    guard IndexNames.isDeletions(deletions.file), deletions.file.hasPrefix(name + "."),
      (0...articles).contains(deletions.articles), (0...passages).contains(deletions.passages)
    else { return "has deletions that contradict it" }
    return nil
  }
}

extension FileStamp {
  /// Whether size and time are those that a file can have.
  fileprivate var isPossible: Bool { (0..<1 << 48).contains(size) }

  /// The number of the commit that the name of a companion ends with; -1 where it has none.
  fileprivate var commit: Int {
    name.lastIndex(of: "-").flatMap { Int(name[name.index(after: $0)...]) } ?? -1
  }
}
