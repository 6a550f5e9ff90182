/// What a database of Xapian 1.4 is like on the disk, in its format «glass» of 14 March 2016.
///
/// A segment is written once, whole and in order, which Xapian's own writer is not made for: it keeps each posting in
/// trees of strings and enters every key into a B-tree by a search. The writers in this folder take terms, documents
/// and values in the order of their keys and fill the blocks of the tables from front to back; what comes out is a plain
/// Xapian database, which Xapian reads, checks, merges and changes. Tests hold everything that Xapian reads of it against
/// what it reads of a database of the same documents by its own writer, and run Xapian's check of a database.
///
/// | table | key | content |
/// | --- | --- | --- |
/// | postlist | marks for the values' statistics, the values, and the lengths of documents; then terms | ``GlassValues``, ``GlassPostings`` |
/// | position | term and document | ``PositionCoder`` |
/// | docdata | document | the data, deflated |
/// | termlist | document, and that with a NUL | ``GlassTermLists``: its terms, deflated, and its value slots |
///
/// The description of the format is Xapian's source (xapian-core 1.4.22, `backends/glass` and `common/pack.h`); the
/// tables are B-trees after Knuth with keys that are cut where they tell two blocks apart (prefix B-trees: Bayer and
/// Unterauer 1977).
package enum GlassFormat {
  /// The bytes of a block of a table.
  package static let blockBytes = 8192
  /// The bytes that the largest item of a block may have: four must fit.
  static let mostItemBytes = (blockBytes - GlassBlock.headerBytes - 4 * GlassBlock.entryBytes) / 4
  /// The bytes that the longest term may have.
  package static let mostTermBytes = 245
  /// The revision of all blocks: a segment is written once.
  static let revision: UInt8 = 1
  /// Contents up to so many bytes are not compressed.
  static let leastCompressedBytes = 18
  /// The bytes after which a list of postings or values is cut into a further piece.
  static let chunkBytes = 2000
  /// The name of the file that makes a folder a database.
  static let versionFileName = "iamglass"

  /// What the keys of the table of postings begin with that are no terms; they come before all of these, in this order.
  enum Mark {
    static let valueStatistics: [UInt8] = [0, 0xD0]
    static let values: [UInt8] = [0, 0xD8]
    static let lengths: [UInt8] = [0, 0xE0]
  }

  /// The tables of a database, in the order in which its version file lists them.
  enum Table: Int, CaseIterable {
    case postlist, docdata, termlist, position, spelling, synonym

    /// The file of the table in the folder of the database.
    var fileName: String { "\(self).glass" }

    /// Contents of more bytes are compressed; 0 for a table without compression.
    var compressionMinimum: Int {
      switch self {
      case .postlist, .position: 0
      case .docdata, .termlist, .spelling, .synonym: leastCompressedBytes
      }
    }
  }
}
