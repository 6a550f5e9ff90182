/// Gathers results that are the same text, so that one text is one result.
public enum ResultGrouping {
  /// Groups of results by a key, in the order of their first members; results without a key stay alone.
  ///
  /// - Parameters:
  ///   - count: The number of results, which are known by their index in the order of the ranking.
  ///   - key: What the results of one text have in common, such as the name of a family.
  /// - Returns: The indices of each group, its best result first.
  public static func groups<Key: Hashable>(of count: Int, key: (Int) -> Key?) -> [[Int]] {
    var groups: [[Int]] = []
    var places: [Key: Int] = [:]
    for index in 0..<count {
      if let key = key(index) {
        if let place = places[key] {
          groups[place].append(index)
          continue
        }
        places[key] = groups.count
      }
      groups.append([index])
    }
    return groups
  }

  /// Groups of results by comparison with the best result of each group, in the order of their first members.
  ///
  /// - Parameters:
  ///   - count: The number of results, which are known by their index in the order of the ranking.
  ///   - isSameText: Whether a result, given second, is the same text as the first of a group.
  /// - Returns: The indices of each group, its best result first.
  public static func groups(of count: Int, isSameText: (Int, Int) -> Bool) -> [[Int]] {
    var groups: [[Int]] = []
    for index in 0..<count {
      if let place = groups.firstIndex(where: { isSameText($0[0], index) }) {
        groups[place].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }
}
