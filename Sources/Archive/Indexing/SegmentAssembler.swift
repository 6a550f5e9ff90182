internal import Articles
internal import Formats
internal import SearchIndex

/// Puts analysed records into segments, in the order of the input.
///
/// Belongs to one thread at a time, which lends it on.
final class SegmentAssembler {
  /// A segment that is full, to be finished on any thread.
  struct Full: @unchecked Sendable {
    // The builder belongs to whoever holds this: nobody adds to it any more.
    let builder: SegmentBuilder
    /// Its place among the segments of the run, from 1.
    let number: UInt64
    /// The last record that is in it or came before it: it and all before it are in this segment or in earlier ones.
    let end: ReadingMark?
    /// What there is to tell up to there.
    let notes: RunNotes

    /// Finishes the segment.
    ///
    /// Its builder must not be kept after that: it has the memory of all words.
    func finished() throws(IndexError) -> Finished {
      Finished(segment: try builder.finish(), number: number, end: end, notes: notes)
    }
  }

  /// A segment that is finished, with its place and its end.
  struct Finished: Sendable {
    let segment: FinishedSegment
    let number: UInt64
    let end: ReadingMark?
    let notes: RunNotes
  }

  /// Remembers stems from segment to segment.
  private let generator = TermGenerator()
  private let segmentBytes: Int
  private let reserve: () -> SegmentReservation
  private var open: SegmentBuilder?
  private var segmentCount: UInt64 = 0
  private var lastSource: (file: String, path: String)?
  /// The last record that was put in, or had nothing to be put in.
  private(set) var end: ReadingMark?
  /// What there is to tell of the records up to there.
  private(set) var notes: RunNotes

  /// - Parameters:
  ///   - segmentBytes: The UTF-8 bytes of text after which a segment is full, if its words have not filled it before.
  ///   - reserve: Sets a place aside for a segment.
  ///   - notes: What there is to tell of the beginnings of files that earlier runs have read.
  init(segmentBytes: Int, notes: RunNotes, reserve: @escaping () -> SegmentReservation) {
    self.segmentBytes = segmentBytes
    self.reserve = reserve
    self.notes = notes
  }

  /// Puts a record in, which must be the next of the input.
  ///
  /// - Returns: The segment that is full with it.
  func add(_ record: AnalysedRecord) throws(IndexError) -> Full? {
    for var article in record.articles {
      article.source = record.mark.map { source($0.file) }
      let builder: SegmentBuilder
      if let open { builder = open } else { builder = try SegmentBuilder(reserve(), generator: generator) }
      open = builder
      try builder.add(article)
    }
    end = record.mark ?? end
    notes.add(record)
    guard let open, open.isFull(textBytes: segmentBytes) else { return nil }
    return takeLast()
  }

  /// The absolute path of the file that a record is from, for which the system is asked once a file.
  private func source(_ file: String) -> String {
    if let lastSource, ByteKey(lastSource.file) == ByteKey(file) { return lastSource.path }
    let path = AbsolutePath.of(file)
    lastSource = (file, path)
    return path
  }

  /// The segment under construction, full or not; nil where there is none.
  func takeLast() -> Full? {
    guard let builder = open else { return nil }
    open = nil
    segmentCount += 1
    return Full(builder: builder, number: segmentCount, end: end, notes: notes)
  }
}
