/// The names of time zones that stand for one offset wherever news is written.
///
/// Those of RFC 822, and the European and East Asian ones that datelines use. A name that means different
/// zones in different countries (IST, BST, CST in China) is open or has its RFC 822 meaning.
enum ZoneNames {
  /// Seconds that a zone is ahead of UTC, by its name in lower case; nil where the name is unknown.
  static func offset(of name: String) -> Int? {
    hours[name].map { $0 * 3600 }
  }

  /// Whether a name is that of a zone, but leaves open how far this is ahead of UTC: several countries have it, or it
  /// stands for summer and winter alike.
  static func isOpen(_ name: String) -> Bool { open.contains(name) }

  private static let open: Set<String> = ["ist", "bst", "et", "ct", "mt", "pt", "ast", "amt", "wst"]

  private static let hours: [String: Int] = [
    "z": 0, "utc": 0, "ut": 0, "gmt": 0, "wet": 0, "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3,
    "msk": 3,
    "jst": 9, "kst": 9, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7,
    "hkt": 8, "sgt": 8, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "trt": 3, "sast": 2, "pkt": 5,
  ]
}
