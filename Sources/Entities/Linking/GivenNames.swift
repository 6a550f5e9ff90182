internal import Lexicons

/// Whether given names can be one person's.
enum GivenNames {
  /// Whether two lists of given names agree: their first names are the same, one is the initial of the other,
  /// or both are forms of one name; and the second names, where both have one, do not differ.
  static func agree(_ left: [String], _ right: [String]) -> Bool {
    guard let first = left.first, let other = right.first, agree(first, other) else { return false }
    guard left.count > 1, right.count > 1 else { return true }
    return agree(left[1], right[1])
  }

  /// Whether two given names can be one person's.
  static func agree(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if left.utf8.count == 1 || right.utf8.count == 1 { return left.utf8.first == right.utf8.first }
    return areForms(left, right)
  }

  /// Whether two given names are forms of one: `antony` and `anthony`, `bill` and `william`.
  static func areForms(_ left: String, _ right: String) -> Bool {
    guard let one = groups[left], let two = groups[right] else { return false }
    return !one.isDisjoint(with: two)
  }

  private static let groups: [String: Set<Int>] = {
    var groups: [String: Set<Int>] = [:]
    for (number, line) in Lexicon.all(.givenNameForms).flatMap(\.records).enumerated() {
      for name in line { groups[name, default: []].insert(number) }
    }
    return groups
  }()
}
