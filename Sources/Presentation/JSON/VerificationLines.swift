public import Archive
public import SearchIndex

/// Something wrong with an index, as JSON.
public struct ProblemLine: JSONRecord {
  private let problem: IndexProblem

  /// - Parameter problem: What is wrong, and where.
  public init(_ problem: IndexProblem) { self.problem = problem }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("detail", problem.detail)
    json.add("kind", problem.kind.rawValue)
    json.add("place", problem.place)
    json.add("segment", problem.segment)
    json.add("type", "problem")
  }
}

/// What a verification found in all, as JSON.
public struct VerifiedLine: JSONRecord {
  private let found: ArchiveVerification
  private let repaired: RepairSummary?

  /// - Parameters:
  ///   - found: What was found.
  ///   - repaired: What was done about it; nil where nothing was.
  public init(_ found: ArchiveVerification, _ repaired: RepairSummary?) {
    self.found = found
    self.repaired = repaired
  }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("affected_articles", found.affectedArticles)
    json.add("articles", found.articles)
    json.add("bytes", found.bytes)
    json.add("problems", found.problems.count)
    if let repaired { json.add("repair", RepairPart(repaired: repaired)) }
    json.add("segments", found.segments)
    json.add("segments_without_check", found.segmentsWithoutCheck)
    json.add("sound", found.isSound)
    json.add("type", "verified")
  }
}

private struct RepairPart: JSONRecord {
  let repaired: RepairSummary

  func write(to json: inout JSONObject) {
    json.add("forgotten", repaired.forgotten)
    json.add("lost", repaired.lost)
    json.add("salvaged", repaired.salvaged)
    json.add("segments", repaired.segments)
  }
}
