internal import Archive
internal import Presentation

/// A file with a line of JSON for each query of a search: how long its parts took, in microseconds.
struct TimingsFile {
  private let path: String
  private var lines: [UInt8] = []

  /// - Parameter path: The file, which is replaced by ``close()``.
  init(path: String) { self.path = path }

  /// Adds a line.
  ///
  /// - Parameter query: The id of the query; nil for the only one.
  mutating func add(_ timings: SearchTimings, query: String?) {
    lines += TimingsLine(timings, query: query ?? "1").json() + [UInt8(ascii: "\n")]
  }

  /// Writes the file.
  func close() throws(ArchiveError) {
    let file = try NewFile(path: path)
    try file.write(lines)
    try file.finish()
  }
}
