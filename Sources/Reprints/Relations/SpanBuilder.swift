/// Makes the spans of a report from an alignment: stretches of the same class of text, in bytes.
struct SpanBuilder {
  private let a: ComparableText
  private let b: ComparableText
  private let alignment: Alignment
  private let classes: [PairEvidence.WordClass]

  init(_ a: ComparableText, _ b: ComparableText, _ alignment: Alignment, classes: [PairEvidence.WordClass]) {
    self.a = a
    self.b = b
    self.alignment = alignment
    self.classes = classes
  }

  /// The spans of what is the articles' own, and those of furniture and boilerplate.
  func spans() -> (own: [PairReport.Span], furniture: [PairReport.Span]) {
    var own: [PairReport.Span] = []
    var furniture: [PairReport.Span] = []
    var first = 0
    for chain in alignment.chains {
      var pieces = Pieces()
      for run in alignment.runs[chain.runs] {
        for offset in 0..<run.count {
          pieces.append(a: run.a + offset, b: run.b + offset, classes[first + offset])
        }
        first += run.count
      }
      for piece in pieces.finished() {
        if piece.isFurniture { furniture.append(span(of: piece)) } else { own.append(span(of: piece)) }
      }
    }
    return (own, furniture)
  }

  private func span(of piece: Pieces.Piece) -> PairReport.Span {
    let content: PairReport.Span.Content =
      piece.isFurniture ? .boilerplate : piece.quoted * 2 > piece.words ? .quotation : .narration
    return PairReport.Span(
      a: a.words.bytes(ofWords: piece.a), b: b.words.bytes(ofWords: piece.b),
      isVerbatim: piece.a.count == piece.words && piece.b.count == piece.words, content: content,
      words: piece.words)
  }
}

/// The stretches of a chain that are either the articles' own or furniture.
private struct Pieces {
  struct Piece {
    var a: Range<Int>
    var b: Range<Int>
    var words: Int
    var quoted: Int
    var isFurniture: Bool
  }

  private var pieces: [Piece] = []

  mutating func append(a: Int, b: Int, _ wordClass: PairEvidence.WordClass) {
    let isFurniture = wordClass == .boilerplate
    let quoted = wordClass == .quotation ? 1 : 0
    if let last = pieces.last, last.isFurniture == isFurniture {
      pieces[pieces.count - 1].a = last.a.lowerBound..<a + 1
      pieces[pieces.count - 1].b = last.b.lowerBound..<b + 1
      pieces[pieces.count - 1].words += 1
      pieces[pieces.count - 1].quoted += quoted
    } else {
      pieces.append(Piece(a: a..<a + 1, b: b..<b + 1, words: 1, quoted: quoted, isFurniture: isFurniture))
    }
  }

  func finished() -> [Piece] { pieces }
}
