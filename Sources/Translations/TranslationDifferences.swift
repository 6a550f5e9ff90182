public import TextAnalysis

/// A number or a name that stands in one text only, or stands otherwise in the other, within sentences that correspond.
public struct TranslationDifference: Sendable, Equatable {
  /// What differs.
  public enum Content: Sendable {
    /// A number.
    case number
    /// A name.
    case name
  }

  /// What differs.
  public var content: Content
  /// UTF-8 bytes in the first text; empty, and where it would stand, for what only the second has.
  public var a: Range<Int>
  /// UTF-8 bytes in the second text; empty, and where it would stand, for what only the first has.
  public var b: Range<Int>
}

/// Finds numbers and names that a translation changed, left out or added.
///
/// It tells what is certain: numbers and names are written otherwise in another language (`4 thousand`, `half past five`, `Munich`)
/// more often than they are wrong. ``NumberForm`` and ``NamesOfText`` have what is left untold for that.
public struct TranslationDifferences {
  private let a: NamesOfText
  private let b: NamesOfText

  /// - Parameters:
  ///   - a: The first text.
  ///   - b: The second text.
  ///   - languages: Their languages, as ISO 639-1 codes.
  /// - Returns: Nil for a language whose words cannot be read.
  public init?(_ a: AnalysedText, _ b: AnalysedText, languages: (a: String, b: String)) {
    guard let a = NamesOfText(a, language: languages.a), let b = NamesOfText(b, language: languages.b) else {
      return nil
    }
    self.a = a
    self.b = b
  }

  /// What differs in some passages, in the order of the first text.
  public func differences(in passages: [TranslationReport.Passage]) -> [TranslationDifference] {
    passages.flatMap { numbers(in: $0) + names(in: $0) }
  }

  // MARK: Numbers

  private func numbers(in passage: TranslationReport.Passage) -> [TranslationDifference] {
    let (all, others) = (NumberForm.all(in: passage.a, of: a.text), NumberForm.all(in: passage.b, of: b.text))
    let (onlyA, onlyB) = (all.filter { !$0.isTold(by: others) }, others.filter { !$0.isTold(by: all) })
    if onlyA.count == 1, onlyB.count == 1 {
      return [TranslationDifference(content: .number, a: onlyA[0].bytes, b: onlyB[0].bytes)]
    }
    // Of several on either side nobody can say which stands for which.
    guard onlyA.isEmpty || onlyB.isEmpty else { return [] }
    let left = onlyA.filter(\.isLong).map { number in
      TranslationDifference(content: .number, a: number.bytes, b: passage.b.upperBound..<passage.b.upperBound)
    }
    return left
      + onlyB.filter(\.isLong).map { number in
        TranslationDifference(
          content: .number, a: passage.a.upperBound..<passage.a.upperBound, b: number.bytes)
      }
  }

  // MARK: Names

  private func names(in passage: TranslationReport.Passage) -> [TranslationDifference] {
    let cut = a.names(in: passage.a).filter { !b.mayHave($0) }.map { name in
      TranslationDifference(
        content: .name, a: name.bytes, b: passage.b.upperBound..<passage.b.upperBound)
    }
    return cut
      + b.names(in: passage.b).filter { !a.mayHave($0) }.map { name in
        TranslationDifference(
          content: .name, a: passage.a.upperBound..<passage.a.upperBound, b: name.bytes)
      }
  }
}

/// A number of two digits or more as it is compared across languages.
struct NumberForm: Equatable {
  /// Its UTF-8 bytes in its text.
  let bytes: Range<Int>
  /// Its digits without leading zeros.
  let digits: String

  /// The digits that tell: `46,000` and `46 thousand` agree in them.
  var significant: Substring {
    let end = digits.lastIndex { $0 != "0" }.map(digits.index(after:)) ?? digits.startIndex
    return digits[..<end]
  }

  /// Whether it tells so much that it would hardly be written in words: three digits that tell, or more.
  var isLong: Bool { significant.utf8.count >= 3 }

  /// The numbers in some bytes of a text; digits that only spaces, points or commas part are one number.
  static func all(in bytes: Range<Int>, of text: AnalysedText) -> [NumberForm] {
    var forms: [NumberForm] = []
    for token in text.tokens where token.kind == .number && bytes.contains(Int(token.start)) {
      let digits = text.string(of: token).filter { ("0"..."9").contains($0) }
      if let last = forms.last, text.isGroup(from: last.bytes.upperBound, to: Int(token.start)),
        digits.utf8.count == 3
      {
        forms[forms.count - 1] = NumberForm(
          bytes: last.bytes.lowerBound..<Int(token.end), digits: last.digits + digits)
      } else {
        let plain = String(digits.drop { $0 == "0" })
        forms.append(NumberForm(bytes: token.range, digits: plain))
      }
    }
    return forms.filter { $0.digits.utf8.count >= 2 }
  }

  /// Whether some numbers of the other text tell it: as it is, in thousands or millions, as the end of a year, by another clock or
  /// cut in two, or converted into another unit.
  func isTold(by others: [NumberForm]) -> Bool {
    let joined = others.map(\.digits).joined()
    if joined.contains(digits) { return true }
    return others.contains { other in
      other.significant == significant || digits.hasSuffix(other.digits) || other.digits.hasSuffix(digits)
        || digits.hasPrefix(other.digits) || isSameTime(as: other) || isConverted(other)
    }
  }

  /// Half past five in the afternoon is 530 or 1730.
  private func isSameTime(as other: NumberForm) -> Bool {
    guard let one = Int(digits), let two = Int(other.digits) else { return false }
    return abs(one - two) == 12 || abs(one - two) == 1200
  }

  /// Metres of feet, kilometres of miles, hectares or square kilometres of acres, kilograms of pounds, square kilometres of square
  /// miles, centimetres of inches.
  private static let conversions = [0.3048, 1.6093, 0.4047, 0.004_047, 0.4536, 2.59, 2.54]

  private func isConverted(_ other: NumberForm) -> Bool {
    guard let one = Double(digits), let two = Double(other.digits), one > 0, two > 0 else { return false }
    return Self.conversions.contains { factor in
      [one / two, two / one].contains { abs($0 / factor - 1) < 0.05 }
    }
  }
}

extension AnalysedText {
  /// Whether nothing but a space stands between two places, as between the thousands of a number.
  fileprivate func isGroup(from start: Int, to end: Int) -> Bool {
    guard end > start, end - start <= 3 else { return false }
    return ["\u{20}", "\u{A0}", "\u{202F}"].contains(string(start..<end))
  }
}
