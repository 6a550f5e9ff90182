internal import NIOCore
internal import Synchronization

/// The open connections, of which the one that was quiet for longest goes where there are too many.
final class ConnectionTable: Sendable {
  private struct Entry {
    let channel: any Channel
    var lastHeard: NIODeadline
    var isAnswered = false
  }

  private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

  /// Takes a new connection in.
  func add(_ channel: any Channel) {
    let surplus: (any Channel)? = entries.withLock { entries in
      entries[ObjectIdentifier(channel)] = Entry(channel: channel, lastHeard: .now())
      guard entries.count > SiteLimits.connections else { return nil }
      let quietest = entries.filter { !$0.value.isAnswered }.min { $0.value.lastHeard < $1.value.lastHeard }
      return quietest.flatMap { entries.removeValue(forKey: $0.key)?.channel }
    }
    surplus?.close(promise: nil)
  }

  /// Forgets a connection that was closed.
  func remove(_ channel: any Channel) {
    entries.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(channel)) }
  }

  /// Notes that a connection was heard of.
  ///
  /// - Parameter isAnswered: Whether its request is being answered, so that it stays.
  func note(_ channel: any Channel, isAnswered: Bool) {
    entries.withLock {
      $0[ObjectIdentifier(channel)]?.lastHeard = .now()
      $0[ObjectIdentifier(channel)]?.isAnswered = isAnswered
    }
  }
}
