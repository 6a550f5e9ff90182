internal import Archive
internal import ArgumentParser
internal import Articles
internal import Presentation

/// `reprise entities`.
struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "List the people, organisations and places of the archive.",
    discussion: """
        reprise entities
        reprise entities --class place --limit 20
        reprise entities Blinken
        reprise entities --with 'Antony Blinken'
        reprise entities --aliases names.txt Bush

      A file of aliases holds a line for each decision, and overrules Reprise's own without indexing again:

        person: Antony Blinken = Tony Blinken
        person: George W. Bush != George H. W. Bush
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var names: AliasOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "A name, in any of its forms; without one all entities are listed.")
  var name: String?

  @Option(name: .customLong("class"), help: "The class: person, org or place.")
  var entityClass: EntityClass?

  @Option(help: ArgumentHelp("List what is named in one passage with this name.", valueName: "name"))
  var with: String?

  @Option(name: .shortAndLong, help: "The most entities of each class.")
  var limit = 50

  func validate() throws {
    if name != nil && with != nil { throw ValidationError("Give a name or --with a name, not both.") }
    try NumberBounds.check(limit, of: "--limit", in: NumberBounds.results)
  }

  func run() throws {
    let archive = try Archive(path: archive.folder, aliases: names.file())
    var lines = JSONLines()
    var found = false
    for entityClass in entityClass.map({ [$0] }) ?? EntityClass.allCases {
      let counts = try archive.entities(entityClass, named: name, with: with, limit: limit)
      found = found || !counts.isEmpty
      for count in counts {
        if output.json {
          lines.print(EntityCountLine(count))
        } else {
          StandardOutput.writeLine(EntityText.line(of: count))
        }
      }
    }
    if !found {
      if !self.archive.quiet, let asked = name ?? with { try sayUnknown(asked, in: archive) }
      try ExitStatus.nothingFound.end()
    }
  }

  /// Says that no article has a name, and which names are nearly like it.
  private func sayUnknown(_ asked: String, in archive: Archive) throws {
    var near: [String] = []
    for entityClass in entityClass.map({ [$0] }) ?? EntityClass.allCases {
      near += try archive.names(near: asked, entityClass)
    }
    StandardError.say(
      "no article names \"\(asked)\""
        + (near.isEmpty ? "" : "; names like it: " + near.joined(separator: ", ")))
  }
}

extension Archive {
  /// The entities of a class: those that a name may stand for, those named beside another, or all.
  func entities(
    _ entityClass: EntityClass, named name: String?, with other: String?, limit: Int
  ) throws(ArchiveError) -> [EntityCount] {
    if let name { return try entities(named: name, entityClass, limit: limit) }
    if let other { return try entities(entityClass, with: other, limit: limit) }
    return try entities(entityClass, limit: limit)
  }
}
