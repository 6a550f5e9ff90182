internal import ArgumentParser
internal import Ranking

/// Constants of the ranking other than the defaults, as `articleShare=1,stems=0`: for `scripts/evaluate-ranking`, which
/// measures what each part brings.
struct RankingChange: ExpressibleByArgument {
  /// The constants.
  private(set) var parameters = RankingParameters()

  init?(argument: String) {
    for change in argument.split(separator: ",") {
      let parts = change.split(separator: "=")
      guard parts.count == 2, let value = Double(parts[1]), value.isFinite, set(String(parts[0]), value)
      else { return nil }
    }
  }

  private mutating func set(_ name: String, _ value: Double) -> Bool {
    switch name {
    case "saturation": parameters.saturation = value
    case "lengthShare": parameters.lengthShare = value
    case "burstinessPower": parameters.burstinessPower = value
    case "titleWeight": parameters.titleWeight = value
    case "pairWeight": parameters.pairWeight = value
    case "articleShare": parameters.articleShare = value
    case "candidatePassages": parameters.candidatePassages = Int(min(max(1, value), 1e6))
    case "queryFrequency": parameters.countsQueryFrequency = value != 0
    case "stopList": parameters.usesStopList = value != 0
    case "stems": parameters.usesStems = value != 0
    case "countedArticles": parameters.countsArticles = value != 0
    default: return false
    }
    return true
  }
}
