internal import Archive
internal import ArgumentParser
internal import Entities

/// The option of commands that find entities by name.
struct AliasOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file that joins names (person: Ann Lee = A. Lee) and parts them (!=); - is standard input.",
      valueName: "file"))
  var aliases: String?

  /// What the file says; nothing where none is named.
  ///
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` with the line that cannot be understood.
  func file() throws(ArchiveError) -> AliasFile {
    guard let aliases else { return AliasFile() }
    let text = try TextInput.read(aliases)
    do throws(AliasFileError) { return try AliasFile(parsing: text) } catch {
      throw .unreadableText(path: aliases, detail: error.description)
    }
  }
}
