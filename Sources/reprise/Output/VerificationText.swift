internal import Archive
internal import SearchIndex

/// Says what a verification found, and what can be done about it.
struct VerificationText {
  /// How many forgotten files are listed.
  private static let listed = 10

  let folder: String

  /// How far a verification has come, for the terminal.
  static func line(of progress: ArchiveVerification.Progress) -> String {
    switch progress {
    case .files(let bytes, let all): "\(ByteCount.text(of: bytes)) of \(ByteCount.text(of: all)) checked"
    case .articles(let count, let all): "\(count) of \(counted(all, "article")) checked"
    }
  }

  /// A line for each problem.
  func problems(of found: ArchiveVerification) -> String {
    found.problems.map { TerminalStyle.harmlessLine($0.description) + "\n" }.joined()
  }

  /// What it comes to, and what to do; some lines.
  func summary(of found: ArchiveVerification, _ repaired: RepairSummary?) -> String {
    let size = "\(counted(found.articles, "article")) in \(counted(found.segments, "segment"))"
    let read = "\(size), \(ByteCount.text(of: found.bytes))"
    if found.isSound { return harmless(["\(folder): \(read): all is well"]) }
    var lines = ["\(folder): \(read): \(counted(found.problems.count, "problem"))"]
    if found.affectedArticles > 0 {
      lines.append(
        "\(counted(found.affectedArticles, "article")) lie in \(counted(found.affectedSegments.count, "segment")) "
          + "with problems; all others are as they were given")
    }
    lines +=
      repaired.map(report) ?? [
        "'reprise verify --repair' keeps what can be read and has the next 'reprise index' read the rest again"
      ]
    return harmless(lines)
  }

  private func report(_ repaired: RepairSummary) -> [String] {
    var lines = ["repaired: \(counted(repaired.salvaged, "article")) taken over from damaged segments"]
    if repaired.segments > 0 {
      lines.append("the damaged segments are in \(folder)/damaged, and can be deleted")
    }
    if repaired.lost > 0 { lines.append("\(counted(repaired.lost, "article")) could not be read any more") }
    if !repaired.forgotten.isEmpty {
      lines.append("index \(repaired.forgotten.count == 1 ? "this file" : "these files") again:")
      lines += repaired.forgotten.prefix(Self.listed).map { "  \($0)" }
      let rest = repaired.forgotten.count - Self.listed
      if rest > 0 { lines.append("  and \(rest) more; 'reprise index' over their folders finds them") }
    } else if repaired.lost > 0 {
      lines.append("what came through a pipe must be given again")
    }
    return lines
  }

  private func harmless(_ lines: [String]) -> String {
    lines.map { TerminalStyle.harmlessLine($0) + "\n" }.joined()
  }
}

/// What a verification found, as JSON lines: one a problem, then one for the whole.
enum VerificationLines {
  static func print(_ found: ArchiveVerification, _ repaired: RepairSummary?) throws {
    var lines = JSONLines()
    for problem in found.problems { try lines.print(ProblemLine(problem)) }
    try lines.print(VerifiedLine(found, repaired))
  }

  private struct ProblemLine: Encodable {
    let type = "problem"
    let kind: String
    let place: String
    let segment: String?
    let detail: String

    init(_ problem: IndexProblem) {
      kind = problem.kind.rawValue
      place = problem.place
      segment = problem.segment
      detail = problem.detail
    }
  }

  private struct VerifiedLine: Encodable {
    let type = "verified"
    let sound: Bool
    let problems: Int
    let articles: Int
    let segments: Int
    let bytes: Int
    let affectedArticles: Int
    let repair: RepairPart?

    enum CodingKeys: String, CodingKey {
      case type, sound, problems, articles, segments, bytes, repair
      case affectedArticles = "affected_articles"
    }

    init(_ found: ArchiveVerification, _ repaired: RepairSummary?) {
      sound = found.isSound
      problems = found.problems.count
      articles = found.articles
      segments = found.segments
      bytes = found.bytes
      affectedArticles = found.affectedArticles
      repair = repaired.map {
        RepairPart(salvaged: $0.salvaged, lost: $0.lost, forgotten: $0.forgotten, segments: $0.segments)
      }
    }
  }

  private struct RepairPart: Encodable {
    let salvaged: Int
    let lost: Int
    let forgotten: [String]
    let segments: Int
  }
}
