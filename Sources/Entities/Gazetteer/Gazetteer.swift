internal import CEntityData

/// Names of places, organisations and people, and words around names, embedded in the program.
///
/// Nothing is loaded: look-ups read the bytes of the program's own file, and remember the last words. The layout
/// is described in `Sources/CEntityData/README.md`. Words are looked up by hash, so that about one unknown phrase
/// in ten million is taken for a known one.
///
/// Sources: Debian's iso-codes, GeoNames (CC BY 4.0), US Census names (public domain), Faker and
/// pytickersymbols (MIT), and lists of our own.
public struct Gazetteer: @unchecked Sendable {
  // Sendable because the bytes are read-only and live as long as the program.

  /// What stands at a phrase.
  public struct Entry: Sendable, Equatable {
    /// The lists that the phrase is on.
    public let classes: WordClasses
    /// The number of the place that it names, 0 for none.
    public let place: UInt16
    /// The number of the organisation that it names, 0 for none.
    public let organisation: UInt16
  }

  /// The gazetteer of this program, which is of English and has the records of all languages.
  public static let shared: Gazetteer = {
    var size = 0
    let base = reprise_gazetteer(&size)
    return Gazetteer(base, size: size)
  }()

  private static let headerSize = 32
  private static let bucketCount = 1 << 16
  private static let recordSize = 24

  private let buckets: UnsafePointer<UInt32>
  private let keys: UnsafePointer<UInt32>
  private let classes: UnsafePointer<UInt32>
  private let records: UnsafeRawPointer
  private let places: UnsafePointer<UInt16>
  private let organisations: UnsafePointer<UInt16>
  private let strings: UnsafePointer<UInt8>
  private let memory = WordMemory()
  /// The number of phrases.
  public let phraseCount: Int
  /// The number of places and organisations.
  public let recordCount: Int

  /// Reads a gazetteer from bytes that live as long as the program.
  init(_ base: UnsafeRawPointer, size: Int) {
    precondition(
      size > Self.headerSize && base.load(as: UInt32.self) == 0x315A_4752,
      "the embedded gazetteer is what scripts/build-gazetteer writes")
    let phraseCount = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    let recordCount = Int(base.load(fromByteOffset: 8, as: UInt32.self))
    var next = base + Self.headerSize
    func take<T>(_ count: Int, of type: T.Type) -> UnsafePointer<T> {
      defer { next += count * MemoryLayout<T>.stride }
      return next.assumingMemoryBound(to: type)
    }
    buckets = take(Self.bucketCount + 1, of: UInt32.self)
    keys = take(phraseCount, of: UInt32.self)
    classes = take(phraseCount, of: UInt32.self)
    records = UnsafeRawPointer(take(recordCount * Self.recordSize, of: UInt8.self))
    places = take(phraseCount, of: UInt16.self)
    organisations = take(phraseCount, of: UInt16.self)
    strings = next.assumingMemoryBound(to: UInt8.self)
    self.phraseCount = phraseCount
    self.recordCount = recordCount
  }

  /// What stands at a phrase, given by the ``PhraseHash`` of its words; nil for an unknown one.
  @inline(__always)
  public subscript(phrase: PhraseHash) -> Entry? {
    guard let index = index(of: phrase) else { return nil }
    return Entry(
      classes: WordClasses(rawValue: classes[index]), place: places[index],
      organisation: organisations[index])
  }

  /// The lists that a single word stands on, given by the hash of its normal form; none for an unknown one.
  @inline(__always)
  public func classes(ofWord hash: UInt64) -> WordClasses {
    memory.classes(ofWord: hash) {
      guard let index = index(of: PhraseHash(word: hash)) else { return [] }
      return WordClasses(rawValue: classes[index])
    }
  }

  @inline(__always)
  private func index(of phrase: PhraseHash) -> Int? {
    let bucket = Int(truncatingIfNeeded: phrase.value >> 48)
    let key = UInt32(truncatingIfNeeded: phrase.value)
    var index = Int(buckets[bucket])
    let end = Int(buckets[bucket + 1])
    while index < end {
      if keys[index] == key { return index }
      index += 1
    }
    return nil
  }

  /// The place or organisation of a number from an ``Entry``; nil for 0 and for numbers not given out.
  public func record(_ number: UInt16) -> GazetteerRecord? {
    guard number > 0, Int(number) <= recordCount else { return nil }
    let bytes = records + (Int(number) - 1) * Self.recordSize
    let nameStart = Int(bytes.load(as: UInt32.self))
    let population = Int(bytes.load(fromByteOffset: 4, as: UInt32.self))
    let latitude = bytes.load(fromByteOffset: 8, as: Int32.self)
    let longitude = bytes.load(fromByteOffset: 12, as: Int32.self)
    let geoName = Int(bytes.load(fromByteOffset: 16, as: UInt32.self))
    let country = UnsafeRawBufferPointer(start: bytes + 20, count: 2)
    let nameLength = Int(bytes.load(fromByteOffset: 23, as: UInt8.self))
    guard let kind = GazetteerRecord.Kind(rawValue: bytes.load(fromByteOffset: 22, as: UInt8.self)) else {
      return nil
    }
    let hasPoint = latitude != 0 || longitude != 0
    return GazetteerRecord(
      kind: kind,
      name: String(
        decoding: UnsafeBufferPointer(start: strings + nameStart, count: nameLength), as: UTF8.self),
      countryCode: country[0] == 0 ? nil : String(decoding: country, as: UTF8.self),
      coordinates: hasPoint
        ? .init(latitude: Double(latitude) / 1e4, longitude: Double(longitude) / 1e4) : nil,
      population: population == 0 ? nil : population, geoNamesID: geoName == 0 ? nil : geoName)
  }
}
