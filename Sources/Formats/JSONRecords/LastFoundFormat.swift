internal import Synchronization

/// The format of the last record whose keys told it: the next one of a file has the same keys, nearly always.
final class LastFoundFormat: Sendable {
  private let found = Mutex<(keys: [String], format: RecordFormat)?>(nil)

  /// The format of a record with the same keys in the same order; nil where they are others.
  func format(of record: JSONObject) -> RecordFormat? {
    found.withLock { found in
      guard let found, found.keys.elementsEqual(record.members.lazy.map(\.key)) else { return nil }
      return found.format
    }
  }

  /// Notes what the keys of a record tell.
  func note(_ format: RecordFormat, of record: JSONObject) {
    let keys = record.members.map(\.key)
    found.withLock { $0 = (keys, format) }
  }
}
