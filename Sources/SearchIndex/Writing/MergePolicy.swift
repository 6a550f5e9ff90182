/// Which segments to merge: few segments are searched faster and take half the room, but merging rewrites them.
///
/// Segments are sorted into levels by the bytes of their texts, each level thirty-two times as large as the one
/// below. When thirty-two have gathered in a level they are merged into one of the next, so that every article is
/// rewritten about once a level: wide and rarely. A segment of which a third is deleted is rewritten by itself.
enum MergePolicy {
  /// How many segments of a level are merged at once.
  static let width = 32
  /// How many small segments the end of a run leaves alone.
  static let mostSmall = 4
  /// How many more it merges into one, at the least; of several times as many it makes several, side by side.
  private static let fewestTogether = 8
  private static let smallBytes = 32 << 20

  /// The segments to merge, as groups of indices; a group of one is rewritten without what is deleted.
  static func groups(_ segments: [Manifest.Segment], _ extent: MergeExtent) -> [[Int]] {
    switch extent {
    case .all:
      let isWhole = segments.count <= 1 && !segments.contains { $0.deletions != nil }
      return isWhole ? [] : [Array(segments.indices)]
    case .small:
      let small = segments.indices.filter { level(segments[$0]) == 0 }
      let due = groups(segments, .due).filter { !$0.contains { small.contains($0) } }
      guard small.count > mostSmall else { return groups(segments, .due) }
      let parts = parts(of: small.map { segments[$0] }, count: small.count / fewestTogether)
      return due + parts.filter { $0.count > 1 }.map { $0.map { small[$0] } }
    case .due:
      let wide = Dictionary(grouping: segments.indices) { level(segments[$0]) }
        .filter { $0.value.count >= width }
        .sorted { $0.key < $1.key }.map(\.value)
      let rewritten = segments.indices.filter { index in
        isMostlyDeleted(segments[index]) && !wide.contains { $0.contains(index) }
      }
      return wide + rewritten.map { [$0] }
    }
  }

  /// The segments in so many groups of neighbours at the most, with about as much text each.
  private static func parts(of segments: [Manifest.Segment], count: Int) -> [[Int]] {
    let bytes = segments.reduce(0) { $0 + $1.textBytes }
    var parts = [[Int]](repeating: [], count: max(1, count))
    var before = 0
    for (index, segment) in segments.enumerated() {
      let middle = before + segment.textBytes / 2
      parts[min(middle * parts.count / max(1, bytes), parts.count - 1)].append(index)
      before += segment.textBytes
    }
    return parts
  }

  private static func level(_ segment: Manifest.Segment) -> Int {
    var level = 0
    var bound = smallBytes
    while segment.textBytes >= bound {
      level += 1
      bound *= width
    }
    return level
  }

  private static func isMostlyDeleted(_ segment: Manifest.Segment) -> Bool {
    (segment.deletions?.passages ?? 0) * 3 > segment.passages
  }
}

/// How much to merge.
public enum MergeExtent: Sendable {
  /// What has become due: many segments of one size, or much that is deleted. For after a commit.
  case due
  /// That, and the small segments that a run leaves behind. For the end of a run.
  case small
  /// All segments into one, without what was deleted. Takes the room of the index again while it runs.
  case all
}
