/// Makes exclusions of words with a hyphen among the arguments of `search`: `-trump climate` is a query.
enum QueryArguments {
  /// The arguments with `NOT trump` for `-trump`, up to a `--`.
  ///
  /// Options of one letter stay, `-l` and `-l5`, and so do those with two hyphens.
  static func readable(_ arguments: [String]) -> [String] {
    guard arguments.first == "search" else { return arguments }
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments[..<end].map { isExclusion($0) ? "NOT " + $0.dropFirst() : $0 } + arguments[end...]
  }

  private static func isExclusion(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), !argument.hasPrefix("--"), argument.unicodeScalars.count > 2 else {
      return false
    }
    let rest = argument.dropFirst(2)
    return !(rest.first == "=" || rest.utf8.allSatisfy { $0 &- 0x30 < 10 })
  }
}
