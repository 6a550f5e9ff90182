import Glass
public import Storage

extension IndexWriter {
  /// Merges what the extent says, and waits for it.
  ///
  /// - Returns: Whether anything was merged.
  @discardableResult
  public func merge(_ extent: MergeExtent) throws(IndexError) -> Bool {
    var merged = false
    while let plan = try planMerge(extent) {
      let segment: MergedSegment
      do throws(IndexError) {
        segment = try plan.run()
      } catch {
        try giveUp(plan)
        throw error
      }
      try apply(segment)
      merged = true
    }
    return merged
  }

  /// Plans a merge of what the last commit published; nil where there is none to do.
  ///
  /// Several plans may be under way at once; each must end with ``apply(_:)`` or ``giveUp(_:)``.
  public func planMerge(_ extent: MergeExtent) throws(IndexError) -> MergePlan? {
    try planMerges(extent, most: 1).first
  }

  /// Plans all merges that there are to do of what the last commit published, to be run side by side.
  public func planMerges(_ extent: MergeExtent, most: Int = .max) throws(IndexError) -> [MergePlan] {
    var plans: [MergePlan] = []
    var number = 0
    for (shard, content) in manifest.shards.enumerated() {
      let folder = directory.segments(shard: content.name)
      var free: [MergePlan.Source] = []
      for segment in content.segments {
        let source = MergePlan.Source(
          segment: segment, folder: folder.subfolder(segment.name), deletions: set.deletions[number])
        if !merging.contains(segment.name) { free.append(source) }
        number += 1
      }
      for group in MergePolicy.groups(free.map(\.segment), extent).prefix(most - plans.count) {
        plans.append(try plan(group.map { free[$0] }, shard: shard))
      }
    }
    return plans
  }

  private func plan(_ sources: [MergePlan.Source], shard: Int) throws(IndexError) -> MergePlan {
    merging.formUnion(sources.map(\.segment.name))
    return MergePlan(shard: shard, sources: sources, reservation: reserveSegment(), index: directory.path)
  }

  /// Puts a merged segment in the place of those that it was made of, as a commit of its own.
  ///
  /// Changes that were not committed stay so.
  public func apply(_ merged: MergedSegment) throws(IndexError) {
    let plan = merged.plan
    let names = Set(plan.sources.map(\.segment.name))
    var next = manifest
    next.generation += 1
    var segments = next.shards[plan.shard].segments
    let place = segments.firstIndex { names.contains($0.name) } ?? segments.count
    segments.removeAll { names.contains($0.name) }
    let late = try lateDeletions(merged)
    let isEmpty = late.articleCount >= merged.segment.articles
    if !isEmpty {
      let shard = next.shards[plan.shard].name
      let marked = try directory.marked(merged.segment, late, shard: shard, generation: next.generation)
      segments.insert(marked, at: place)
    }
    next.shards[plan.shard].segments = segments
    try install(next)
    if isEmpty { try giveUp(plan) }
    merging.subtract(names)
  }

  /// Ends a plan without a change to the index.
  public func giveUp(_ plan: MergePlan) throws(IndexError) {
    merging.subtract(plan.sources.map(\.segment.name))
    try IndexNames.removeSegment(plan.reservation.folder)
  }

  /// What was deleted from the sources of a merge since it was planned, as it lies in the merged segment.
  private func lateDeletions(_ merged: MergedSegment) throws(IndexError) -> DeletionSet {
    var deletions = DeletionSet()
    let terms = try lateIDTerms(merged)
    guard !terms.isEmpty else { return deletions }
    var alone = Manifest()
    alone.shards = [Manifest.Shard(name: manifest.shards[merged.plan.shard].name, segments: [merged.segment])]
    deletions.insert(
      try SegmentSet(directory, alone).postings(terms).compactMap { documents in
        documents.first.map { DocumentRun(first: $0.docid, count: UInt32(documents.count)) }
      })
    return deletions
  }

  /// The id terms of articles that were deleted from the sources of a merge since it was planned.
  private func lateIDTerms(_ merged: MergedSegment) throws(IndexError) -> [[UInt8]] {
    let known = Dictionary(
      uniqueKeysWithValues: merged.plan.sources.map { ($0.segment.name, Set($0.deletions.runs)) })
    var heads: [PassageHandle] = []
    for (number, (_, segment)) in manifest.segments.enumerated() {
      guard let before = known[segment.name] else { continue }
      for run in set.deletions[number].runs where !before.contains(run) {
        let article = ArticleHandle(segment: UInt32(number), head: run.first)
        heads.append(PassageHandle(article: article, ordinal: 0))
      }
    }
    return try set.termLists(of: heads, field: .article).flatMap { $0.map { Field.article.prefix + $0 } }
  }
}
