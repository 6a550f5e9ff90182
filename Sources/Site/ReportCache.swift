internal import Archive
internal import Dispatch
internal import Synchronization

/// A report on the whole archive, made once for each commit and kept, since pages of families and outlets are parts of it.
final class ReportCache<Report: Sendable>: Sendable {
  private struct State {
    var edition: ArchivePool.Edition?
    var result: Result<Report, any Error>?
    var isRunning = false
  }

  private let state = Mutex(State())
  private let done = DispatchSemaphore(value: 0)
  private let make: @Sendable (Archive) throws -> Report

  /// - Parameter make: Makes the report; it may take minutes.
  init(_ make: @escaping @Sendable (Archive) throws -> Report) { self.make = make }

  /// The report on an archive; nil where it is not made within a time, and goes on being made.
  ///
  /// - Parameter seconds: How long it is waited for.
  func report(of pool: ArchivePool, _ edition: ArchivePool.Edition, within seconds: Double) throws -> Report?
  {
    let limit = ContinuousClock.now + .seconds(seconds)
    while true {
      let known: Result<Report, any Error>? = state.withLock { state in
        if state.edition == edition, let result = state.result { return result }
        if !state.isRunning {
          state.isRunning = true
          start(pool)
        }
        return nil
      }
      if let known { return try known.get() }
      guard ContinuousClock.now < limit else { return nil }
      _ = done.wait(timeout: .now() + .milliseconds(20))
    }
  }

  private func start(_ pool: ArchivePool) {
    DispatchQueue.global().async { [self] in
      var edition: ArchivePool.Edition?
      let result = Result {
        try pool.withArchive { lease in
          edition = lease.edition
          return try make(lease.archive)
        }
      }
      state.withLock { state in
        state.isRunning = false
        // What failed is told once to those who wait, and tried again for others.
        state.edition = edition
        state.result = result
      }
      done.signal()
    }
  }
}
