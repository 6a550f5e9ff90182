import Storage

/// The different terms of one segment, numbered in the order in which they came.
struct SegmentTerms {
  /// All names, back to back.
  private var bytes: [UInt8] = []
  /// For each term where its name ends.
  private var ends: [UInt32] = []
  /// The numbers plus one at the places that hashes of names give; 0 for a free place.
  private var places = [UInt32](repeating: 0, count: 1 << 12)

  /// The number of terms.
  var count: Int { ends.count }

  /// The number of a term, which gets one where it has none.
  mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var place = Self.hash(name) & (places.count - 1)
    while places[place] > 0 {
      let number = places[place] - 1
      if isName(name, of: Int(number)) { return number }
      place = (place + 1) & (places.count - 1)
    }
    bytes += name
    ends.append(UInt32(bytes.count))
    places[place] = UInt32(ends.count)
    if ends.count * 2 > places.count { grow() }
    return UInt32(ends.count - 1)
  }

  private func range(_ number: Int) -> Range<Int> {
    (number > 0 ? Int(ends[number - 1]) : 0)..<Int(ends[number])
  }

  private func isName(_ name: UnsafeBufferPointer<UInt8>, of number: Int) -> Bool {
    let range = range(number)
    return range.count == name.count && bytes[range].elementsEqual(name)
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    bytes.withUnsafeBufferPointer { bytes in
      for number in ends.indices {
        var place = Self.hash(UnsafeBufferPointer(rebasing: bytes[range(number)])) & (places.count - 1)
        while places[place] > 0 { place = (place + 1) & (places.count - 1) }
        places[place] = UInt32(number + 1)
      }
    }
  }

  /// Drawn once for each process, so that no text can fill one part of the table.
  private static let drawnKey = UInt64.random(in: .min ... .max)

  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    Int(truncatingIfNeeded: WordHash.hash(name, salt: 0, key: drawnKey) >> 1)
  }

  /// The names, for reading many of them.
  func withNames<Result>(_ body: (Names) throws(IndexError) -> Result) throws(IndexError) -> Result {
    try bytes.withUnsafeBufferPointer { bytes throws(IndexError) in
      try ends.withUnsafeBufferPointer { ends throws(IndexError) in try body(Names(bytes: bytes, ends: ends))
      }
    }
  }

  /// The names of all terms by their numbers, where they lie in memory.
  struct Names {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let ends: UnsafeBufferPointer<UInt32>

    subscript(number: UInt32) -> UnsafeBufferPointer<UInt8> {
      let start = number > 0 ? Int(ends[Int(number) - 1]) : 0
      return UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[Int(number)])])
    }

    /// The numbers in byte order of the names.
    var sorted: [UInt32] {
      // The first eight bytes as a number decide nearly always.
      var keyed = (0..<UInt32(ends.count)).map { (key: leadingBytes(of: $0), number: $0) }
      keyed.sort {
        if $0.key != $1.key { return $0.key < $1.key }
        return self[$0.number].lexicographicallyPrecedes(self[$1.number])
      }
      return keyed.map(\.number)
    }

    private func leadingBytes(of number: UInt32) -> UInt64 {
      var key: UInt64 = 0
      let name = self[number]
      for place in 0..<8 { key = key << 8 | (place < name.count ? UInt64(name[place]) : 0) }
      return key
    }
  }
}
