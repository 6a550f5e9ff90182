/// What a user says of outlets: which names and hosts are one house.
///
/// ```
/// # The first name is shown:
/// Lowmere Gazette = The Gazette of Lowmere = gazette.example = lowmere-gazette.example
/// ```
public struct OutletList: Sendable, Hashable {
  /// The name that is shown, by what names and hosts have in common with their other spellings.
  private var shown: [String: String] = [:]

  /// Says nothing of any outlet.
  public init() {}

  /// Whether it says nothing.
  public var isEmpty: Bool { shown.isEmpty }

  /// Reads the lines of a file.
  ///
  /// - Throws: ``OutletListError`` for the first line that cannot be understood, or that contradicts another.
  public init(parsing text: String) throws(OutletListError) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let names = line.split(separator: "=", omittingEmptySubsequences: false).map(Self.trimmed)
      guard let first = names.first, names != [""], !first.hasPrefix("#") else { continue }
      guard names.count >= 2, !names.contains("") else { throw .noNames(line: index + 1, String(line)) }
      for name in names {
        let key = Self.key(of: name)
        if let other = shown[key], other != first { throw .contradiction(line: index + 1, name, other) }
        shown[key] = first
      }
    }
  }

  /// The name that is shown for a name or a host; nil where the list says nothing of it.
  func name(of outlet: String) -> String? { shown.isEmpty ? nil : shown[Self.key(of: outlet)] }

  /// A host by its labels, without what serves other devices; a name by its letters.
  private static func key(of name: String) -> String { WebAddress.host(of: name) ?? SourceName.key(name) }

  private static func trimmed(_ part: Substring) -> String {
    part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Why a list of outlets cannot be read.
public enum OutletListError: Error, Equatable, CustomStringConvertible {
  /// A line that does not join two names.
  case noNames(line: Int, String)
  /// A name that two lines give to different outlets.
  case contradiction(line: Int, String, String)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .noNames(let line, let text):
      "line \(line) joins no names: \(text); write NAME = OTHER NAME = HOST, or # before a comment"
    case .contradiction(let line, let name, let other):
      "line \(line): “\(name)” is already a name of \(other); keep it in one of the two lines"
    }
  }
}
