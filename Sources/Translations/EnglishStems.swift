internal import Algorithms
internal import CDictionaries
internal import TextAnalysis

/// The English stems that dictionaries lead to, each with its weight; read where they lie in the program.
struct EnglishStems: Sendable {
  /// The table of the program.
  static let table = EnglishStems()

  private let bytes: ByteTable
  private let count: Int

  private init() {
    bytes = ByteTable(language: "en")
    count = bytes.isEmpty ? 0 : Int(bytes.word(at: 4))
  }

  /// The place of a stem in the table; nil where no dictionary leads to it.
  ///
  /// - Parameter stem: As UTF-8.
  func place(of stem: [UInt8]) -> UInt16? {
    bytes.place(of: UInt32(truncatingIfNeeded: TokenHash.hash(stem)), from: 8, count: count).map(UInt16.init)
  }

  /// What finding a stem tells: the logarithm of 1 plus the number of articles for each that has it.
  func weight(of place: UInt16) -> Float { Float(bytes.byte(at: weights + Int(place))) / 16 }

  /// A stem as UTF-8.
  func spelling(of place: UInt16) -> [UInt8] {
    let first = bytes.word(at: starts + 4 * Int(place))
    let end = bytes.word(at: starts + 4 * Int(place) + 4)
    return (first..<max(first, end)).map { bytes.byte(at: weights + count + Int($0)) }
  }

  private var starts: Int { 8 + 4 * count }
  private var weights: Int { starts + 4 * (count + 1) }
}

/// A table of little-endian numbers in the program's own memory.
struct ByteTable: @unchecked Sendable {
  // Unchecked: it points to constant data of the program, which lives as long as the program.
  private let start: UnsafeRawPointer?
  private let size: Int

  var isEmpty: Bool { size == 0 }

  /// The table of a language's dictionary; empty where there is none.
  init(language: String) {
    var size = 0
    start = reprise_dictionary(language, &size)
    self.size = size
  }

  func byte(at offset: Int) -> UInt8 {
    guard let start, offset < size else { return 0 }
    return start.load(fromByteOffset: offset, as: UInt8.self)
  }

  func half(at offset: Int) -> UInt16 { UInt16(byte(at: offset)) | UInt16(byte(at: offset + 1)) << 8 }

  func word(at offset: Int) -> UInt32 {
    guard let start, offset + 4 <= size else { return 0 }
    return UInt32(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The place of a key among ascending ones; nil where it is not there.
  func place(of key: UInt32, from offset: Int, count: Int) -> Int? {
    let place = (0..<count).partitioningIndex { word(at: offset + 4 * $0) >= key }
    return place < count && word(at: offset + 4 * place) == key ? place : nil
  }
}
