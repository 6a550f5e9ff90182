internal import Archive
internal import ArgumentParser
internal import Presentation
internal import Articles
internal import Glibc

/// `reprise watch`.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Tell each new article that answers a query, or that repeats a text.",
    discussion: """
      Looks at the index after each commit, such as those of 'reprise index --follow', and prints a line of JSON for each \
      article that was not there before. With --out the lines are added to a file, which is also what the watch remembers \
      by: stopped or killed and started again, it tells nothing twice and loses nothing.

        reprise watch 'drone place:Ukraine' | while read -r line; do …; done
        reprise watch --check our-story.txt --out copies.jsonl
        reprise watch --once --out new.jsonl person:"Ann Lee"
      """)

  /// How often the index is looked at, in microseconds.
  private static let pause: UInt32 = 250_000
  /// The most articles that one text is compared with.
  private static let mostMatches = 10_000

  @OptionGroup var archive: ArchiveOptions

  @Argument(help: "What to watch for, in the query language.")
  var query: [String] = []

  @Option(
    help: ArgumentHelp(
      "Watch for articles that have text of this one; - is standard input.", valueName: "file"))
  var check: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Add the lines to this file, and go on from what stands in it.", valueName: "file"))
  var out: String?

  @Flag(help: "Tell what is in the index already, too.")
  var all = false

  @Flag(help: "Look once and end, as for a task that runs each hour; needs --out.")
  var once = false

  func validate() throws {
    if query.isEmpty == (check == nil) { throw ValidationError("Give a query, or --check with a text.") }
    if once, out == nil {
      throw ValidationError("--once needs --out: without a file, the watch does not know what is new.")
    }
  }

  func run() throws {
    let newest = NewestArchive(path: archive.folder)
    let text = try check.map { path throws(ArchiveError) in try TextInput.read(path) }
    let subject = text.map { "text: \($0)" } ?? "query: \(query.joined(separator: " "))"
    var told: Set<ByteKey> = []
    let first = try newest.archive()
    let journal = try out.map {
      try WatchJournal(
        path: $0, watches: subject, known: { all ? [] : try found(in: first, text).map(\.id) },
        told: &told)
    }
    if journal == nil, !all { told = try Set(found(in: first, text).map { ByteKey($0.id) }) }
    Interruption.catchFirst()
    if !archive.quiet, !once { StandardError.say("watching \(archive.folder); stop with ctrl-c") }
    var looked: Archive?
    var hasTold = false
    while !Interruption.isRequested {
      let current = try newest.archive()
      if current !== looked {
        hasTold = try tell(current, text, &told, journal) || hasTold
        looked = current
      }
      if once { break }
      usleep(Self.pause)
    }
    if once, !hasTold { try ExitStatus.nothingFound.end() }
  }

  /// Something that the watch is for.
  private struct Find {
    let id: String
    /// Nil where the article has yet to be read.
    let match: TextMatch?
  }

  private func found(in archive: Archive, _ text: String?) throws -> [Find] {
    guard let text else {
      return try archive.ids(answering: query.joined(separator: " ")).map { Find(id: $0, match: nil) }
    }
    return try archive.matches(of: text, limit: Self.mostMatches).map { Find(id: $0.article.id, match: $0) }
  }

  /// Tells what is new; each line has left the process before the next find is looked at.
  private func tell(
    _ archive: Archive, _ text: String?, _ told: inout Set<ByteKey>, _ journal: WatchJournal?
  ) throws -> Bool {
    var hasTold = false
    for find in try found(in: archive, text) where told.insert(ByteKey(find.id)).inserted {
      var line = ""
      var lines = JSONLines(namesSchema: journal == nil) { line = String(decoding: $0, as: UTF8.self) }
      if let match = find.match {
        lines.print(MatchLine(match))
      } else {
        let summary = try archive.summary(ofArticle: find.id)
        lines.print(WatchedLine(summary))
      }
      if let journal {
        try journal.add(line)
      } else {
        StandardOutput.writeLine(line)
        if let failure = StandardOutput.flush() {
          throw ArchiveError.unreadableText(path: "(standard output)", detail: failure)
        }
      }
      hasTold = true
    }
    return hasTold
  }
}

/// A new article that answers a query, as a JSON line.
struct WatchedLine: JSONRecord {
  private let article: ArticleSummary

  init(_ article: ArticleSummary) { self.article = article }

  func write(to json: inout JSONObject) {
    json.add("article", article.id)
    json.add("language", article.language)
    json.add("outlet", article.outlet)
    json.add("published", article.published?.description)
    json.add("title", article.title)
    json.add("type", "watched")
    json.add("url", article.url)
  }
}
