internal import Articles
internal import Synchronization
internal import Lexicons
internal import TextAnalysis

/// Brings the names of a source to one form, and finds known sources in a text.
public enum SourceName {
  /// A known source that is named in a text.
  struct Mention {
    /// Its one form.
    var name: String
    /// Its words.
    var words: Range<Int>
  }

  /// The one form of an outlet's name or address; nil where the label names no outlet, as "Guest Writer".
  ///
  /// "CNN (Web News)" is CNN, "www.dailymail.co.uk" is Daily Mail, "The Associated Press" is AP.
  public static func canonical(_ outlet: String) -> String? {
    let key = ByteKey(outlet)
    return remembered.withLock { names in
      if let known = names[key] { return known }
      if names.count >= mostRemembered { names.removeAll() }
      let name = canonicalForm(of: outlet)
      names[key] = .some(name)
      return name
    }
  }

  /// The names brought to one form before: an archive has few outlets and many articles.
  private static let remembered = Mutex<[ByteKey: String?]>([:])
  private static let mostRemembered = 10_000

  /// What a user says of outlets, for all that is compared afterwards in this process.
  private static let list = Mutex(OutletList())

  /// Joins the names and hosts of outlets as a list says; meant to be called once, before anything is compared.
  public static func use(_ outlets: OutletList) {
    list.withLock { $0 = outlets }
    remembered.withLock { $0.removeAll() }
  }

  /// The name that a user's list gives to a name or a host; nil where it says nothing.
  static func listed(_ outlet: String) -> String? { list.withLock { $0.name(of: outlet) } }

  private static func canonicalForm(of outlet: String) -> String? {
    if let name = listed(outlet) { return name }
    let trimmed = outlet.prefix { $0 != "(" }.split(separator: " - ").first.map(String.init) ?? ""
    let name = trimmed.split(separator: " ").joined(separator: " ")
    guard !name.isEmpty, !key(name).hasPrefix("guestwriter") else { return nil }
    return byKey[key(name)] ?? byKey[key(domainName(of: name))] ?? WebAddress.host(of: name) ?? name
  }

  /// The known source that a name is a form of; nil where there is none.
  static func known(_ name: String) -> String? { byKey[key(name)] }

  /// The known sources that a byline names: "Jane Doe, Associated Press".
  static func known(inByline byline: String) -> [String] { parts(ofByline: byline).compactMap(known) }

  /// The names in a byline, without "by".
  static func parts(ofByline byline: String) -> [String] {
    byline.split { ",/|;()·•".contains($0) || $0.isNewline }.map { part in
      var words = part.split(separator: " ")
      while let first = words.first, ["by", "via", "from"].contains(first.lowercased()) {
        words.removeFirst()
      }
      return words.joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// Whether two outlets may be one house: the same name, one name within the other ("Fox News Opinion"), or one site
  /// under other addresses and countries.
  ///
  /// More generous than ``areSame(_:_:)``, for what may not be said wrongly.
  static func mayBeOneHouse(_ one: String, _ other: String) -> Bool {
    let keys = [one, other].map { key(domainName(of: canonical($0) ?? $0)) }
    guard keys.allSatisfy({ $0.count >= 3 }) else { return true }
    return keys[0].hasPrefix(keys[1]) || keys[1].hasPrefix(keys[0])
  }

  /// The institution whose own site a host is: "liverpool" of "news.liverpool.ac.uk"; nil for other hosts.
  static func institution(_ host: String) -> String? {
    let labels = host.lowercased().split(separator: ".")
    guard let last = labels.last, labels.count >= 2 else { return nil }
    let suffix = last.count == 2 && labels.count >= 3 ? labels[labels.count - 2] : last
    guard ["ac", "edu", "gov"].contains(suffix) else { return nil }
    return domainName(of: host)
  }

  /// Whether two names are of one source.
  public static func areSame(_ one: String, _ other: String) -> Bool {
    key(canonical(one) ?? one) == key(canonical(other) ?? other)
  }

  /// The letters and digits of a name in lower case, without "the" in front and "online" or "web" inside.
  static func key(_ name: String) -> String {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    let kept = words.filter { $0 != "online" && $0 != "web" }
    let named = kept.first == "the" && kept.count > 1 ? kept.dropFirst() : kept[...]
    return named.joined()
  }

  /// The label of a web address that names its owner: "dailymail" of "www.dailymail.co.uk"; other names as they are.
  static func domainName(of name: String) -> String {
    guard !name.contains(" "), name.contains(".") else { return name }
    let labels = name.lowercased().split(separator: ".")
    let telling = labels.dropLast().filter { label in !generic.contains(String(label)) && label.count > 2 }
    return String(telling.last { byKey[String($0)] != nil } ?? telling.last ?? labels.first ?? "")
  }

  private static let generic = Set(Lexicon.entries(.domainLabels))

  private static let byKey: [String: String] = {
    var names: [String: String] = [:]
    for entry in KnownSources.entries { for name in entry.names { names[key(name)] = entry.canonical } }
    return names
  }()
}
