import Dispatch
import Glibc
import Storage
import Synchronization

/// The segments of one commit, opened once for each thread that reads at the same time.
///
/// What is mapped into memory is shared by all of them; the handles of Xapian, which belong to one thread at a time, are
/// not. Where all are in use and there may be no more, a thread waits for the next that comes back.
final class SegmentPool: Sendable {
  /// Lent to one thread at a time; what another one reads of it meanwhile are constants.
  private struct Lent: @unchecked Sendable {
    let set: SegmentSet
  }

  private struct State {
    var free: [Lent]
    /// How many are open, and how many may be.
    var opened = 1
    var limit: Int
    /// The threads that stand still until one comes back.
    var waiting = 0
  }

  private let first: Lent
  private let state: Mutex<State>
  private let returned = DispatchSemaphore(value: 0)

  /// Lends a set of segments, and others of the same commit; nobody else may have it.
  init(_ set: sending SegmentSet) {
    let first = Lent(set: set)
    self.first = first
    state = Mutex(State(free: [first], limit: Self.mostSets(segments: set.deletions.count)))
  }

  /// Twice as many as there are processors, as long as all of them need no more than 512 descriptors of files.
  private static func mostSets(segments: Int) -> Int {
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return max(1, min(2 * processors, 16, 512 / max(1, 4 * segments)))
  }

  /// Lends a set for the time of a call.
  func with<Result: Sendable>(
    _ body: (SegmentSet) throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    let lent = take()
    defer { give(lent) }
    return try body(lent.set)
  }

  private enum Turn {
    case lent(Lent)
    case open
    case wait
  }

  private func take() -> Lent {
    while true {
      let turn = state.withLock { state -> Turn in
        if let lent = state.free.popLast() { return .lent(lent) }
        if state.opened < state.limit {
          state.opened += 1
          return .open
        }
        state.waiting += 1
        return .wait
      }
      switch turn {
      case .lent(let lent): return lent
      case .open: if let lent = opened() { return lent }
      case .wait: returned.wait()
      }
    }
  }

  /// Opens the segments once more; where that fails there will be no more of them than there are.
  private func opened() -> Lent? {
    do throws(IndexError) {
      return Lent(set: try first.set.openedAgain())
    } catch {
      // A merge may have removed files since, or the process have too many open: those that are open go on to serve.
      state.withLock { state in
        state.opened -= 1
        state.limit = max(1, min(state.limit, state.opened))
      }
      return nil
    }
  }

  private func give(_ lent: Lent) {
    let mustSignal = state.withLock { state in
      state.free.append(lent)
      guard state.waiting > 0 else { return false }
      state.waiting -= 1
      return true
    }
    if mustSignal { returned.signal() }
  }
}
