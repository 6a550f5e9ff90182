internal import Archive
internal import Articles
internal import Presentation
internal import Query

/// What the search field proposes: fields, and the names and outlets of the archive.
struct Completions: Sendable {
  /// What can be put in for the word that is being typed.
  struct Proposal: JSONRecord, Sendable {
    /// What is put in.
    let text: String
    /// What it is: a field, or the class of a name.
    let kind: String
    /// How many passages name it.
    let passages: Int?

    func write(to json: inout JSONObject) {
      json.add("kind", kind)
      json.add("passages", passages)
      json.add("text", text)
      json.add("type", "completion")
    }
  }

  private struct Name: Sendable {
    let name: String
    let words: [String]
    let entityClass: EntityClass
    let passages: Int
  }

  private static let mostNames = 2_000
  private static let mostProposals = 8
  private let names: [Name]

  init(_ archive: Archive) throws {
    var names: [Name] = []
    for entityClass in EntityClass.allCases {
      for count in try archive.entities(entityClass, limit: Self.mostNames) {
        names.append(
          Name(
            name: count.name, words: Self.words(of: count.name), entityClass: entityClass,
            passages: count.passages))
      }
    }
    self.names = names.sorted { ($1.passages, $0.name) < ($0.passages, $1.name) }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// What can be put in for the last word of a query.
  func proposals(for query: String) -> [Proposal] {
    guard let last = QueryFilters(query).parts.last, query.last != " " || last.contains("\"") else {
      return []
    }
    let sides = last.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if sides.count == 2, let entityClass = EntityClass(rawValue: sides[0].lowercased()) {
      return matching(sides[1], entityClass)
    }
    guard sides.count == 1, last.utf8.count >= 2 else { return [] }
    let fields = QueryField.allCases.filter { $0.rawValue.hasPrefix(last.lowercased()) }.map {
      Proposal(text: "\($0.rawValue):", kind: "field", passages: nil)
    }
    return Array((fields + matching(last, nil)).prefix(Self.mostProposals))
  }

  private func matching(_ typed: String, _ entityClass: EntityClass?) -> [Proposal] {
    let words = Self.words(of: typed)
    guard let last = words.last else { return [] }
    let found = names.lazy.filter { name in
      guard entityClass == nil || name.entityClass == entityClass else { return false }
      return name.words.contains { $0.hasPrefix(last) } && words.dropLast().allSatisfy(name.words.contains)
    }
    return found.prefix(Self.mostProposals).map { name in
      let quoted = String(name.name.unicodeScalars.filter { $0 != "\"" })
      return Proposal(
        text: "\(name.entityClass.rawValue):\"\(quoted)\"", kind: name.entityClass.rawValue,
        passages: name.passages)
    }
  }
}
