public import Articles
public import Formats
internal import TextAnalysis

/// What an archive keeps of an article: the article as given, and the entities found in it.
///
/// One record an article is stored, compressed, with its first passage.
public struct ArticleRecord: Sendable, Equatable {
  /// The article as it was given.
  public var article: Article
  /// The mentions of entities in its text, in the order of their offsets.
  public var mentions: [StoredMention]
  /// The language that the text was detected to be, as an ISO 639-1 code; nil where that could not be told.
  ///
  /// What the record declares stands in the article.
  public var detectedLanguage: String?
  /// Where in the input it was found, and the hash of the page that it was taken from; nil for articles of older indexes.
  public var source: SourceLocation?

  /// Makes a record.
  public init(
    article: Article, mentions: [StoredMention], detectedLanguage: String? = nil,
    source: SourceLocation? = nil
  ) {
    self.source = source
    self.article = article
    self.mentions = mentions
    self.detectedLanguage = detectedLanguage
  }

  /// The language by which the article was indexed: the one declared, or detected where none is or where it
  /// cannot be; nil where it is not known.
  public var language: String? {
    LanguageDetector.language(declared: article.language, detected: detectedLanguage)
  }
}

/// A mention of an entity, as it is kept with its article.
public struct StoredMention: Sendable, Hashable {
  /// What kind of thing is named.
  public var entityClass: EntityClass
  /// Where it is named, as UTF-8 offsets into the article's text.
  public var bytes: Range<Int>
  /// The full name of the entity in this article.
  public var name: String
  /// The normal form of the name, under which the index knows the entity.
  public var key: String

  /// Makes a mention.
  public init(entityClass: EntityClass, bytes: Range<Int>, name: String, key: String) {
    self.entityClass = entityClass
    self.bytes = bytes
    self.name = name
    self.key = key
  }
}

extension ArticleRecord {
  /// The first number of every record; one that a version does not know is not read.
  ///
  /// Version 1 had no detected language at the end, version 2 no source.
  private static let version = 3
  /// The bytes that most records take beside their text.
  private static let roomBesideText = 2 << 10

  /// The record as bytes.
  func encoded() -> [UInt8] {
    var writer = RecordWriter(capacity: article.text.utf8.count + Self.roomBesideText)
    writer.write(Self.version)
    writer.write(article.id)
    for field in [article.outlet, article.url, article.title, article.language, article.byline] {
      writer.write(field)
    }
    for date in [article.published, article.printed, article.crawled] {
      writer.write(date?.asWritten)
    }
    writer.write(article.entities) {
      $0.write($1.entityClass.code)
      $0.write($1.name)
    }
    writer.write(article.sources) { $0.write($1) }
    writer.write(article.text)
    write(mentions, to: &writer)
    writer.write(detectedLanguage)
    write(source, to: &writer)
    return writer.bytes
  }

  private func write(_ source: SourceLocation?, to writer: inout RecordWriter) {
    writer.write(source?.file)
    guard let source else { return }
    for text in [source.member, source.recordID, source.sha256] { writer.write(text) }
    for number in [source.line, source.record, source.offset] { writer.write(number.map { $0 + 1 } ?? 0) }
  }

  private static func readSource(_ reader: inout RecordReader) throws(RecordReader.Damaged) -> SourceLocation?
  {
    guard let file = try reader.readOptionalString() else { return nil }
    var source = SourceLocation(file: file)
    source.member = try reader.readOptionalString()
    source.recordID = try reader.readOptionalString()
    source.sha256 = try reader.readOptionalString()
    for field in [\SourceLocation.line, \.record, \.offset] {
      let number = try reader.readNumber()
      source[keyPath: field] = number > 0 ? number - 1 : nil
    }
    return source
  }

  /// Each entity once, then each mention as the entity's number, its distance from the last and its length.
  private func write(_ mentions: [StoredMention], to writer: inout RecordWriter) {
    var entities: [StoredMention] = []
    var numbers = [MentionedEntity: Int](minimumCapacity: mentions.count)
    let numberOfMention = mentions.map { mention in
      let entity = MentionedEntity(mention)
      if let number = numbers[entity] { return number }
      numbers[entity] = entities.count
      entities.append(mention)
      return entities.count - 1
    }
    writer.write(entities) {
      $0.write($1.entityClass.code)
      $0.write($1.name)
      $0.write($1.key)
    }
    var last = 0
    writer.write(mentions.count)
    for (mention, number) in zip(mentions, numberOfMention) {
      writer.write(number)
      writer.write(mention.bytes.lowerBound - last)
      writer.write(mention.bytes.count)
      last = mention.bytes.lowerBound
    }
  }

  /// Reads a record.
  ///
  /// - Throws: `RecordReader.Damaged` where the bytes are no record of this version.
  init(decoding bytes: [UInt8]) throws(RecordReader.Damaged) {
    var reader = RecordReader(bytes)
    let version: Int
    (article, version) = try Self.readArticle(&reader)
    mentions = try Self.readMentions(&reader, textLength: article.text.utf8.count)
    detectedLanguage = version >= 2 ? try reader.readOptionalString() : nil
    source = version >= 3 ? try Self.readSource(&reader) : nil
    guard reader.isAtEnd else { throw RecordReader.Damaged() }
  }

  /// Reads of a record the article alone, at half the cost.
  static func article(decoding bytes: [UInt8]) throws(RecordReader.Damaged) -> Article {
    var reader = RecordReader(bytes)
    return try readArticle(&reader).article
  }

  private static func readArticle(
    _ reader: inout RecordReader
  ) throws(RecordReader.Damaged) -> (article: Article, version: Int) {
    let version = try reader.readNumber()
    guard (1...Self.version).contains(version) else { throw RecordReader.Damaged() }
    var article = Article(id: try reader.readString(), text: "")
    article.outlet = try reader.readOptionalString()
    article.url = try reader.readOptionalString()
    article.title = try reader.readOptionalString()
    article.language = try reader.readOptionalString()
    article.byline = try reader.readOptionalString()
    article.published = try reader.readDate()
    article.printed = try reader.readDate()
    article.crawled = try reader.readDate()
    article.entities = try reader.readArray { reader throws(RecordReader.Damaged) in
      GivenEntity(entityClass: try EntityClass.read(&reader), name: try reader.readString())
    }
    article.sources = try reader.readArray { reader throws(RecordReader.Damaged) in try reader.readString() }
    article.text = try reader.readString()
    return (article, version)
  }

  private static func readMentions(
    _ reader: inout RecordReader, textLength: Int
  ) throws(RecordReader.Damaged) -> [StoredMention] {
    let entities = try reader.readArray { reader throws(RecordReader.Damaged) in
      StoredMention(
        entityClass: try EntityClass.read(&reader), bytes: 0..<0, name: try reader.readString(),
        key: try reader.readString())
    }
    var last = 0
    return try reader.readArray { reader throws(RecordReader.Damaged) in
      let number = try reader.readNumber()
      let (distance, length) = (try reader.readNumber(), try reader.readNumber())
      // Compared before they are added, since damaged numbers may be too large for a sum.
      guard entities.indices.contains(number), distance <= textLength - last,
        length <= textLength - last - distance
      else { throw RecordReader.Damaged() }
      let start = last + distance
      let end = start + length
      last = start
      var mention = entities[number]
      mention.bytes = start..<end
      return mention
    }
  }
}

/// What makes two mentions be of one entity: class, key and name.
private struct MentionedEntity: Hashable {
  let entityClass: EntityClass
  let key: String
  let name: String

  init(_ mention: StoredMention) {
    (entityClass, key, name) = (mention.entityClass, mention.key, mention.name)
  }

  /// The key says nearly all of it.
  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension EntityClass {
  /// The number that stands for the class in records.
  fileprivate var code: Int {
    switch self {
    case .person: 0
    case .organisation: 1
    case .place: 2
    }
  }

  fileprivate static func read(_ reader: inout RecordReader) throws(RecordReader.Damaged) -> EntityClass {
    let code = try reader.readNumber()
    guard let entityClass = allCases.first(where: { $0.code == code }) else { throw RecordReader.Damaged() }
    return entityClass
  }
}
