import Entities
import Glibc
import TextAnalysis

/// Measures how fast raw text becomes tags, on one core.
struct SpeedReport {
  /// Reads a text file of one article a line and tags each line; prints words a second for each step.
  static func run(_ path: String) throws {
    let texts = try TrainingData.text(path).split(separator: "\n").map(String.init)
    guard let recogniser = TrainedRecogniser() else { return print("no model is built in") }
    var words = 0
    let analysis = seconds { for text in texts { words += AnalysedText(text).wordCount } }
    var mentions = 0
    let all = seconds { for text in texts { mentions += recogniser.mentions(in: AnalysedText(text)).count } }
    let rules = seconds { for text in texts { _ = RuleRecogniser().mentions(in: AnalysedText(text)) } }
    print("\(words) words, \(mentions) mentions")
    print(
      "raw text to mentions: \(rate(words, all)) words a second; analysis of the text alone: \(rate(words, analysis))"
    )
    print("by rules: \(rate(words, rules)) words a second")
  }

  private static func rate(_ words: Int, _ seconds: Double) -> Int { Int(Double(words) / max(seconds, 1e-9)) }

  /// Processor time, so that other work on the machine does not count.
  private static func seconds(_ body: () -> Void) -> Double {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
    body()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
  }
}
