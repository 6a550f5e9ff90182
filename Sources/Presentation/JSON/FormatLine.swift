/// A format that can be read, as JSON.
public struct FormatLine: JSONRecord {
  private let name: String
  private let summary: String

  /// - Parameters:
  ///   - name: Its name on the command line.
  ///   - summary: What it is.
  public init(name: String, summary: String) { (self.name, self.summary) = (name, summary) }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("name", name)
    json.add("summary", summary)
    json.add("type", "format")
  }
}
