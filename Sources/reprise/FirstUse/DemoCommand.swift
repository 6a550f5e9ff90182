internal import Archive
internal import ArgumentParser
internal import CProgramData
internal import FoundationEssentials
internal import Glibc

/// `reprise demo`.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show what Reprise does, on articles that come with it.",
    discussion: """
      Indexes 60 invented articles into a temporary folder, asks three questions, and removes it again.

        reprise demo
        reprise demo --keep demo.reprise
      """)

  @Option(
    help: ArgumentHelp("Make the index here and keep it, to go on asking.", valueName: "dir"))
  var keep: String?

  func validate() throws {
    if keep == "" { throw ValidationError("--keep wants the folder of an index, not an empty name.") }
    if let keep, access(keep, F_OK) == 0 {
      throw ValidationError("\(keep) is there already; name a folder that is not.")
    }
  }

  func run() throws {
    let home = try TemporaryHome()
    defer { home.remove() }
    let index = keep ?? home.path + "/demo"
    let articles = home.path + "/articles.jsonl"
    try home.write(DemoArticles.bytes, to: articles)
    for step in Self.steps {
      say("\n# \(step.title)\n")
      try show(step.arguments.map { $0 == "ARTICLES" ? articles : $0 }, index: index)
    }
    let next = keep.map { "The index is at \($0): reprise search --db \($0) 'glacier'" }
    say("\n# \(next ?? "Your own articles: reprise index FOLDER, then the same questions.")\n")
  }

  /// A question of the tour.
  private struct Step {
    let title: String
    let arguments: [String]
  }

  private static let steps = [
    Step(title: "60 articles, as JSON Lines, go into an index.", arguments: ["index", "ARTICLES"]),
    Step(
      title: "1. Who wrote of the fire at the grain terminal, and who only repeats it?",
      arguments: ["search", "--limit", "2", "grain terminal fire"]),
    Step(
      title: "2. What was changed on the way from the agency to one of the papers?",
      arguments: ["compare", "harbour-wire", "harbour-cut"]),
    Step(title: "3. Who takes text from whom?", arguments: ["outlets", "--limit", "8"]),
  ]

  /// Runs a command on the index and shows it first.
  private func show(_ arguments: [String], index: String) throws {
    let shown = arguments.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
    say("$ reprise \(shown)\n")
    var command = try Reprise.parseAsRoot([arguments[0], "--db", index] + arguments.dropFirst())
    try command.run()
    if let failure = StandardOutput.flush() {
      throw ArchiveError.unreadableText(path: "(standard output)", detail: failure)
    }
  }

  private func say(_ text: String) {
    StandardOutput.write(text)
    _ = StandardOutput.flush()
  }
}

/// The articles of the tour.
enum DemoArticles {
  /// JSON Lines.
  static var bytes: [UInt8] {
    var size = 0
    let start = reprise_demo_articles(&size)
    return Array(UnsafeRawBufferPointer(start: start, count: size))
  }
}

/// A folder that is there for one run.
struct TemporaryHome {
  let path: String

  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` where none can be made.
  init() throws(ArchiveError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/reprise-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .unreadableText(
        path: parent, detail: "no folder can be made: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func write(_ bytes: [UInt8], to file: String) throws(ArchiveError) {
    let draft = try DraftFile(path: file)
    try draft.write(bytes)
    try draft.finish()
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
