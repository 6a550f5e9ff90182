import Storage

/// The file that makes a folder a database: its format, a random name, the roots of its tables, and statistics.
struct GlassVersionFile {
  /// The first bytes of the file, and the date of the format: years from 2014, month and day.
  private static let mark = Array("\u{F}\u{D}Xapian Glass".utf8)
  private static let formatDate: UInt16 = (2016 - 2014) << 9 | 3 << 5 | 14
  private static let nameBytes = 16

  /// What is to be said of each table; one that is missing has no entries.
  let roots: [GlassFormat.Table: GlassTableRoot]
  /// The length of each document, in order of their ids, which have no gaps.
  let lengths: [UInt32]
  /// The highest frequency of any term in any document.
  let highestFrequency: UInt32

  /// Writes the file into the folder of the database.
  func write(to folder: DurableFolder) throws(IndexError) {
    var bytes = Self.mark
    bytes += [UInt8(Self.formatDate >> 8), UInt8(Self.formatDate & 0xFF)]
    bytes += (0..<Self.nameBytes).map { _ in UInt8.random(in: 0...255) }
    Varint.append(UInt64(GlassFormat.revision), to: &bytes)
    for table in GlassFormat.Table.allCases {
      (roots[table] ?? GlassTableRoot()).encode(as: table, to: &bytes)
    }
    for number in statistics { Varint.append(number, to: &bytes) }
    let file = try AppendingFile(GlassFormat.versionFileName, in: folder)
    try bytes.withUnsafeBufferPointer { bytes throws(IndexError) in
      try file.append(UnsafeRawBufferPointer(bytes))
    }
    try file.finish()
  }

  /// The number of documents, how far the highest id is above it, the least length that is not 0, the highest frequency,
  /// how far the highest length is above that, the oldest set of changes, the sum of all lengths, and the highest
  /// frequency for spelling.
  private var statistics: [UInt64] {
    let sizes = lengths.filter { $0 > 0 }.map(UInt64.init)
    let frequency = UInt64(highestFrequency)
    let excess = max(sizes.max() ?? 0, frequency) - frequency
    return [UInt64(lengths.count), 0, sizes.min() ?? 0, frequency, excess, 0, sizes.reduce(0, +), 0]
  }
}

extension GlassVersionFile {
  /// The roots of the tables of a database.
  ///
  /// - Throws: ``IndexError/damaged(path:detail:)`` where the folder holds no database of this format.
  static func roots(in folder: DurableFolder) throws(IndexError) -> [GlassFormat.Table: GlassTableRoot] {
    let damaged = IndexError.damaged(
      path: folder.path, detail: "\(GlassFormat.versionFileName) is not that of a database of Xapian 1.4")
    guard let bytes = try folder.read(GlassFormat.versionFileName, most: 1 << 20) else { throw damaged }
    let head = mark + [UInt8(formatDate >> 8), UInt8(formatDate & 0xFF)]
    guard bytes.starts(with: head), bytes.count > head.count + nameBytes else { throw damaged }
    let roots: [GlassFormat.Table: GlassTableRoot]? = bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return nil }
      var at = start + head.count + nameBytes
      let end = start + bytes.count
      _ = Varint.read(&at, end: end)
      var roots: [GlassFormat.Table: GlassTableRoot] = [:]
      for table in GlassFormat.Table.allCases {
        guard let root = GlassTableRoot(&at, end: end) else { return nil }
        roots[table] = root
      }
      return roots
    }
    guard let roots else { throw damaged }
    return roots
  }
}
