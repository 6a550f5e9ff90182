internal import Articles
internal import Entities
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

  /// - Parameter sequence: The article's place in the order of input.
  func indexed(_ article: Article, sequence: UInt64) -> IndexedArticle {
    let text = AnalysedText(article.text)
    let title = article.title.map { AnalysedText($0) }
    var record = ArticleRecord(article: article, mentions: [])
    record.detectedLanguage = detector.language(of: article.text)
    let language = record.language
    let named = recogniser.recognise(text, title: title, language: language)
    record.mentions = named.text.map(StoredMention.init)
    let words = WordList(text)
    let passages = text.passages()
    let fingerprints = fingerprinter.fingerprints(of: words, in: passages)
    let outline = ArticleOutline(
      id: article.id, outlet: article.outlet, published: article.published,
      sketch: StorySketch(of: text, words))
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
      let mentions = (passage.ordinal == 0 ? named.title : []) + named.text[first..<next]
      return IndexedPassage(
        passage, entities: given + tags(of: mentions, without: given),
        fingerprints: fingerprints[passage.ordinal].map(\.value))
    }
  }

  /// Each entity of some mentions once.
  private func tags(of mentions: [Mention], without given: Set<EntityTag>) -> [EntityTag] {
    let all = mentions.map { EntityTag($0.entityClass, key: $0.key.text) }
    guard all.count <= Self.fewMentions else { return Array(Set(all).subtracting(given)) }
    var tags: [EntityTag] = []
    for tag in all where !tags.contains(tag) && (given.isEmpty || !given.contains(tag)) { tags.append(tag) }
    return tags
  }

  /// Up to how many mentions a search through their entities is quicker than a set of them: as many as a passage has.
  private static let fewMentions = 100

  private func tags(of given: [GivenEntity]) -> Set<EntityTag> {
    Set(
      given.compactMap { entity in
        EntityKey(name: entity.name, entityClass: entity.entityClass).map {
          EntityTag(entity.entityClass, key: $0.text)
        }
      })
  }
}

extension StoredMention {
  /// What is kept of a mention.
  init(_ mention: Mention) {
    self.init(
      entityClass: mention.entityClass, bytes: mention.range, name: mention.canonicalName,
      key: mention.key.text)
  }
}
