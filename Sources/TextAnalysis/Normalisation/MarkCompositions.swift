/// Remembers what letters and combining marks make together: to find it out, strings are normalised, which takes
/// microseconds, and a text may have any number of marks.
struct MarkCompositions {
  private var known: [UInt64: Unicode.Scalar?] = [:]

  /// The letter that a letter and a mark make, as ``PlainLetters/composed(_:_:)`` finds it.
  mutating func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    let key = UInt64(letter.value) << 32 | UInt64(mark.value)
    if let composed = known[key] { return composed }
    let composed = PlainLetters.composed(letter, mark)
    // Of letters and marks there are few that occur together.
    if known.count < 4096 { known[key] = .some(composed) }
    return composed
  }
}
