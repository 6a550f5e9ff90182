/// A table of comma-separated values (RFC 4180).
package enum CSVTable {
  /// A header, then a line a row, each ended by CR and LF.
  package static func text(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { $0.map(TableText.csvField).joined(separator: ",") + "\r\n" }.joined()
  }
}
