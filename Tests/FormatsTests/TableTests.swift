import Articles
import Testing

@testable import Formats

struct TableTests {
  private func rows(_ text: String, mark: String = ",", limit: Int = 1000) throws -> [[String]] {
    let byte = Array(mark.utf8)[0]
    var cutter = RowCutter(ByteReader(MemoryBytes(Array(text.utf8))), mark: byte, limit: limit)
    var rows: [[String]] = []
    while let row = try cutter.next() {
      rows.append(row.size > limit ? ["too large"] : RowCells.cells(of: row.bytes, mark: byte))
    }
    return rows
  }

  @Test(arguments: [
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n\n\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("\"a\nb\",\"c,\"\"d\"\"\"\n", [["a\nb", "c,\"d\""]]), ("a,\n,b\n", [["a", ""], ["", "b"]]),
    ("5\" wide,x\n", [["5\" wide", "x"]]), ("\"a \"quoted\" b\",x\n", [["a \"quoted\" b", "x"]]),
    ("\"a \\\"b\\\" c\",x\n", [["a \"b\" c", "x"]]), ("", []), ("\n\r\n", []),
  ])
  func `a table is cut as people write it`(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func `a mark that is not closed does not swallow the rest`() throws {
    let text = "a,\"" + String(repeating: "x", count: 40) + "\nb,2\nc,3\n"
    let found = try rows(text, limit: 30)
    #expect(found.first == ["too large"])
    #expect(found.last == ["c", "3"])
  }

  @Test(arguments: [
    ("id;title;text\n1;T;X", UInt8(ascii: ";")), ("id\ttitle\ttext\n1\tT\tX", 9),
    ("a,b;c,d\n1,2;3,4", UInt8(ascii: ",")), ("a|b\n1|2", UInt8(ascii: "|")),
  ])
  func `the mark between cells is told`(text: String, mark: UInt8) {
    let start = FileStart(bytes: Array(text.utf8), isWhole: true, name: "x")
    #expect(TableDialect(start)?.mark == mark)
  }
}
