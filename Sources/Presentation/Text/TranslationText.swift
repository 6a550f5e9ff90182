package import Archive
internal import Translations

/// Writes pairs of which one article translates the other for people.
package struct TranslationText {
  private let style: TerminalStyle

  /// - Parameter style: How text is set off.
  package init(style: TerminalStyle) { self.style = style }

  /// A pair in some lines.
  package func text(of pair: TranslatedPair) -> String {
    let report = pair.report
    let code = TerminalText.harmlessLine(pair.foreign.language ?? "?")
    let language = LanguageName.english(of: code)
    var lines = [
      style.bold("translation") + "  \(percent(report.containmentA)) of the \(language) text, "
        + "\(percent(report.containmentB)) of the English one",
      "  \(code)  " + SourceText.line(pair.foreign),
      "  en  " + SourceText.line(pair.english),
      "  \(counted(report.passages.count, "passage")) of \(counted(report.sentences.a, "sentence")) and "
        + "\(report.sentences.b) go through in order",
    ]
    if let first = pair.publishedFirst {
      lines.append(
        "  published first: " + TerminalText.harmlessLine(first) + "; neither is known to be the original")
    }
    let changed = report.passages.filter { !$0.numbersOnlyInA.isEmpty && !$0.numbersOnlyInB.isEmpty }
    if !changed.isEmpty {
      lines.append("  numbers that differ: " + changed.map(numbers).joined(separator: "; "))
    }
    return lines.joined(separator: "\n")
  }

  private func numbers(_ passage: TranslationReport.Passage) -> String {
    passage.numbersOnlyInA.joined(separator: ", ") + " beside "
      + passage.numbersOnlyInB.joined(separator: ", ")
  }
}
