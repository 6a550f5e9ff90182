internal import ArgumentParser
internal import Formats
internal import Presentation

/// `reprise formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that can be indexed.",
    discussion: """
      A file is told by its content; --format names one of these, or a shape of records, where that is wrong.

        reprise formats
        reprise formats --json | jq -r .name
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    if output.json {
      var lines = JSONLines()
      for format in InputFormats.all { lines.print(FormatLine(name: format.name, summary: format.summary)) }
      return
    }
    let width = (InputFormats.all.map(\.name.count).max() ?? 0) + 2
    for format in InputFormats.all {
      StandardOutput.writeLine(
        format.name + String(repeating: " ", count: width - format.name.count) + format.summary)
    }
    StandardOutput.writeLine("")
    StandardOutput.writeLine("Each may be packed: \(InputFormats.packings.joined(separator: ", ")).")
    StandardOutput.writeLine(
      "Shapes of records: \(RecordFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  }
}
