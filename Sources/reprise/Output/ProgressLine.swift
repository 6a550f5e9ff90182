internal import Archive
internal import Articles
internal import Formats
internal import Glibc
internal import Synchronization

/// One line on the terminal that says how far long work has come, written over again and again.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  init(isShown: Bool) { self.isShown = isShown }

  /// Says how far indexing has come.
  func show(_ progress: IndexingProgress) { show(text(progress, after: ContinuousClock.now - start)) }

  /// Writes the line, at most ten times a second.
  func show(_ line: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      if let last, now - last < .milliseconds(100) { return false }
      last = now
      return true
    }
    if isDue { StandardError.write("\r\u{1B}[K" + line()) }
  }

  /// Takes the line away.
  func clear() {
    if isShown, lastShown.withLock({ $0 != nil }) { StandardError.write("\r\u{1B}[K") }
  }

  private func text(_ progress: IndexingProgress, after elapsed: Duration) -> String {
    let seconds = max(
      0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
    let megabytes = Double(progress.textBytes) / 1e6
    var text = "\(progress.articles) articles, \(rounded(megabytes)) MB, \(rounded(megabytes / seconds)) MB/s"
    guard let total = progress.reading.bytesTotal, total > 0, progress.reading.bytesRead > 0 else {
      return text
    }
    let share = min(1, Double(progress.reading.bytesRead) / Double(total))
    text += ", \(Int(share * 100)) %"
    if seconds > 2 { text += ", \(Int(seconds * (1 - share) / share)) s left" }
    return text
  }

  private func rounded(_ number: Double) -> String { String(Double(Int(number * 10)) / 10) }
}
