internal import Dispatch
internal import SearchIndex
internal import Synchronization

/// Putting analysed records into segments, in the order of the input, and segments into the index.
extension IndexingRun {
  // MARK: Putting into segments

  /// Hands in a record, and puts into segments what has its turn, unless another thread is at it.
  func put(_ record: AnalysedRecord, at sequence: UInt64) throws(ArchiveError) {
    assembly.withLock { assembly in
      assembly.order.add(record, at: sequence)
      assembly.waitingBytes += record.textBytes
    }
    while let (taken, record) = takeNext() {
      let full = try indexed { () throws(IndexError) in try taken.assembler.add(record) }
      assembly.withLock { assembly in
        assembly.assembler = taken
        assembly.waitingBytes -= record.textBytes
        assembly.put += record.counts
        assembly.inHand += full == nil ? 0 : 1
      }
      guard let full else { continue }
      defer { assembly.withLock { $0.inHand -= 1 } }
      try handOver(try indexed { () throws(IndexError) in try full.finished() })
    }
    makeRoom()
  }

  /// Takes the assembler and the record that is next; nil where another thread has it, or that record is not there yet.
  private func takeNext() -> (UncheckedAssembler, AnalysedRecord)? {
    assembly.withLock { assembly in
      guard !assembly.isGivenUp, let assembler = assembly.assembler, let record = assembly.order.takeNext()
      else { return nil }
      assembly.assembler = nil
      return (assembler, record)
    }
  }

  /// Stands still while too much waits for a record that another thread has in work.
  func waitForRoom() {
    let mustWait = assembly.withLock { assembly in
      // Asked here, where whoever fails looks next for those that stand still: after a failure nobody makes room.
      let isFull = assembly.waitingBytes > Self.mostWaitingBytes && !hasFailed
      if isFull { assembly.standing += 1 }
      return isFull
    }
    if mustWait { room.wait() }
  }

  /// Has all threads go on that stand still, if there is room, or no use in waiting.
  func makeRoom() {
    let hasFailed = hasFailed
    let standing = assembly.withLock { assembly in
      guard hasFailed || assembly.waitingBytes <= Self.mostWaitingBytes else { return 0 }
      defer { assembly.standing = 0 }
      return assembly.standing
    }
    for _ in 0..<standing { room.signal() }
  }

  // MARK: Segments

  /// Has the writer take in the finished segments whose turn it is; commits and merges when enough has gathered.
  func handOver(_ finished: SegmentAssembler.Finished) throws(ArchiveError) {
    let plans = try output.withLock { output throws(ArchiveError) in
      output.finished.add(finished, at: finished.number)
      return try indexed { () throws(IndexError) in
        var plans: [MergePlan] = []
        while let next = output.finished.takeNext() {
          if let plan = try include(next, &output) { plans.append(plan) }
        }
        return plans
      }
    }
    for plan in plans {
      let merged = try indexed { () throws(IndexError) in try plan.run() }
      try output.withLock { output throws(ArchiveError) in
        let writer = output.writer.writer
        try indexed { () throws(IndexError) in try writer.apply(merged) }
      }
    }
  }

  /// Has the writer take in the next segment; plans a merge where that led to a commit.
  private func include(
    _ finished: SegmentAssembler.Finished, _ output: inout Output
  ) throws(IndexError) -> MergePlan? {
    let writer = output.writer.writer
    try writer.include(finished.segment)
    output.uncommittedBytes += finished.segment.textBytes
    guard output.uncommittedBytes >= commitTextBytes else { return nil }
    output.uncommittedBytes = 0
    output.coverage.advance(through: finished.end, finished.notes)
    try writer.commit(companions: output.coverage.ledger.companions())
    return try writer.planMerge(.due)
  }
}
