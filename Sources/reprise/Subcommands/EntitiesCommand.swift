internal import Archive
internal import ArgumentParser
internal import Articles
internal import Entities

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
      """)

  @OptionGroup var archive: ArchiveOptions
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
    if limit < 1 { throw ValidationError("--limit wants a number from 1, not \(limit).") }
  }

  func run() throws {
    let archive = try Archive(path: archive.folder)
    var lines = JSONLines()
    var found = false
    for entityClass in entityClass.map({ [$0] }) ?? EntityClass.allCases {
      let counts = try counts(of: entityClass, in: archive)
      found = found || !counts.isEmpty
      for count in counts {
        if output.json {
          try lines.print(EntityCountLine(count))
        } else {
          StandardOutput.writeLine(line(of: count))
        }
      }
    }
    if !found { try ExitStatus.nothingFound.end() }
  }

  /// The key as people read it: of a person the given names first.
  private static func name(of count: EntityCount) -> String {
    let family = EntityKey(entityClass: count.entityClass, text: count.key).familyName
    let given = count.key.dropFirst(family.count + 1)
    return given.isEmpty || !count.key.hasPrefix(family) ? count.key : "\(given) \(family)"
  }

  /// Class, number of passages and name, in columns.
  private func line(of count: EntityCount) -> String {
    let name = count.entityClass.rawValue
    let number = "\(count.passages)"
    let reason = count.reason.map { "  (\($0.rawValue))" } ?? ""
    let padding = String(repeating: " ", count: max(1, 14 - name.count - number.count))
    return name + padding + number + "  " + TerminalStyle.harmlessLine(Self.name(of: count)) + reason
  }
}

extension EntitiesCommand {
  private func counts(of entityClass: EntityClass, in archive: Archive) throws -> [EntityCount] {
    if let name { return Array(try archive.entities(named: name, entityClass).prefix(limit)) }
    if let with { return try archive.entities(entityClass, with: with, limit: limit) }
    return try archive.entities(entityClass, limit: limit)
  }
}

/// An entity and how often it is named, as a JSON line.
struct EntityCountLine: Encodable {
  let type = "entity"
  let entityClass: String
  let key: String
  let passages: Int
  let reason: String?

  enum CodingKeys: String, CodingKey {
    case type
    case entityClass = "class"
    case key, passages, reason
  }

  init(_ count: EntityCount) {
    entityClass = count.entityClass.rawValue
    key = count.key
    passages = count.passages
    reason = count.reason?.rawValue
  }
}
