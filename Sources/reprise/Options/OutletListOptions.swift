internal import Archive
internal import ArgumentParser
internal import Reprints

/// The option of commands that tell outlets apart.
struct OutletListOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file that joins the names and hosts of an outlet (The Gazette = gazette.example); - is standard input.",
      valueName: "file"))
  var outletList: String?

  /// Has what is compared from now on be told apart as the file says.
  ///
  /// - Throws: ``ArchiveError/unreadableText(path:detail:)`` with the line that cannot be understood.
  func use() throws(ArchiveError) {
    guard let outletList else { return }
    let text = try TextInput.read(outletList)
    do throws(OutletListError) { SourceName.use(try OutletList(parsing: text)) } catch {
      throw .unreadableText(path: outletList, detail: error.description)
    }
  }
}
