internal import Articles
internal import Entities
internal import Formats
internal import Reprints
internal import SearchIndex
internal import TextAnalysis

/// Makes of an article what the index holds of it: passages with their entities and fingerprints, the record and the
/// outline.
///
/// It has no state that changes: one serves all threads.
struct ArticleAnalyser: Sendable {
  /// The recogniser that archives are made with: the trained one, by rules where there is no model.
  static let recogniser: any EntityRecogniser = TrainedRecogniser() ?? RuleRecogniser()

  private let recogniser: any EntityRecogniser
  private let fingerprinter = Fingerprinter()
  private let detector = LanguageDetector()

  /// - Parameter recogniser: What finds the entities.
  init(recogniser: any EntityRecogniser) { self.recogniser = recogniser }

  /// - Parameters:
  ///   - sequence: The article's place in the order of input.
  ///   - source: Where in the input it was found.
  func indexed(_ article: Article, sequence: UInt64, source: SourceLocation? = nil) -> IndexedArticle {
    var record = ArticleRecord(article: article, mentions: [], source: source)
    record.detectedLanguage = detector.language(of: article.text)
    let language = record.language
    let text = AnalysedText(article.text, language: language)
    let title = article.title.map { AnalysedText($0, language: language) }
    let named = recogniser.recognise(text, title: title, language: language)
    record.mentions = named.text.map(StoredMention.init)
    // Texts are compared by words that no language parts, since one of two copies may be too short to tell its language.
    let compared = text.isReadByLanguage ? AnalysedText(article.text) : text
    let words = WordList(compared)
    let passages = text.passages()
    let fingerprints = fingerprinter.fingerprints(of: words, in: passages)
    let outline = ArticleOutline(
      id: article.id, outlet: article.outlet, published: article.published,
      sketch: StorySketch(of: compared, words))
    return IndexedArticle(
      id: article.id, contentHash: ContentHash(article).bytes, record: record.encoded(),
      outline: outline.encoded(), outlet: article.outlet, language: language, published: article.published,
      title: title, text: text, passages: indexed(passages, fingerprints, named, given: article.entities),
      sequence: sequence)
  }

  /// The passages with their entities; those of the title go with the first, those that the record brings are of
  /// the article as a whole and go with all.
  private func indexed(
    _ passages: [Passage], _ fingerprints: [ArraySlice<Fingerprint>], _ named: RecognisedArticle,
    given: [GivenEntity]
  ) -> [IndexedPassage] {
    let given = tags(of: given)
    var next = named.text.startIndex
    return passages.map { passage in
      let first = next
      while next < named.text.endIndex, named.text[next].range.lowerBound < passage.bytes.upperBound {
        next += 1
      }
      var tags = passage.ordinal == 0 ? named.title.map(EntityTag.init) : []
      tags.reserveCapacity(tags.count + next - first)
      for mention in named.text[first..<next] { tags.append(EntityTag(mention)) }
      return IndexedPassage(
        passage, entities: given + distinct(tags, without: given),
        fingerprints: fingerprints[passage.ordinal].map(\.value))
    }
  }

  /// Each tag once.
  private func distinct(_ all: [EntityTag], without given: Set<EntityTag>) -> [EntityTag] {
    guard all.count <= Self.few else { return Array(Set(all).subtracting(given)) }
    var tags: [EntityTag] = []
    tags.reserveCapacity(all.count)
    for tag in all where !tags.contains(tag) && (given.isEmpty || !given.contains(tag)) { tags.append(tag) }
    return tags
  }

  /// Up to how many tags a search through them is quicker than a set of them: more than most passages have.
  private static let few = 100

  private func tags(of given: [GivenEntity]) -> Set<EntityTag> {
    Set(
      given.compactMap { entity in
        EntityKey(name: entity.name, entityClass: entity.entityClass).map {
          EntityTag(entity.entityClass, key: $0.text)
        }
      })
  }
}

extension EntityTag {
  /// The tag of the entity that is mentioned.
  fileprivate init(_ mention: Mention) { self.init(mention.entityClass, key: mention.key.text) }
}

extension StoredMention {
  /// What is kept of a mention.
  init(_ mention: Mention) {
    self.init(
      entityClass: mention.entityClass, bytes: mention.range, name: mention.canonicalName,
      key: mention.key.text)
  }
}
