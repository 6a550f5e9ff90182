/// An address of the web, as far as an extractor needs its parts.
struct PageAddress {
  let text: String
  /// The host in lower case, without `www.`.
  let host: String
  let path: String
  private let scheme: String

  /// Takes a whole address; nil for anything else.
  init?(_ text: String) {
    let text = text.collapsed
    let scheme = text.hasPrefix("https://") ? "https" : "http"
    guard text.hasPrefix(scheme + "://") else { return nil }
    let rest = text.dropFirst(scheme.count + 3)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = authority.split(separator: "@").last?.prefix { $0 != ":" }.lowercased() ?? ""
    guard !host.isEmpty, !host.contains(" ") else { return nil }
    self.text = text
    self.scheme = scheme
    self.host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    path = String(rest.dropFirst(authority.count))
  }

  /// The part of the host that was registered, as `example.co.uk`; by its form, without a list of registries.
  var site: String {
    let labels = host.split(separator: ".")
    guard labels.count > 2 else { return host }
    let second = labels[labels.count - 2]
    let isRegistry = second.utf8.count <= 3 && labels[labels.count - 1].utf8.count == 2
    return labels.suffix(isRegistry ? 3 : 2).joined(separator: ".")
  }

  /// An address made whole by that of its page; nil where that cannot be.
  static func whole(_ text: String, from page: PageAddress?) -> String? {
    if PageAddress(text) != nil { return text }
    guard let page else { return nil }
    if text.hasPrefix("//") { return "\(page.scheme):\(text)" }
    guard text.hasPrefix("/") else { return nil }
    let origin = page.text.prefix(page.text.utf8.count - page.path.utf8.count)
    return origin + text
  }
}
