/// How many letters must change to make one word another.
package enum EditDistance {
  /// The least number of letters put in, left out, replaced or swapped with their neighbour.
  ///
  /// This is the restricted Damerau-Levenshtein distance (optimal string alignment): no letter changes twice.
  ///
  /// - Returns: The distance, or nil where it is above the limit.
  package static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for j in right.indices {
        let change = last[j] + (left[i] == right[j] ? 0 : 1)
        var least = min(change, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          least = min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      guard row.contains(where: { $0 <= limit }) else { return nil }
      beforeLast = last
      last = row
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
