internal import CSQLite

/// Why a database cannot be read.
struct DatabaseFailure: Error {
  let words: String
}

/// A database of SQLite, open for reading only; nothing is written beside it.
final class Database {
  fileprivate let handle: OpaquePointer

  /// Opens a database that may be hostile: without views' and triggers' functions, and with values of bounded length.
  init(path: String, longestValue: Int) throws(DatabaseFailure) {
    var handle: OpaquePointer?
    // Immutable: without a lock, and without a journal beside it.
    let address = "file:" + Self.escaped(path) + "?immutable=1"
    let status = sqlite3_open_v2(address, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil)
    guard status == SQLITE_OK, let handle else {
      sqlite3_close(handle)
      throw DatabaseFailure(words: "it is a SQLite database that cannot be opened")
    }
    self.handle = handle
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(clamping: longestValue))
    _ = try? rows("PRAGMA trusted_schema=OFF")
    _ = try? rows("PRAGMA cell_size_check=ON")
  }

  deinit { sqlite3_close_v2(handle) }

  /// A path as part of an address.
  private static func escaped(_ path: String) -> String {
    var escaped = ""
    for character in path.unicodeScalars {
      switch character {
      case "%": escaped += "%25"
      case "?": escaped += "%3f"
      case "#": escaped += "%23"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// The names of its tables, in order; no views.
  func tables() throws(DatabaseFailure) -> [String] {
    let rows = try rows(
      "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    var names: [String] = []
    while let row = try rows.next() { names.append(row[0]) }
    return names
  }

  /// The names of a table's columns, in order.
  func columns(of table: String) throws(DatabaseFailure) -> [String] {
    try rows("SELECT * FROM \(Self.quoted(table)) LIMIT 0").names
  }

  /// The rows of a table, in the order in which they lie.
  func rows(of table: String) throws(DatabaseFailure) -> DatabaseRows {
    try rows("SELECT * FROM \(Self.quoted(table))")
  }

  private func rows(_ query: String) throws(DatabaseFailure) -> DatabaseRows { try DatabaseRows(self, query) }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  fileprivate var failure: DatabaseFailure {
    DatabaseFailure(
      words: "it is a SQLite database that cannot be read: \(String(cString: sqlite3_errmsg(handle)))")
  }
}

/// The rows that a query gives, one at a time.
final class DatabaseRows {
  private let database: Database
  private let statement: OpaquePointer

  fileprivate init(_ database: Database, _ query: String) throws(DatabaseFailure) {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database.handle, query, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw database.failure
    }
    (self.database, self.statement) = (database, statement)
  }

  deinit { sqlite3_finalize(statement) }

  /// The names of the columns.
  var names: [String] {
    (0..<sqlite3_column_count(statement)).map {
      sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? ""
    }
  }

  /// The cells of the next row as text; nil at the end.
  func next() throws(DatabaseFailure) -> [String]? {
    switch sqlite3_step(statement) {
    case SQLITE_DONE: return nil
    case SQLITE_ROW:
      return (0..<sqlite3_column_count(statement)).map { column in
        guard sqlite3_column_type(statement, column) != SQLITE_BLOB,
          let text = sqlite3_column_text(statement, column)
        else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
      }
    default: throw database.failure
    }
  }
}
