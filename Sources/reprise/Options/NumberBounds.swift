internal import ArgumentParser

/// Bounds of the numbers that options take: what is larger would end in an overflow, or in no memory.
enum NumberBounds {
  static let results = 1...1_000_000
  static let offsets = 0...1_000_000
  static let threads = 1...1024
  static let recordBytes = 1...(1 << 40)

  /// Throws for a number out of bounds.
  static func check(_ number: Int, of option: String, in bounds: ClosedRange<Int>) throws {
    guard !bounds.contains(number) else { return }
    throw ValidationError(
      "\(option) wants a number from \(bounds.lowerBound) to \(bounds.upperBound), not \(number).")
  }
}
