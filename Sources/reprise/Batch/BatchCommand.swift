internal import ArgumentParser
@preconcurrency internal import Glibc
internal import Reprints

/// `reprise batch`.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Answer requests on standard input, one a line, for programs.",
    discussion: """
      A request is a JSON object with an id, a call and its options; the answer is one object a line, in the shapes \
      that the commands print with --json, and a last one that ends it. The process sees what others add to the index. \
      Sources/reprise/Batch/PROTOCOL.md has all calls.

        reprise batch --db archive < requests.jsonl > answers.jsonl
        echo '{"id": 1, "call": "search", "query": "grain"}' | reprise batch
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var names: AliasOptions

  func validate() throws {
    if names.aliases == "-" {
      throw ValidationError("--aliases wants a file here: standard input is for requests.")
    }
  }

  func run() throws {
    let session = BatchSession(path: archive.folder, aliases: try names.file())
    let hello = """
      {"protocol":"\(BatchSession.protocolVersion)","reprise":"\(Version.current)","rules":\(RulesVersion.current),\
      "schema":"\(JSONLines.schema)"}

      """
    StandardOutput.write(hello)
    _ = StandardOutput.flush()
    var lines = InputLines()
    while let line = lines.next() {
      if line.contains(where: { $0 > 0x20 }) { session.answer(line) }
    }
  }
}

/// The lines of standard input, each as it comes.
struct InputLines: ~Copyable {
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// The next line without its end; nil at the end of the input.
  mutating func next() -> [UInt8]? {
    let count = getline(&buffer, &capacity, stdin)
    guard count >= 0, let buffer else { return nil }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
    return Array(bytes.last == 0x0A ? bytes.dropLast() : bytes[...])
  }

  deinit { free(buffer) }
}
