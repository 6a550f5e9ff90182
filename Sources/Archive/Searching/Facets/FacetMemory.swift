internal import Entities
internal import SearchIndex
internal import Synchronization

/// What an archive remembers from one counting of facets to the next; nothing of it waits for another thread.
final class FacetMemory: Sendable {
  private enum State {
    case notAsked, asked, making, none
    case made(FacetTable)
  }

  /// The most names that are remembered; with more, all are forgotten.
  private static let mostNames = 20_000

  private let state = Mutex(State.notAsked)
  private let variants = Mutex<[EntityKey: [String]]>([:])
  private let shown = Mutex<[EntityKey: String]>([:])

  /// The table of an archive; nil the first time, since making it takes longer than counting once without, and where the
  /// archive is too large for one.
  func table(_ reader: IndexReader) throws(IndexError) -> FacetTable? {
    let (known, makes): (FacetTable?, Bool) = state.withLock { state in
      switch state {
      case .made(let table): return (table, false)
      case .notAsked: state = .asked
      case .asked:
        state = .making
        return (nil, true)
      case .making, .none: break
      }
      return (nil, false)
    }
    guard makes else { return known }
    do throws(IndexError) {
      let isSmall = try reader.articles().count <= FacetTable.mostArticles
      let table = isSmall ? try FacetTable(reader) : nil
      state.withLock { $0 = table.map(State.made) ?? .none }
      return table
    } catch {
      state.withLock { $0 = .none }
      throw error
    }
  }

  /// The keys that are one entity with a key, looked up once.
  func variants(
    of key: EntityKey, _ find: () throws(ArchiveError) -> [String]
  ) throws(ArchiveError) -> [String] {
    try Self.remembered(key, in: variants, find)
  }

  /// How the name of a key is written, looked up once.
  func shownName(of key: EntityKey, _ find: () throws(ArchiveError) -> String) throws(ArchiveError) -> String
  {
    try Self.remembered(key, in: shown, find)
  }

  private static func remembered<Value: Sendable>(
    _ key: EntityKey, in memory: borrowing Mutex<[EntityKey: Value]>, _ find: () throws(ArchiveError) -> Value
  ) throws(ArchiveError) -> Value {
    if let known = memory.withLock({ $0[key] }) { return known }
    let found = try find()
    memory.withLock { memory in
      if memory.count >= mostNames { memory.removeAll() }
      memory[key] = found
    }
    return found
  }
}

extension Archive {
  /// ``shownName(of:)``, looked up once.
  func rememberedName(of key: EntityKey) throws(ArchiveError) -> String {
    try facetMemory.shownName(of: key) { () throws(ArchiveError) in try shownName(of: key) }
  }
}
