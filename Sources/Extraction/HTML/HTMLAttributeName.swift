/// The attributes that parsing and extraction ask for; all others are `other`.
enum HTMLAttributeName: UInt8, CaseIterable {
  case other
  case action, alt, ariaHidden, ariaLabel, charset, `class`, color, content, dataDate, dataTime, datetime,
    encoding, face, hidden
  case href, httpEquiv, id, itemprop, itemscope, itemtype, lang, name, property, pubdate, rel, role, size,
    src, style
  case title, type, value

  /// The name of the attribute; empty for `other`.
  var name: String {
    switch self {
    case .other: ""
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .dataDate: "data-date"
    case .dataTime: "data-time"
    case .httpEquiv: "http-equiv"
    default: String(describing: self)
    }
  }
}

/// Finds names of up to 16 bytes; made once.
struct HTMLNameTable: Sendable {
  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var value: UInt8 = 0
  }

  static let tags = HTMLNameTable(HTMLTag.allCases.map { ($0.name, $0.rawValue) })
  static let attributes = HTMLNameTable(HTMLAttributeName.allCases.map { ($0.name, $0.rawValue) })

  private var entries: [Entry]
  private let mask: Int

  private init(_ names: [(String, UInt8)]) {
    mask = 1023
    entries = [Entry](repeating: Entry(), count: mask + 1)
    for (name, value) in names where !name.isEmpty {
      var (low, high): (UInt64, UInt64) = (0, 0)
      for (index, byte) in name.utf8.enumerated() { Self.pack(byte, at: index, &low, &high) }
      var slot = Self.slot(low, high) & mask
      while entries[slot].low != 0 { slot = (slot + 1) & mask }
      entries[slot] = Entry(low: low, high: high, value: value)
    }
  }

  /// Puts a byte of a name into the two words that stand for it.
  @inline(__always)
  static func pack(_ byte: UInt8, at index: Int, _ low: inout UInt64, _ high: inout UInt64) {
    if index < 8 {
      low |= UInt64(byte) << UInt64(index * 8)
    } else {
      high |= UInt64(byte) << UInt64(index * 8 - 64)
    }
  }

  private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    Int(truncatingIfNeeded: ((low &* 0x9E37_79B9_7F4A_7C15) ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) >> 50)
  }

  /// The number of a name that was packed; 0 for one that is not in the table.
  func value(_ low: UInt64, _ high: UInt64) -> UInt8 {
    var slot = Self.slot(low, high) & mask
    while entries[slot].low != 0 {
      if entries[slot].low == low, entries[slot].high == high { return entries[slot].value }
      slot = (slot + 1) & mask
    }
    return 0
  }
}
