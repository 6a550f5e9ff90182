import Entities

/// Exact spans found, right and wanted; a leading "the" and a trailing "'s" are taken off before.
struct SpanScore {
  private(set) var wanted = 0
  private(set) var found = 0
  private(set) var right = 0

  mutating func add(gold: [NameSpan], found spans: [NameSpan], words: [String]) {
    let gold = gold.compactMap { Self.core($0, words) }
    let spans = spans.compactMap { Self.core($0, words) }
    wanted += gold.count
    found += spans.count
    right += spans.count { gold.contains($0) }
  }

  private static func core(_ span: NameSpan, _ words: [String]) -> NameSpan? {
    var span = span
    while !span.tokens.isEmpty, words[span.tokens.lowerBound].lowercased() == "the" {
      span.tokens.removeFirst()
    }
    while span.tokens.count > 1, ["'s", "’s"].contains(words[span.tokens.upperBound - 1]) {
      span.tokens.removeLast()
    }
    return span.tokens.isEmpty ? nil : span
  }

  var precision: Double { Double(right) / Double(max(1, found)) }
  var recall: Double { Double(right) / Double(max(1, wanted)) }
  var f1: Double { 2 * precision * recall / max(1e-9, precision + recall) }
}

extension SpanScore: CustomStringConvertible {
  var description: String {
    func rounded(_ value: Double) -> String {
      let digits = String(Int((value * 10_000).rounded()))
      return "0." + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return "P \(rounded(precision)) R \(rounded(recall)) F1 \(rounded(f1)) of \(wanted)"
  }
}
