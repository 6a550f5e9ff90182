internal import Articles
internal import CSQLite

/// Databases of SQLite with a table of articles, such as those of NELA-GT.
struct DatabaseFormat: InputFormat {
  let name = "sqlite"
  let summary = "databases of SQLite with a table of articles; --table names it where there are several"
  private let fields: FieldMap
  private let table: String?
  private let limit: Int

  init(options: ReadingOptions) {
    (fields, table, limit) = (options.fields, options.table, options.recordLimit)
  }

  func recognises(_ start: FileStart) -> Bool { start.hasMagic(Array("SQLite format 3".utf8) + [0]) }

  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter {
    guard let path = input.layers.path, input.layers.depth == 0 else {
      throw Refusal(
        .unreadableKind, at: input.location,
        "it is a SQLite database that is packed; unpack it and index the file")
    }
    let database: Database
    let table: DatabaseTable
    do {
      database = try Database(path: path, longestValue: limit)
      table = try Self.table(of: database, named: self.table, fields: fields)
    } catch {
      throw Refusal(.unreadableKind, at: input.location, error.words)
    }
    return Cutter(rows: table.rows, columns: table.columns, input: input)
  }

  /// The table that is named, or the only one with a column of text.
  private static func table(
    of database: Database, named name: String?, fields: FieldMap
  ) throws(DatabaseFailure) -> DatabaseTable {
    let names = try database.tables()
    var found: [(name: String, columns: TableColumns)] = []
    for each in names where name == nil || each == name {
      let columns = TableColumns(names: try database.columns(of: each), fields: fields)
      if columns.hasText { found.append((each, columns)) }
    }
    let list = names.prefix(20).joined(separator: ", ")
    guard let only = found.first else {
      throw DatabaseFailure(
        words:
          "it is a SQLite database without a table that has a column of text (its tables: \(list)); name them with "
          + "--table NAME --map text=COLUMN")
    }
    guard found.count == 1 else {
      throw DatabaseFailure(
        words:
          "it is a SQLite database with several tables of articles (\(found.map(\.name).joined(separator: ", "))); "
          + "name one with --table")
    }
    return DatabaseTable(columns: only.columns, rows: try database.rows(of: only.name))
  }

  private struct Cutter: ItemCutter {
    let rows: DatabaseRows
    let columns: TableColumns
    let input: OpenInput
    var number = 0

    mutating func next() throws(Refusal) -> Cut? {
      do {
        guard let row = try rows.next() else { return nil }
        number += 1
        var location = input.location
        location.record = number
        return .item(DatabaseItem(cells: row, columns: columns, place: input.place, location: location))
      } catch {
        throw Refusal(.unreadable, at: input.location, error.words)
      }
    }
  }
}

/// A table and its rows.
private struct DatabaseTable {
  let columns: TableColumns
  let rows: DatabaseRows
}

/// A row of a database.
struct DatabaseItem: InputItem {
  let cells: [String]
  let columns: TableColumns
  let place: ArticlePlace
  let location: SourceLocation

  var byteCount: Int { cells.reduce(0) { $0 + $1.utf8.count } }

  func events() -> [ReadingEvent] {
    columns.draft(of: cells, place: place, at: location).events(bytes: byteCount)
  }
}
