/// How near each other words stand.
public enum Proximity {
  /// Whether any of some positions is within a distance of any of some others.
  ///
  /// - Parameters:
  ///   - distance: The greatest difference that counts; neighbours are 1 apart.
  ///   - left: Positions in rising order.
  ///   - right: Positions in rising order.
  public static func isWithin(
    _ distance: Int, _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>
  ) -> Bool {
    var (i, j) = (left.startIndex, right.startIndex)
    while i < left.endIndex, j < right.endIndex {
      let difference = Int(left[i]) - Int(right[j])
      if abs(difference) <= distance { return true }
      if difference < 0 { i = left.index(after: i) } else { j = right.index(after: j) }
    }
    return false
  }
}
