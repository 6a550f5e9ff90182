internal import Archive
internal import FoundationEssentials

/// A file with a line of JSON for each query of a search: how long its parts took, in microseconds.
struct TimingsFile {
  private let path: String
  private var lines: [UInt8] = []

  /// - Parameter path: The file, which is replaced by ``close()``.
  init(path: String) { self.path = path }

  /// Adds a line.
  ///
  /// - Parameter query: The id of the query; nil for the only one.
  mutating func add(_ timings: SearchTimings, query: String?) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    lines += try encoder.encode(Line(query: query ?? "1", timings)) + [0x0A]
  }

  /// Writes the file.
  func close() throws { try Data(lines).write(to: URL(filePath: path)) }

  private struct Line: Encodable {
    let query: String
    let ranking: Double
    let extracts: Double
    let repeats: Double
    let total: Double

    init(query: String, _ timings: SearchTimings) {
      self.query = query
      ranking = timings.ranking.microseconds
      extracts = timings.extracts.microseconds
      repeats = timings.repeats.microseconds
      total = timings.total.microseconds
    }
  }
}

extension Duration {
  /// The duration in microseconds.
  fileprivate var microseconds: Double {
    (Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12).rounded(toPlaces: 1)
  }
}
