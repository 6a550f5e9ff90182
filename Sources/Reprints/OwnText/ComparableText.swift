public import Articles
public import TextAnalysis

/// An article prepared to be compared with others: its words, and for each whether it is the article's own and
/// whether it is quoted.
public struct ComparableText: Sendable {
  /// What is known of a word.
  public struct Marks: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes marks from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It is part of a quotation.
    public static let quoted = Marks(rawValue: 1)
    /// It is part of a heading, a caption, a plea to subscribe or the like.
    public static let furniture = Marks(rawValue: 2)
    /// It is standing text of the outlet.
    public static let boilerplate = Marks(rawValue: 4)
    /// The article has said it before.
    public static let repeated = Marks(rawValue: 8)
    /// Any mark of what is not the article's own.
    public static let notOwn: Marks = [.furniture, .boilerplate, .repeated]
  }

  /// The article's text.
  public let text: AnalysedText
  /// The headline that its record gives.
  public let title: String?
  /// The outlet that its record gives.
  public let outlet: String?
  /// When the outlet says that it was published; nil for a date that cannot be (``Articles/ArticleDate/isPlausible``).
  public let published: ArticleDate?
  /// Whose text, statements and photos it says it carries.
  public let credits: [Credit]
  /// Its words.
  public let words: WordList
  /// What is known of each word.
  public let marks: [Marks]
  /// What stands in the article but is no part of its own story.
  public let parts: [TextPart]
  /// Whether it is by its words a page that is no article.
  public let isSitePage: Bool
  /// The number of words that are its own.
  public let ownWords: Int
  /// The number of words that are its own and not quoted.
  public let narrationWords: Int

  /// Whether the archive has learned any of it as standing text of the outlet.
  var hasBoilerplate: Bool { parts.contains { $0.kind == .boilerplate } }
  /// The one form of the outlet's name; nil where there is none.
  let outletName: String?
  /// The host that it was found at; nil where that is not known.
  let host: String?
  /// The hosts of the addresses in its text.
  let addressed: Set<String>
  /// The names in the byline of its record.
  let bylineNames: [String]
  /// The words that carry its narration.
  let vocabulary: VocabularyBits
  /// The number of words of each sentence.
  let sentenceSizes: [UInt32]
  /// The number of quoted words of each sentence.
  private let quotedInSentence: [UInt32]

  /// Prepares an article.
  ///
  /// - Parameters:
  ///   - sources: where the record says that the text comes from.
  ///   - byline: who wrote it, as the record says.
  ///   - url: where it was found.
  ///   - boilerplate: the outlet's standing text in it, as UTF-8 offsets, where the archive has learned any
  ///     (``BoilerplateLearner``).
  public init(
    _ text: AnalysedText, title: String? = nil, outlet: String? = nil, published: ArticleDate? = nil,
    sources: [String] = [], byline: String? = nil, url: String? = nil, boilerplate: [Range<Int>] = []
  ) {
    self.init(
      text, WordList(text), title: title, outlet: outlet, published: published, sources: sources,
      byline: byline, url: url, boilerplate: boilerplate)
  }

  private init(
    _ text: AnalysedText, _ words: WordList, title: String?, outlet: String?, published: ArticleDate?,
    sources: [String], byline: String?, url: String?, boilerplate: [Range<Int>]
  ) {
    self.text = text
    self.title = title
    self.outlet = outlet
    self.published = published.flatMap { $0.isPlausible ? $0 : nil }
    host = (url ?? outlet).flatMap(WebAddress.host)
    outletName = host.flatMap(SourceName.listed) ?? outlet.flatMap(SourceName.canonical)
    addressed = Set(WebAddress.addresses(in: text.text).map(\.host))
    bylineNames = byline.map(SourceName.parts(ofByline:)) ?? []
    let named = SourceName.known(inByline: byline ?? "") + WebAddress.agencies(inPathOf: url ?? "")
    let declared = (sources + named).map { source in
      Credit(source: SourceName.canonical(source) ?? source, kind: .text, strength: .signed, bytes: 0..<0)
    }
    credits = declared + CreditReader.credits(in: text, words: words)
    let quoted = QuotationMask.mask(of: text)
    var marks = words.words.map { quoted[Int($0.token)] ? Marks.quoted : [] }
    let learned = boilerplate.map { bytes in
      TextPart(kind: .boilerplate, words: words.wordRange(inBytes: bytes), bytes: bytes)
    }
    let parts = OwnText.parts(of: text, words: words, outlet: outletName) + learned
    for part in parts { for index in part.words { marks[index].insert(Self.mark(for: part.kind)) } }
    self.words = words
    isSitePage = SitePageForm.matches(words)
    vocabulary = VocabularyBits(text, words, marks)
    self.parts = parts
    self.marks = marks
    var own = 0
    var narration = 0
    for mark in marks where mark.isDisjoint(with: .notOwn) {
      own += 1
      if !mark.contains(.quoted) { narration += 1 }
    }
    var sizes = [UInt32](repeating: 0, count: text.sentences.count)
    var quotedSizes = sizes
    for (index, word) in words.words.enumerated() {
      sizes[Int(word.sentence)] += 1
      if marks[index].contains(.quoted) { quotedSizes[Int(word.sentence)] += 1 }
    }
    sentenceSizes = sizes
    quotedInSentence = quotedSizes
    ownWords = own
    narrationWords = narration
  }

  /// Prepares an article of an archive.
  ///
  /// - Parameter words: The words of the text, where they are known.
  public init(
    _ article: Article, _ text: AnalysedText, _ words: WordList? = nil, boilerplate: [Range<Int>] = []
  ) {
    self.init(
      text, words ?? WordList(text), title: article.title, outlet: article.outlet,
      published: article.published,
      sources: article.sources, byline: article.byline, url: article.url, boilerplate: boilerplate)
  }

  /// Whether half of the sentence or more that a word stands in is quoted.
  func isMostlyQuoted(sentenceOf word: Int) -> Bool {
    let sentence = Int(words.words[word].sentence)
    return quotedInSentence[sentence] * 2 >= sentenceSizes[sentence]
  }

  private static func mark(for kind: TextPart.Kind) -> Marks {
    switch kind {
    case .boilerplate: .boilerplate
    case .repetition: .repeated
    default: .furniture
    }
  }
}
