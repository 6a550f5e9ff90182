internal import Archive
internal import ArgumentParser
internal import Entities
internal import Glibc
internal import Presentation
internal import Site

/// `reprise serve`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Open the archive as a page in a browser, with an API beside it.",
    discussion: """
      Listens on this machine alone and prints the address. With --host others can read the archive too: they need the \
      token that is printed. With --aliases names can be joined and parted in the page, by whoever has the token. \
      The API is described at /api/openapi.json.

        reprise serve
        reprise serve --port 0 --aliases names.txt
        reprise serve --host 192.0.2.7 --token "$(openssl rand -hex 16)"
      """)

  @OptionGroup var archive: ArchiveOptions

  @Option(help: ArgumentHelp("The address or name to listen on. (default: 127.0.0.1)", valueName: "host"))
  var host: String?

  @Option(name: .shortAndLong, help: "The port; 0 for any that is free.")
  var port = 7373

  @Option(help: ArgumentHelp("The token that is asked for. (default: one made by chance)", valueName: "text"))
  var token: String?

  @Option(
    help: ArgumentHelp(
      "A file that joins names and parts them, which the page may change; made where there is none.",
      valueName: "file"))
  var aliases: String?

  @Option(name: .shortAndLong, help: "The number of threads.")
  var jobs: Int?

  func validate() throws {
    if let jobs { try NumberBounds.check(jobs, of: "--jobs", in: NumberBounds.threads) }
    if !(0...65_535).contains(port) {
      throw ValidationError("--port wants a number from 0 to 65535, not \(port).")
    }
    if let token, token.utf8.count < 16 || !token.utf8.allSatisfy(Self.isPlain) {
      throw ValidationError("--token wants 16 letters, digits, - or _ at the least.")
    }
    if aliases == "-" { throw ValidationError("--aliases wants a file here, since the page changes it.") }
    if host == "" { throw ValidationError("--host wants an address or a name, not an empty one.") }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  func run() throws {
    // Opened once before anything is promised.
    _ = try Archive(path: archive.folder)
    let workers = jobs ?? Machine.cores
    let isLocal = host.map { ["127.0.0.1", "localhost", "::1"].contains($0) } ?? true
    let secret = token ?? Self.madeToken()
    let options = options(isLocal: isLocal, secret: secret, jobs: workers)
    let site = Site(options: options, aliases: try aliasFile())
    let server = try SiteServer(site: site, host: host ?? "127.0.0.1", port: port, workers: workers)
    announce(server.port, isLocal: isLocal, secret: secret, needsToken: options.readingToken != nil)
    try server.run()
  }

  private func options(isLocal: Bool, secret: String, jobs: Int) -> SiteOptions {
    var options = SiteOptions(path: archive.folder)
    options.jobs = jobs
    options.aliasPath = aliases
    if aliases != nil { options.writingToken = secret }
    if !isLocal || token != nil { options.readingToken = secret }
    if let host, !isLocal {
      let isAnywhere = host == "0.0.0.0" || host == "::"
      options.allowsAddresses = isAnywhere
      options.hosts.insert(host.contains(":") ? "[\(host.lowercased())]" : host.lowercased())
      if isAnywhere, let name = Self.machineName { options.hosts.insert(name) }
    }
    options.log = { StandardError.say($0) }
    return options
  }

  private func aliasFile() throws(ArchiveError) -> AliasFile {
    guard let aliases, access(aliases, F_OK) == 0 else { return AliasFile() }
    let text = try TextInput.read(aliases)
    do throws(AliasFileError) { return try AliasFile(parsing: text) } catch {
      throw .unreadableText(path: aliases, detail: error.description)
    }
  }

  private func announce(_ port: Int, isLocal: Bool, secret: String, needsToken: Bool) {
    let name = isLocal ? (host ?? "127.0.0.1") : (host ?? "")
    let shown = name.contains(":") ? "[\(name)]" : name == "0.0.0.0" ? (Self.machineName ?? name) : name
    let address = "http://\(shown):\(port)/" + (needsToken || aliases != nil ? "?token=\(secret)" : "")
    StandardOutput.writeLine(address)
    _ = StandardOutput.flush()
    guard !archive.quiet else { return }
    if !isLocal {
      StandardError.say(
        "the whole text of the archive can be read by whoever reaches this address and has the token; what is sent is "
          + "not encrypted, so use it in a network that you trust, or behind a proxy with TLS")
    }
    StandardError.say("Ctrl-C ends it")
  }

  private static var machineName: String? {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      .lowercased()
  }

  private static func madeToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
