/// A relation with its confidence and its reason in words.
struct Verdict {
  var relation: Relation
  var confidence: Double
  var why: String
  var boilerplate: PairReport.BoilerplateKind?
  /// Who quotes whom, where it is an excerpt.
  var excerpt: PairReport.Direction?

  static func reprint(_ evidence: PairEvidence, share: Double, threshold: Double) -> Verdict {
    let margin = (share - threshold) / (1 - threshold)
    return Verdict(
      relation: .reprint, confidence: 0.65 + 0.33 * min(1, margin * 2),
      why:
        "\(percent(share)) of the shorter text is in the other, \(evidence.longestOwnRun) words of it in one run"
    )
  }

  static func partial(_ evidence: PairEvidence, threshold: Int) -> Verdict {
    let margin = Double(evidence.pure - threshold) / Double(threshold * 2)
    return Verdict(
      relation: .partial, confidence: 0.6 + 0.3 * min(1, margin),
      why: "\(evidence.pure) words of narration shared, at most \(evidence.longestOwnRun) of them in one run")
  }

  static func sentence(_ evidence: PairEvidence) -> Verdict {
    Verdict(
      relation: .partial, confidence: PairReport.weak,
      why: "a sentence of narration shared, \(evidence.pureInBestSentence) words")
  }

  static func list(_ words: Int) -> Verdict {
    Verdict(
      relation: .partial, confidence: PairReport.weak,
      why: "\(words) words shared that are names, figures or set phrases: a list, a table, a common wording")
  }

  static func excerpt(
    _ words: Int, of outlet: String, direction: PairReport.Direction, threshold: Int
  ) -> Verdict {
    let margin = Double(words - threshold) / Double(threshold * 3)
    return Verdict(
      relation: .partial, confidence: 0.55 + 0.25 * min(1, margin),
      why: "\(words) words quoted from \(outlet), which is named", excerpt: direction)
  }

  static func form(_ evidence: PairEvidence) -> Verdict {
    Verdict(
      relation: .boilerplate, confidence: 0.7,
      why: "the same form filled in with other figures: \(evidence.otherNumbers) differ, "
        + "\(evidence.sameNumbers) are the same", boilerplate: .template)
  }

  static func page(_ evidence: PairEvidence) -> Verdict {
    Verdict(
      relation: .boilerplate, confidence: 0.9,
      why: "both are pages of a site that are no articles: a form of consent, an error, a notice",
      boilerplate: .page)
  }

  static func background(_ evidence: PairEvidence) -> Verdict {
    Verdict(
      relation: .boilerplate, confidence: 0.65,
      why: "\(evidence.pureBackground) words of standing background shared, nothing that tells of one event",
      boilerplate: .background)
  }

  static func ownBackground(_ evidence: PairEvidence) -> Verdict {
    Verdict(
      relation: .boilerplate, confidence: 0.65,
      why: "\(evidence.pure) words that the outlet told weeks before: its own background",
      boilerplate: .background)
  }

  static func quotes(_ evidence: PairEvidence, doubt: Double) -> Verdict {
    Verdict(
      relation: .quotes, confidence: 0.92 - 0.35 * doubt,
      why: "\(evidence.quoted) shared words are quotations, \(evidence.pure) are narration that tells")
  }

  static func boilerplate(_ evidence: PairEvidence, doubt: Double) -> Verdict {
    Verdict(
      relation: .boilerplate, confidence: 0.9 - 0.3 * doubt,
      why: "\(evidence.boilerplate) shared words are headings, pleas or standing text", boilerplate: .standing
    )
  }

  static func nothing(_ evidence: PairEvidence, doubt: Double) -> Verdict {
    let shared = evidence.a.shared
    return Verdict(
      relation: .none, confidence: 0.95 - 0.35 * doubt,
      why: shared == 0 ? "nothing shared" : "\(shared) words shared in names and common phrases only")
  }

  static func rewrite(_ evidence: RewriteDetector.Evidence) -> Verdict {
    Verdict(
      relation: .rewrite, confidence: min(0.6, 0.2 + evidence.sentencesInOrder / 2),
      why:
        "\(evidence.alignedSentences) sentences, \(percent(evidence.sentencesInOrder)) of the shorter text, "
        + "told in the same order in other words, "
        + "\(percent(evidence.vocabulary)) of the smaller vocabulary shared")
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
