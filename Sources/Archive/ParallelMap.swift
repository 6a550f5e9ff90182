internal import Dispatch
internal import Synchronization

/// Applies a function to all elements on some threads, and gives the results in the order of the elements.
///
/// - Throws: The first error that an application threw; what was not begun by then is not begun.
func inParallel<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int,
  _ transform: @Sendable (Element) throws(ArchiveError) -> Result
) throws(ArchiveError) -> [Result] {
  let state = Mutex(ParallelState<Result>(results: Array(repeating: nil, count: elements.count)))
  DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, elements.count))) { _ in
    while let index = state.withLock({ $0.takeNext() }) {
      do throws(ArchiveError) {
        let result = try transform(elements[index])
        state.withLock { $0.results[index] = result }
      } catch {
        state.withLock { $0.error = $0.error ?? error }
      }
    }
  }
  return try state.withLock { state throws(ArchiveError) in
    if let error = state.error { throw error }
    return state.results.compactMap { $0 }
  }
}

private struct ParallelState<Result: Sendable>: Sendable {
  var results: [Result?]
  var next = 0
  var error: ArchiveError?

  mutating func takeNext() -> Int? {
    guard error == nil, next < results.count else { return nil }
    next += 1
    return next - 1
  }
}
