/// The fingerprints that articles share with others, by which those are found that are one text; see ``DistinctTexts``.
struct TextPrints: Sendable {
  /// For each article how many different fingerprints it has.
  fileprivate(set) var sizes: [Int] = []
  /// The fingerprints of each article that others have too, as numbers.
  fileprivate var lists: [UInt32] = []
  fileprivate var ends: [Int] = [0]
  /// How many fingerprints are of more than one article.
  fileprivate var sharedCount = 0

  /// For each of some articles, in order, the number of its text from 0, as ``DistinctTexts`` counts them.
  func texts(of articles: [Int]) -> (texts: [Int], count: Int) {
    var distinct = NumberedTexts(fingerprints: sharedCount)
    let texts = articles.map { distinct.text(of: lists[ends[$0]..<ends[$0 + 1]], size: sizes[$0]) }
    return (texts, distinct.count)
  }
}

/// Gathers the fingerprints of articles, then numbers those that several have.
struct TextPrintsBuilder {
  private var values: [UInt64] = []
  private var ends: [Int] = [0]

  /// Adds the fingerprints of the next article.
  mutating func add(_ fingerprints: [UInt64]) {
    var last: UInt64?
    for value in fingerprints.sorted() where value != last {
      values.append(value)
      last = value
    }
    ends.append(values.count)
  }

  /// What was added.
  func made() -> TextPrints {
    let numbers = sharedNumbers()
    var prints = TextPrints()
    prints.sharedCount = numbers.count
    for article in 0..<ends.count - 1 {
      let own = values[ends[article]..<ends[article + 1]]
      prints.sizes.append(own.count)
      prints.lists += own.compactMap { numbers[$0] }
      prints.ends.append(prints.lists.count)
    }
    return prints
  }

  private func sharedNumbers() -> [UInt64: UInt32] {
    var numbers: [UInt64: UInt32] = [:]
    var last: UInt64?
    for value in values.sorted() {
      if value == last, numbers[value] == nil { numbers[value] = UInt32(numbers.count) }
      last = value
    }
    return numbers
  }
}

/// ``DistinctTexts`` on fingerprints that are numbers from 0 and of more than one article.
private struct NumberedTexts {
  private static let none = Int32(-1)

  /// For each fingerprint the last of its entries, and how many there are.
  private var heads: [Int32]
  private var counts: [UInt8]
  /// A text that has a fingerprint, and the entry before it.
  private var entries: [(text: Int32, before: Int32)] = []
  private var sizes: [Int] = []
  /// For each text how many fingerprints of the article in hand it has; all zero between two.
  private var shared: [Int] = []
  private var touched: [Int] = []

  init(fingerprints: Int) {
    heads = [Int32](repeating: Self.none, count: fingerprints)
    counts = [UInt8](repeating: 0, count: fingerprints)
  }

  var count: Int { sizes.count }

  mutating func text(of fingerprints: ArraySlice<UInt32>, size: Int) -> Int {
    for fingerprint in fingerprints where counts[Int(fingerprint)] <= DistinctTexts.mostTexts {
      var entry = heads[Int(fingerprint)]
      while entry != Self.none {
        let (text, before) = entries[Int(entry)]
        if shared[Int(text)] == 0 { touched.append(Int(text)) }
        shared[Int(text)] += 1
        entry = before
      }
    }
    var best: (text: Int, share: Double)?
    for text in touched {
      let share = Double(shared[text]) / Double(min(size, sizes[text]))
      shared[text] = 0
      if share >= DistinctTexts.sameText, (share, -text) > (best?.share ?? 0, -(best?.text ?? 0)) {
        best = (text, share)
      }
    }
    touched.removeAll(keepingCapacity: true)
    return best?.text ?? newText(fingerprints, size)
  }

  private mutating func newText(_ fingerprints: ArraySlice<UInt32>, _ size: Int) -> Int {
    let text = sizes.count
    sizes.append(size)
    shared.append(0)
    for fingerprint in fingerprints where counts[Int(fingerprint)] <= DistinctTexts.mostTexts {
      entries.append((Int32(text), heads[Int(fingerprint)]))
      heads[Int(fingerprint)] = Int32(entries.count - 1)
      counts[Int(fingerprint)] += 1
    }
    return text
  }
}
