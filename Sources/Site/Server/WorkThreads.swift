internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// The threads on which requests are answered, since a search blocks the one that it runs on.
///
/// Short answers and long ones have threads of their own, so that a report does not keep searches waiting.
final class WorkThreads: Sendable {
  private let site: Site
  private let short: NIOThreadPool
  private let long: NIOThreadPool
  private let waiting = Atomic<Int>(0)
  private let longOnes = Atomic<Int>(0)

  init(site: Site, workers: Int) {
    self.site = site
    short = NIOThreadPool(numberOfThreads: max(1, workers))
    long = NIOThreadPool(numberOfThreads: max(1, min(SiteLimits.longAnswers, workers)))
    short.start()
    long.start()
  }

  func shutDown() throws {
    try short.syncShutdownGracefully()
    try long.syncShutdownGracefully()
  }

  /// Answers a request on one of the threads; at once, and with an error, where too many wait.
  func answer(_ request: SiteRequest, on loop: any EventLoop) -> EventLoopFuture<SiteResponse> {
    let isLong = site.isLong(request)
    guard waiting.add(1, ordering: .relaxed).newValue <= SiteLimits.waiting else {
      waiting.subtract(1, ordering: .relaxed)
      return loop.makeSucceededFuture(site.refusal(.busy, of: request))
    }
    guard !isLong || longOnes.add(1, ordering: .relaxed).newValue <= SiteLimits.longAnswers else {
      longOnes.subtract(1, ordering: .relaxed)
      waiting.subtract(1, ordering: .relaxed)
      return loop.makeSucceededFuture(site.refusal(.tooMany, of: request))
    }
    return (isLong ? long : short).runIfActive(eventLoop: loop) { [self] in
      defer {
        waiting.subtract(1, ordering: .relaxed)
        if isLong { longOnes.subtract(1, ordering: .relaxed) }
      }
      return request.isAbandoned() ? site.refusal(.busy, of: request) : site.answer(request)
    }
  }

  /// Makes the next piece of a long answer.
  func next(_ make: @escaping @Sendable () throws -> [UInt8]?, on loop: any EventLoop) -> EventLoopFuture<
    [UInt8]?
  > {
    long.runIfActive(eventLoop: loop, make)
  }
}
