internal import TextAnalysis

/// Matches the quotation marks of one paragraph.
struct QuoteMatcher {
  /// What a mark does.
  enum Role: Equatable {
    /// Opens a quotation.
    case open
    /// “: opens a quotation, or closes one that „ opened.
    case openHigh
    /// „: opens a quotation that “ closes.
    case openLow
    /// Opens a quotation with a straight mark, or goes on with one that is open already.
    case openOrGoOn
    /// Closes one.
    case close
    /// Opens or closes, whichever fits.
    case either
    /// `''`: two single marks that stand for a double one.
    case doubledSingle
    /// Opens a quotation in single marks.
    case openSingle
    /// Closes one in single marks.
    case closeSingle
  }

  /// A quotation that was opened this many tokens ago and is opened again was never closed.
  private static let forgotten = 150
  /// A quotation in single marks of more tokens than this is a misread apostrophe.
  private static let longSingle = 80

  private var open: [Int] = []
  private var isLow = false
  private var single: Int?

  /// Where the outermost quotation in double marks begins that is not closed.
  var openDouble: Int? { open.first }

  /// Takes the next mark; a quotation that it closes.
  mutating func take(_ role: Role, at index: Int) -> Range<Int>? {
    switch role {
    case .openHigh where isLow:
      return take(.close, at: index)
    case .open, .openHigh, .openLow:
      isLow = role == .openLow
      if let first = open.first, index - first > Self.forgotten { open.removeAll() }
      if open.count < 4 { open.append(index) }
      return nil
    case .openOrGoOn:
      if let first = open.first, index - first > Self.forgotten { open.removeAll() }
      if open.isEmpty { open.append(index) }
      return nil
    case .close:
      isLow = false
      return open.popLast().map { $0..<index + 1 }
    case .either, .doubledSingle:
      if let start = open.popLast() {
        guard index - start > Self.forgotten else { return start..<index + 1 }
      }
      open.append(index)
      return nil
    case .openSingle:
      single = index
      return nil
    case .closeSingle:
      defer { single = nil }
      guard let single, index - single <= Self.longSingle else { return nil }
      return single..<index + 1
    }
  }

  /// What a mark does in a paragraph; nil where it has nothing to do with quotations.
  static func role(of index: Int, in text: AnalysedText, paragraph: Range<Int>) -> Role? {
    let token = text.tokens[index]
    let isAttached = !token.shape.contains(.spaceBefore) && index > paragraph.lowerBound
    let nextIsAttached =
      index + 1 < paragraph.upperBound && !text.tokens[index + 1].shape.contains(.spaceBefore)
    switch token.hash {
    case PunctuationMark.straightQuote:
      if isAttached == nextIsAttached { return .either }
      return isAttached ? .close : .openOrGoOn
    case PunctuationMark.rightGuillemet where !isAttached && nextIsAttached: return .open
    case PunctuationMark.straightSingle, PunctuationMark.closeSingle, PunctuationMark.grave:
      if index + 1 < paragraph.upperBound, text.tokens[index + 1].hash == token.hash, nextIsAttached {
        return .doubledSingle
      }
      if token.hash == PunctuationMark.grave { return nil }
      if token.hash == PunctuationMark.straightSingle, !isAttached, nextIsAttached { return .openSingle }
      return isAttached ? .closeSingle : nil
    case PunctuationMark.openSingle: return .openSingle
    case PunctuationMark.lowOpener: return .openLow
    case PunctuationMark.highOpener: return .openHigh
    case let hash where PunctuationMark.openers.contains(hash): return .open
    case let hash where PunctuationMark.closers.contains(hash): return .close
    default: return nil
    }
  }
}
