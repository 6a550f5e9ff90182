internal import Dispatch
internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Listens for requests and has a ``Site`` answer them.
///
/// It is built on swift-nio's HTTP/1 alone: a router of a page and the limits below are a few hundred lines, where a
/// framework would bring Foundation's tables of all languages, twice the size of Reprise.
package final class SiteServer: Sendable {
  private let group: MultiThreadedEventLoopGroup
  private let threads: WorkThreads
  private let channel: any Channel

  /// The port that is listened on.
  package var port: Int { channel.localAddress?.port ?? 0 }

  /// Begins to listen.
  ///
  /// - Parameters:
  ///   - site: What answers.
  ///   - host: The address or name to listen on.
  ///   - port: The port; 0 for any that is free.
  ///   - workers: How many requests are worked on at once.
  /// - Throws: ``ListeningError`` where that cannot be.
  package init(site: Site, host: String, port: Int, workers: Int) throws(ListeningError) {
    Self.raiseFileLimit()
    // Who goes away while an answer is written is told by an error, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let threads = WorkThreads(site: site, workers: workers)
    self.threads = threads
    let connections = ConnectionTable()
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(
            RequestHandler(threads: threads, connections: connections))
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.maxMessagesPerRead, value: 4)
    do {
      channel = try bootstrap.bind(host: host, port: port).wait()
    } catch {
      let reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
      throw ListeningError(host: host, port: port, reason: reason)
    }
  }

  /// Answers until the user stops it by a signal.
  package func run() throws {
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [channel] in channel.close(promise: nil) }
      source.resume()
      return source
    }
    try channel.closeFuture.wait()
    for source in sources { source.cancel() }
    try close()
  }

  /// Ends what is under way.
  package func close() throws {
    try? channel.close().wait()
    try threads.shutDown()
    try group.syncShutdownGracefully()
  }

  /// As many connections as are kept need as many files.
  private static func raiseFileLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(SiteLimits.connections * 4))
    _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}

/// Why nothing can be listened to.
package struct ListeningError: Error, Sendable, CustomStringConvertible {
  let host: String
  let port: Int
  let reason: String

  /// What happened and what to do.
  package var description: String {
    "cannot listen on \(host), port \(port): \(reason); name another with --host and --port, or --port 0 for one that is free"
  }
}
