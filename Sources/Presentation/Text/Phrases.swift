package import Archive
package import Articles

/// Says in a line where an article comes from.
package enum SourceText {
  /// Outlet, date and id.
  package static func line(_ article: ArticleSummary) -> String {
    let date = article.published.map(DateText.text(of:)) ?? "no date"
    return TerminalText.harmlessLine("\(article.outlet ?? "outlet unknown") · \(date) · \(article.id)")
  }
}

/// Writes dates for people.
package enum DateText {
  /// The date as precise as it is known: `2024-03`, `2024-03-05` or `2024-03-05 06:10 UTC`.
  package static func text(of date: ArticleDate) -> String {
    let parts = date.description.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return date.description }
    let time = parts[1].prefix(5)
    return "\(parts[0]) \(time) UTC"
  }
}

/// A number with its noun: `1 outlet`, `2 outlets`.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// A share as people read it: `62 %`.
package func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

/// Numbers of bytes for people.
package enum ByteCount {
  /// The number in the unit that fits: `840 bytes`, `61.4 kB`, `3.2 GB`.
  package static func text(of bytes: Int) -> String {
    guard bytes >= 1000 else { return counted(bytes, "byte") }
    var number = Double(bytes) / 1000
    var units = ["kB", "MB", "GB", "TB"][...]
    while number >= 999.95, units.count > 1 {
      number /= 1000
      units.removeFirst()
    }
    return "\(Double((number * 10).rounded()) / 10) \(units.first ?? "")"
  }
}
