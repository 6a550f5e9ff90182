/// Where an article lies in the snapshot of one ``IndexReader``; it means nothing to another reader.
public struct ArticleHandle: Sendable, Hashable, Comparable {
  let segment: UInt32
  let head: UInt32

  /// Orders articles as they lie in the files.
  public static func < (left: ArticleHandle, right: ArticleHandle) -> Bool {
    (left.segment, left.head) < (right.segment, right.head)
  }
}

/// Where a passage lies in the snapshot of one ``IndexReader``.
public struct PassageHandle: Sendable, Hashable {
  /// The article that it is part of.
  public let article: ArticleHandle
  /// Its place in the article, from 0.
  public let ordinal: Int

  /// Makes a handle; a passage that the article does not have is found out when it is read.
  public init(article: ArticleHandle, ordinal: Int) {
    self.article = article
    self.ordinal = ordinal
  }

  var docid: UInt32 { article.head &+ UInt32(truncatingIfNeeded: ordinal) }
}

/// An article with the number of its passages.
public struct ArticleExtent: Sendable, Hashable {
  /// The article.
  public let article: ArticleHandle
  /// How many passages it has.
  public let passageCount: Int
  /// The number of terms of its headline; each passage has them twice, in the text and as a title.
  public let titleLength: Int

  /// Makes an extent from an article, the number of its passages and the number of terms of its headline.
  public init(article: ArticleHandle, passageCount: Int, titleLength: Int) {
    self.article = article
    self.passageCount = passageCount
    self.titleLength = titleLength
  }
}

/// A passage that a search found.
public struct PassageHit: Sendable, Hashable {
  /// The passage.
  public let passage: PassageHandle
  /// How many passages its article has.
  public let passageCount: Int
  /// The number of terms of the headline of its article.
  public let titleLength: Int
  /// Its UTF-8 bytes in the text of the article.
  public let bytes: Range<Int>
  /// Its weight, 0 for a query of tags alone.
  public let score: Double

  /// The article that it is part of.
  public var article: ArticleHandle { passage.article }
  /// The article with the number of its passages.
  public var extent: ArticleExtent {
    ArticleExtent(article: article, passageCount: passageCount, titleLength: titleLength)
  }
}
