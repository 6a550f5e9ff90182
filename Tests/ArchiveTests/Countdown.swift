import Glibc
import Synchronization

/// Cancels a run at the given number of questions whether it is cancelled.
///
/// A run is watched from the thread that began it, as often as time goes by: what is asked from there does not count.
final class Countdown: Sendable {
  private let left: Mutex<Int>
  private let owner = pthread_self()

  init(_ count: Int) { left = Mutex(count) }

  func isOver() -> Bool {
    left.withLock { left in
      if pthread_equal(pthread_self(), owner) == 0 { left -= 1 }
      return left < 0
    }
  }
}
