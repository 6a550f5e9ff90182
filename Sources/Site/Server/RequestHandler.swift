internal import NIOCore
internal import NIOHTTP1
internal import Presentation
internal import Synchronization

/// Gathers the requests of one connection, has them answered one after the other, and writes the answers.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// Tells the threads that whoever asked is gone.
  private final class Presence: Sendable {
    let isGone = Atomic<Bool>(false)
  }

  private let threads: WorkThreads
  private let connections: ConnectionTable
  private let presence = Presence()
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var isRefused = false
  private var deadline: Scheduled<Void>?

  init(threads: WorkThreads, connections: ConnectionTable) {
    self.threads = threads
    self.connections = connections
  }

  func channelActive(context: ChannelHandlerContext) {
    connections.add(context.channel)
    awaitRequest(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    presence.isGone.store(true, ordering: .relaxed)
    deadline?.cancel()
    connections.remove(context.channel)
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
      let length = head.headers.first(name: "content-length").flatMap(Int.init) ?? 0
      if length > SiteLimits.bodyBytes {
        refuse(.tooLarge, context)
      } else if head.headers.first(name: "expect")?.lowercased() == "100-continue" {
        let go = HTTPResponseHead(version: head.version, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(go)), promise: nil)
      }
    case .body(let buffer):
      guard !isRefused else { return }
      body += buffer.readableBytesView
      if body.count > SiteLimits.bodyBytes { refuse(.tooLarge, context) }
    case .end: answer(context)
    }
  }

  /// Closes the connection unless a whole request comes in time, however slowly its bytes come.
  private func awaitRequest(_ context: ChannelHandlerContext) {
    connections.note(context.channel, isAnswered: false)
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: .seconds(SiteLimits.seconds)) {
      channel.close(promise: nil)
    }
  }

  private func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
    isRefused = true
    write(
      SiteResponse(problem.status, type: "application/problem+json", problem.json()), context,
      keepsOpen: false,
      isHeadOnly: false)
  }

  private func answer(_ context: ChannelHandlerContext) {
    guard !isRefused, let head else { return }
    deadline?.cancel()
    connections.note(context.channel, isAnswered: true)
    var headers: [String: String] = [:]
    for (name, value) in head.headers {
      let name = name.lowercased()
      headers[name] = headers[name].map { $0 + ", " + value } ?? value
    }
    let isHeadOnly = head.method == .HEAD
    do throws(Problem) {
      // Two names of a host in one request are a trick.
      guard head.headers["host"].count == 1 else {
        throw .badRequest("the request names no host, or several")
      }
      var request = try SiteRequest(
        method: head.method.rawValue, target: head.uri, headers: headers, body: body)
      request.isAbandoned = { [presence] in presence.isGone.load(ordering: .relaxed) }
      let keepsOpen = head.isKeepAlive
      threads.answer(request, on: context.eventLoop).assumeIsolated().whenComplete { result in
        switch result {
        case .success(let response):
          self.write(response, context, keepsOpen: keepsOpen, isHeadOnly: isHeadOnly)
        case .failure: context.close(promise: nil)
        }
      }
    } catch {
      refuse(error, context)
    }
    self.head = nil
    body = []
  }

  private func write(
    _ response: SiteResponse, _ context: ChannelHandlerContext, keepsOpen: Bool, isHeadOnly: Bool
  ) {
    guard context.channel.isActive else { return }
    var headers = HTTPHeaders(response.headers)
    if response.rest == nil { headers.replaceOrAdd(name: "content-length", value: "\(response.body.count)") }
    if !keepsOpen { headers.replaceOrAdd(name: "connection", value: "close") }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if !isHeadOnly, !response.body.isEmpty { context.write(piece(response.body), promise: nil) }
    if let rest = response.rest, !isHeadOnly {
      context.flush()
      writeRest(rest, context, keepsOpen: keepsOpen)
    } else {
      end(context, keepsOpen: keepsOpen)
    }
  }

  /// Has each piece made when the last one was taken, so that a slow reader holds no more than one.
  private func writeRest(
    _ rest: @escaping @Sendable () throws -> [UInt8]?, _ context: ChannelHandlerContext, keepsOpen: Bool
  ) {
    threads.next(rest, on: context.eventLoop).assumeIsolated().whenComplete { result in
      guard context.channel.isActive else { return }
      switch result {
      case .success(let bytes?):
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenSuccess { self.writeRest(rest, context, keepsOpen: keepsOpen) }
        context.writeAndFlush(self.piece(bytes), promise: sent)
      case .success: self.end(context, keepsOpen: keepsOpen)
      // Cut off, so that nobody takes it for whole.
      case .failure: context.close(promise: nil)
      }
    }
  }

  private func piece(_ bytes: [UInt8]) -> NIOAny {
    wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes))))
  }

  private func end(_ context: ChannelHandlerContext, keepsOpen: Bool) {
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.assumeIsolated().whenComplete { _ in
      if keepsOpen, context.channel.isActive {
        self.awaitRequest(context)
      } else {
        context.close(promise: nil)
      }
    }
    // Who does not take the answer is not waited for without end.
    let channel = context.channel
    deadline?.cancel()
    deadline = context.eventLoop.scheduleTask(in: .seconds(3 * SiteLimits.seconds)) {
      channel.close(promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
  }
}
