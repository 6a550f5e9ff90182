internal import Algorithms

/// The articles of a segment that were replaced or removed after it was published.
package struct DeletionSet: Sendable, Equatable {
  /// The passages of each, disjoint and in ascending order.
  package private(set) var runs: [DocumentRun] = []

  package var articleCount: Int { runs.count }
  package var passageCount: Int { runs.reduce(0) { $0 + Int($1.count) } }
  package var isEmpty: Bool { runs.isEmpty }

  package init() {}

  /// Adds the articles with these passages; one that is in already changes nothing.
  package mutating func insert(_ added: some Sequence<DocumentRun>) {
    runs = Array(Set(runs).union(added)).sorted()
  }

  package func contains(_ docid: UInt32) -> Bool {
    let place = runs.partitioningIndex { $0.end > docid }
    return place < runs.count && runs[place].first <= docid
  }
}

extension DeletionSet {
  private static let magic = Array("RPDEL1\n\0".utf8)

  /// The set as a file: a mark, pairs of first id and count of 32 bits, little end first, and a checksum.
  package func encoded() -> [UInt8] {
    var bytes = Self.magic
    for run in runs {
      Self.append(run.first, to: &bytes)
      Self.append(run.count, to: &bytes)
    }
    Self.append(Self.checksum(bytes[...]), to: &bytes)
    return bytes
  }

  /// Reads what ``encoded()`` wrote; nil for anything else.
  package init?(_ bytes: [UInt8]) {
    let body = bytes.dropLast(4)
    guard bytes.count >= 12, bytes.count % 8 == 4, bytes.starts(with: Self.magic),
      Self.number(bytes[(bytes.count - 4)...]) == Self.checksum(body)
    else { return nil }
    for index in stride(from: 8, to: body.count, by: 8) {
      let run = DocumentRun(
        first: Self.number(bytes[index..<index + 4]), count: Self.number(bytes[(index + 4)...].prefix(4)))
      guard run.count > 0, run.first > runs.last.map({ $0.end - 1 }) ?? 0, run.first <= UInt32.max - run.count
      else { return nil }
      runs.append(run)
    }
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(number >> shift & 0xFF)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// FNV-1a of 32 bits.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x100_0193 }
  }
}
