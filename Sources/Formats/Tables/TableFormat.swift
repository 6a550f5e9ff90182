internal import Articles

/// Tables with a line of names: CSV (RFC 4180), TSV, and what people really write.
struct TableFormat: InputFormat {
  let name = "csv"
  let summary =
    "tables with a line of names: CSV, TSV, other marks between the cells; --map names the columns"
  let fields: FieldMap
  let limit: Int

  init(options: ReadingOptions) { (fields, limit) = (options.fields, options.recordLimit) }

  /// A table by its name; by its content where the first line names columns that articles have, and the next has as many
  /// cells.
  func recognises(_ start: FileStart) -> Bool {
    guard start.isText, start.isUTF8 else { return false }
    guard let dialect = TableDialect(start) else { return false }
    if start.ending == "csv" || start.ending == "tsv" { return true }
    let columns = TableColumns(names: dialect.names, fields: fields)
    return columns.areLikely && dialect.areNamesPlain && (columns.hasText || dialect.isRegular)
  }

  func cutter(of input: OpenInput) throws(Refusal) -> any ItemCutter {
    guard let dialect = TableDialect(input.start) else {
      throw Refusal(.badDocument, at: input.location, "it is no table: its first line has one cell")
    }
    let columns = TableColumns(names: dialect.names, fields: fields)
    guard columns.hasText else {
      let names = dialect.names.prefix(30).map { String($0.prefix(40)) }.joined(separator: ", ")
      throw UnreadableKind(
        "a table without a column of text that is known",
        wayOut: "its columns are \(names); name one with --map text=COLUMN"
      ).refusal(at: input.location)
    }
    return Cutter(
      rows: RowCutter(input.reader, mark: dialect.mark, limit: limit), input: input, columns: columns,
      limit: limit)
  }

  private struct Cutter: ItemCutter {
    var rows: RowCutter
    let input: OpenInput
    let columns: TableColumns
    let limit: Int
    private var isBehindNames = false

    init(rows: RowCutter, input: OpenInput, columns: TableColumns, limit: Int) {
      (self.rows, self.input, self.columns, self.limit) = (rows, input, columns, limit)
    }

    mutating func next() throws(Refusal) -> Cut? {
      do throws(ByteFailure) {
        while let row = try rows.next() {
          var location = input.location
          location.line = row.line
          guard row.size <= limit else {
            return .refused(
              Refusal(
                .tooLarge, at: location,
                "the row has more bytes than the limit of \(limit); is a quotation mark not closed?"))
          }
          guard isBehindNames else {
            isBehindNames = true
            continue
          }
          return .item(
            TableItem(
              bytes: row.bytes, mark: rows.mark, columns: columns, place: input.place, location: location))
        }
        return nil
      } catch {
        throw Refusal(error, path: input.location.file, at: input.location)
      }
    }
  }
}

/// A row of a table.
struct TableItem: InputItem {
  let bytes: [UInt8]
  let mark: UInt8
  let columns: TableColumns
  let place: ArticlePlace
  let location: SourceLocation

  var byteCount: Int { bytes.count }

  func events() -> [ReadingEvent] {
    guard UTF8Check.isValid(bytes) else {
      return [.refused(Refusal(.notUTF8, at: location, UTF8Check.advice(for: bytes)))]
    }
    let cells = RowCells.cells(of: bytes, mark: mark)
    return columns.draft(of: cells, place: place, at: location).events(bytes: bytes.count)
  }
}

/// How the cells of a table are parted.
struct TableDialect {
  /// What parts them.
  let mark: UInt8
  /// The cells of the first line.
  let names: [String]
  /// Whether the line after it has as many cells.
  let isRegular: Bool

  private static let marks = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]

  /// Tells by the first lines; nil where none of the marks parts the first one.
  init?(_ start: FileStart) {
    var best: (mark: UInt8, rows: [[String]])?
    for mark in Self.marks {
      var cutter = RowCutter(
        ByteReader(MemoryBytes(Array(start.bytes.dropByteOrderMark()))), mark: mark, limit: .max)
      var rows: [[String]] = []
      while rows.count < 2, let row = try? cutter.next() {
        rows.append(RowCells.cells(of: row.bytes, mark: mark))
      }
      guard let count = rows.first?.count, count > 1, count > best?.rows[0].count ?? 0 else { continue }
      best = (mark, rows)
    }
    guard let best else { return nil }
    mark = best.mark
    names = best.rows[0].map { $0.trimmedOrNil ?? "" }
    isRegular = best.rows.count > 1 && best.rows[1].count == names.count
  }

  /// Whether the first line holds names: short, each once, without sentences.
  var areNamesPlain: Bool {
    names.allSatisfy { $0.utf8.count <= 40 && $0.split(separator: " ").count <= 4 }
      && Set(names).count >= names.count - 1
  }
}
