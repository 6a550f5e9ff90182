internal import Articles

/// What a user says of names: which are one entity, and which are not.
///
/// ```
/// # One entity, the first name is shown:
/// person: Antony Blinken = Tony Blinken
/// org: Foreign Ministry of China = Waijiaobu
/// # Never one entity:
/// person: George W. Bush != George H. W. Bush
/// ```
public struct AliasFile: Sendable, Hashable {
  /// Names that are one entity; the first is the one to show.
  public private(set) var groups: [[EntityKey]] = []
  private var groupOfKey: [EntityKey: Int] = [:]
  private var split: Set<Pair> = []
  /// The name to show for the first key of each group, as it was written.
  private var shown: [String] = []

  private struct Pair: Hashable, Sendable {
    let one: EntityKey
    let other: EntityKey

    init(_ left: EntityKey, _ right: EntityKey) {
      (one, other) = left < right ? (left, right) : (right, left)
    }
  }

  /// Says nothing of any name.
  public init() {}

  /// Reads the lines of a file.
  ///
  /// - Throws: ``AliasFileError`` for the first line that cannot be understood, or that contradicts another.
  public init(parsing text: String) throws(AliasFileError) {
    var number = 0
    // Lines end as on any system: for Swift, a carriage return with a line feed is one character, and no line feed.
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let statement = Self.trimmed(line)
      if statement.isEmpty || statement.hasPrefix("#") { continue }
      try read(statement, line: number)
    }
    for pair in split where joins(pair.one, pair.other) {
      throw AliasFileError.contradiction(pair.one.text, pair.other.text)
    }
    // What is said of one name of a group holds for all of them.
    split = Set(split.map { Pair(representative(of: $0.one), representative(of: $0.other)) })
  }

  /// The first key of the group that a key is in; the key itself where it is in none.
  public func representative(of key: EntityKey) -> EntityKey {
    groupOfKey[key].flatMap { groups[$0].first } ?? key
  }

  /// The name that the file shows for a key; nil where it says nothing.
  public func shownName(of key: EntityKey) -> String? { groupOfKey[key].map { shown[$0] } }

  /// Whether the file says that two keys are one entity.
  public func joins(_ left: EntityKey, _ right: EntityKey) -> Bool {
    guard let group = groupOfKey[left] else { return false }
    return group == groupOfKey[right]
  }

  /// Whether the file says that two keys, or others that it joins with them, are two entities.
  public func splits(_ left: EntityKey, _ right: EntityKey) -> Bool {
    guard !split.isEmpty else { return false }
    return split.contains(Pair(representative(of: left), representative(of: right)))
  }

  /// The keys that the file joins with a key, without it.
  public func others(of key: EntityKey) -> [EntityKey] {
    (groupOfKey[key].map { groups[$0] } ?? []).filter { $0 != key }
  }

  // MARK: Reading

  private mutating func read(_ statement: String, line: Int) throws(AliasFileError) {
    guard let colon = statement.firstIndex(of: ":") else { throw .noClass(line: line, statement) }
    let className = Self.trimmed(statement[..<colon])
    guard let entityClass = EntityClass(rawValue: className) else {
      throw .unknownClass(line: line, className)
    }
    let rest = String(statement[statement.index(after: colon)...])
    let isSplit = rest.contains("!=")
    let names = Self.parts(rest, by: isSplit ? "!=" : "=")
    var keys: [EntityKey] = []
    for name in names {
      guard let key = EntityKey(name: name, entityClass: entityClass) else {
        throw .emptyName(line: line)
      }
      keys.append(key)
    }
    guard keys.count > 1 else { throw .oneName(line: line, rest) }
    if isSplit { splitAll(keys) } else { join(keys, shown: names[0]) }
  }

  private mutating func join(_ keys: [EntityKey], shown name: String) {
    let known = keys.compactMap { groupOfKey[$0] }.first
    let group = known ?? groups.count
    if known == nil {
      groups.append([])
      shown.append(name)
    }
    for key in keys {
      if let other = groupOfKey[key], other != group { move(other, to: group) }
      if groupOfKey[key] == nil { groups[group].append(key) }
      groupOfKey[key] = group
    }
  }

  private mutating func move(_ group: Int, to other: Int) {
    for key in groups[group] { groupOfKey[key] = other }
    groups[other] += groups[group]
    groups[group] = []
  }

  private mutating func splitAll(_ keys: [EntityKey]) {
    for (index, key) in keys.enumerated() {
      for other in keys[(index + 1)...] { split.insert(Pair(key, other)) }
    }
  }

  private static func parts(_ text: String, by separator: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix(separator) {
        parts.append(trimmed(part))
        part = ""
        rest = rest.dropFirst(separator.count)
      } else {
        part.append(first)
        rest = rest.dropFirst()
      }
    }
    return parts + [trimmed(part)]
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var part = text[...]
    while part.first?.isWhitespace == true { part = part.dropFirst() }
    while part.last?.isWhitespace == true { part = part.dropLast() }
    return String(part)
  }
}

/// Why an alias file cannot be used.
public enum AliasFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A line has no class before its names.
  case noClass(line: Int, String)
  /// A line's class is none of person, org and place.
  case unknownClass(line: Int, String)
  /// A name on a line holds no word.
  case emptyName(line: Int)
  /// A line has one name only.
  case oneName(line: Int, String)
  /// Two names are said to be one entity and to be two.
  case contradiction(String, String)

  /// What is wrong, and what to write instead.
  public var description: String {
    switch self {
    case .noClass(let line, let text):
      "line \(line): “\(text)” has no class; write “person: NAME = NAME”, or org: or place:"
    case .unknownClass(let line, let name):
      "line \(line): “\(name)” is no class; write person, org or place"
    case .emptyName(let line): "line \(line): a name is empty; write a name on both sides of = or !="
    case .oneName(let line, let text):
      "line \(line): “\(text)” is one name; join names with = or part them with !="
    case .contradiction(let one, let other):
      "“\(one)” and “\(other)” are joined on one line and parted on another; take one of the lines out"
    }
  }
}
