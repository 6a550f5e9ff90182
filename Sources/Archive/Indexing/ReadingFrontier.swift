internal import Articles

/// How far the input is covered by what the writer has taken in.
///
/// Threads finish in any order: everything is covered that comes before the first record that one of them still
/// holds, whether in work or in a segment that is not finished.
struct ReadingFrontier {
  /// A place in the input: all that comes before it is covered.
  struct Position: Sendable, Equatable {
    var location: SourceLocation
    /// Whether what is at the place is covered too.
    var isCovered: Bool
  }

  private struct Held {
    let sequence: UInt64
    let location: SourceLocation
  }

  /// For each thread that holds records, the first of them.
  private var held: [Int: Held] = [:]
  private var last: SourceLocation?

  /// Notes that a thread has taken a record.
  ///
  /// - Parameter sequence: The place of the record in the order of input.
  mutating func take(_ location: SourceLocation, sequence: UInt64, thread: Int) {
    last = location
    if held[thread] == nil { held[thread] = Held(sequence: sequence, location: location) }
  }

  /// Notes that all which a thread has taken is with the writer, or needs not be.
  mutating func release(thread: Int) { held[thread] = nil }

  /// How far the input is covered; nil where nothing was taken.
  var position: Position? {
    if let first = held.values.min(by: { $0.sequence < $1.sequence }) {
      return Position(location: first.location, isCovered: false)
    }
    return last.map { Position(location: $0, isCovered: true) }
  }
}
