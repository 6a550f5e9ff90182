internal import ArgumentParser

/// A length of time, as `36h`, `90m` or `2d`.
struct TimeSpan: ExpressibleByArgument {
  /// Hours, 0 or more.
  let hours: Double

  init?(argument: String) {
    let units: [Character: Double] = ["m": 1.0 / 60, "h": 1, "d": 24]
    guard let unit = argument.last.flatMap({ units[$0] }), let number = Double(argument.dropLast()),
      number >= 0,
      number.isFinite
    else { return nil }
    hours = number * unit
  }
}
