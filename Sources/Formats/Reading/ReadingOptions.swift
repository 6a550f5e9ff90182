/// How to read.
public struct ReadingOptions: Sendable, Equatable {
  /// The format of all records; nil to find it for each record from its keys.
  public var format: RecordFormat?
  /// The most bytes that a record or a text file may have; a larger one is refused.
  public var recordLimit: Int

  /// 50 MB, far above any article and far below any memory.
  public static let defaultRecordLimit = 50_000_000

  /// Makes options; the defaults suit most archives.
  public init(format: RecordFormat? = nil, recordLimit: Int = Self.defaultRecordLimit) {
    self.format = format
    self.recordLimit = recordLimit
  }
}
