internal import ArgumentParser
internal import Entities
internal import Presentation
internal import TextAnalysis

/// `reprise tag`.
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Print a text with the people, organisations and places that it names.",
    discussion: """
      Needs no index. English and Russian have a trained model each; of other languages, only places of the gazetteer \
      are found.

        reprise tag article.txt
        reprise tag --format json - < article.txt
        reprise tag --conll tokens.conll > tagged.conll
        reprise tag --lang ru --conll tokens.conll > tagged.conll
      """)

  @Argument(help: "A text file; - is standard input.")
  var file: String

  @Option(help: "How names are printed: inline, json or conll.")
  var format: TagFormat = .inline

  @Option(
    name: [.long, .customLong("lang")],
    help: ArgumentHelp(
      "The language of the text, as an ISO 639-1 code; detected where it is not given.", valueName: "code"))
  var language: String?

  @Flag(help: "The file is tokens, one a line: print each with its BIO2 label.")
  var conll = false

  func run() throws {
    let text = try TextInput.read(file)
    let language = language ?? LanguageDetector().language(of: conll ? ConllTagger.words(of: text) : text)
    let recogniser: any EntityRecogniser = TrainedRecogniser() ?? RuleRecogniser()
    if !recogniser.covers(language: language) {
      let name = language.map { "'\($0)'" } ?? "of the text"
      StandardError.say("the recogniser does not cover the language \(name); only known places are tagged")
    }
    if conll {
      let tagged = ConllTagger(language: language).tagged(text)
      return StandardOutput.write(TerminalText.harmless(tagged, keepsTabs: true))
    }
    let analysed = AnalysedText(text, language: language)
    let mentions = recogniser.mentions(in: analysed, language: language)
    let tagged = format.formatted(analysed, mentions: mentions)
    StandardOutput.write(format == .json ? tagged : TerminalText.harmless(tagged, keepsTabs: true))
    if mentions.isEmpty { try ExitStatus.nothingFound.end() }
  }
}
