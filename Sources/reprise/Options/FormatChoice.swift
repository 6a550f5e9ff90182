public import ArgumentParser
public import Formats

/// What `--format` names: a format of files, or a shape of records of JSON.
struct FormatChoice: ExpressibleByArgument {
  /// The format of files; nil where a shape of records is named.
  let input: String?
  /// The shape of records; nil where a format of files is named.
  let records: RecordFormat?

  init?(argument: String) {
    records = RecordFormat(rawValue: argument)
    input = records == nil ? InputFormats.all.first { $0.name == argument }?.name : nil
    if records == nil, input == nil { return nil }
  }

  static var allValueStrings: [String] {
    InputFormats.all.map(\.name) + RecordFormat.allCases.map(\.rawValue)
  }

  var defaultValueDescription: String { input ?? records?.rawValue ?? "" }
}

extension FieldMap: ExpressibleByArgument {
  /// Reads `text=content,title=head`.
  public init?(argument: String) {
    var names: [ArticleField: String] = [:]
    for pair in argument.split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let field = ArticleField(rawValue: String(parts[0])), names[field] == nil else {
        return nil
      }
      names[field] = String(parts[1])
    }
    guard !names.isEmpty else { return nil }
    self.init(names)
  }
}
