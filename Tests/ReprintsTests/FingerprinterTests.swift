import Testing
import TextAnalysis

@testable import Reprints

struct FingerprinterTests {
  private let fingerprinter = Fingerprinter()

  private func values(_ text: String) -> Set<UInt64> {
    Set(fingerprinter.fingerprints(of: AnalysedText(text)).map(\.value))
  }

  /// A text of numbered words, no two the same.
  private func numbered(_ prefix: String, _ count: Int) -> String {
    (0..<count).map { "\(prefix)\($0)" }.joined(separator: " ")
  }

  @Test func `a shared run of thirteen words is always found`() {
    let run = "the harbour master of Lowmere closed the eastern basin to all ferries yesterday"
    for before in 0..<20 {
      let one = "\(numbered("a", before)) \(run) \(numbered("b", 20 - before))"
      let other = "\(numbered("c", 20 - before)) \(run) \(numbered("d", before))"
      #expect(!values(one).isDisjoint(with: values(other)))
    }
  }

  @Test func `a run of five words leaves no fingerprint in common`() {
    let run = "closed the eastern basin to"
    #expect(values("\(numbered("a", 20)) \(run) b").isDisjoint(with: values("\(numbered("c", 20)) \(run) d")))
  }

  @Test func `case, quotation marks and accents make no difference`() {
    let plain = "Mayor Elodie said that the cafe's terrace stays open all winter long"
    let dressed = "MAYOR Élodie said: “that the café’s terrace stays open” – all winter long"
    #expect(values(plain) == values(dressed))
  }

  @Test func `a word broken at a line's end is one word`() {
    let broken = "The ministers spoke of coopera-\ntion between the two harbour towns of the coast"
    let whole = "The ministers spoke of cooperation between the two harbour towns of the coast"
    #expect(values(broken) == values(whole))
  }

  @Test func `one word said over and over has few fingerprints`() {
    let text = Array(repeating: "ha", count: 1000).joined(separator: " ")
    #expect(fingerprinter.fingerprints(of: AnalysedText(text)).count < 150)
  }

  @Test func `a text of fewer words than a shingle has none`() {
    #expect(values("Ferry sinks off Lowmere today").isEmpty)
    #expect(values("").isEmpty)
  }

  @Test func `short texts that are the same share their one fingerprint`() {
    #expect(values("Ferry sinks off Lowmere this morning.").count == 1)
  }

  @Test func `a fingerprint belongs to the passage in which it starts`() {
    let analysed = AnalysedText(
      (0..<60).map { "Sentence number \($0) tells of the ferry again." }.joined(separator: " "))
    let passages = analysed.passages()
    let words = WordList(analysed)
    let sliced = fingerprinter.fingerprints(of: words, in: passages)
    #expect(passages.count > 1)
    #expect(sliced.flatMap { $0 } == fingerprinter.fingerprints(of: words))
    for (passage, slice) in zip(passages, sliced) {
      #expect(slice.allSatisfy { passage.bytes.contains($0.bytes.lowerBound) })
    }
  }
}
