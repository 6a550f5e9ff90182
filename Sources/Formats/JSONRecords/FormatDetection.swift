/// What a record's keys, taken together, say of its format.
enum FormatDetection: Equatable {
  /// The one format that the keys fit.
  case format(RecordFormat)
  /// No format has its required keys among them.
  case unknown
  /// Some have, but the keys are a mixture, or fit several equally well.
  case ambiguous([RecordFormat])

  /// Weighs all keys of a record at once.
  ///
  /// A format comes into question when the record has all that the format requires. It is ruled out by a key
  /// that means something in another format and nothing in this one: `source` beside `outlet` is neither ours
  /// nor anybody's, and reading half of it would lose the other half. Of those that are left, the one whose
  /// requirements name the most keys of the record wins.
  init(keys: Set<String>) {
    let possible = Profile.all.filter { $0.requirementsAreMet(by: keys) }
    let fitting = possible.filter { $0.foreign.isDisjoint(with: keys) }
    let best = fitting.map { $0.requiredKeys.intersection(keys).count }.max() ?? 0
    let winners = fitting.filter { $0.requiredKeys.intersection(keys).count == best }
    switch (winners.count, possible.isEmpty) {
    case (1, _): self = .format(winners[0].format)
    case (0, true): self = .unknown
    default: self = .ambiguous((winners.isEmpty ? possible : winners).map(\.format))
    }
  }

  /// A format's keys, as sets made once.
  private struct Profile: Sendable {
    let format: RecordFormat
    let required: [[String]]
    let requiredKeys: Set<String>
    /// Keys that only other formats know.
    let foreign: Set<String>

    func requirementsAreMet(by keys: Set<String>) -> Bool {
      required.allSatisfy { $0.contains(where: keys.contains) }
    }

    static let all: [Profile] = {
      let everybodys = RecordFormat.allCases.reduce(into: Set<String>()) { $0.formUnion($1.mapping.keysRead) }
      return RecordFormat.allCases.map { format in
        let mapping = format.mapping
        let requiredKeys = Set(mapping.required.joined())
        return Profile(
          format: format, required: mapping.required, requiredKeys: requiredKeys,
          foreign: everybodys.subtracting(mapping.keysRead).subtracting(mapping.unread).subtracting(
            requiredKeys))
      }
    }()
  }
}
