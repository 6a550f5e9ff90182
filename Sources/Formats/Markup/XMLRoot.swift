internal import Articles

extension FileStart {
  /// The name of the root of a document of XML, with its prefix; nil where the file does not begin as one.
  var xmlRoot: String? {
    var rest = text
    guard rest.first == UInt8(ascii: "<") else { return nil }
    while rest.first == UInt8(ascii: "<") {
      let inner = rest.dropFirst()
      switch inner.first {
      case UInt8(ascii: "?"): rest = rest.after("?>")
      case UInt8(ascii: "!"):
        rest = inner.starts(with: Array("!--".utf8)) ? rest.after("-->") : rest.afterDoctype
      default:
        let name = inner.prefix { !$0.isBlank && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      }
    }
    return nil
  }

  /// The same without its prefix, in lower case.
  var xmlRootName: String? {
    xmlRoot.map { ($0.split(separator: ":").last.map(String.init) ?? $0).lowercased() }
  }
}

extension ArraySlice<UInt8> {
  /// What comes behind a declaration of the type, with what it declares in brackets.
  fileprivate var afterDoctype: Self {
    let end = firstIndex(of: UInt8(ascii: ">"))
    let bracket = firstIndex(of: UInt8(ascii: "["))
    if let bracket, let end, bracket < end { return after("]>") }
    return after(">")
  }

  /// What comes behind a mark, and behind the white space there; nothing where the mark is missing.
  fileprivate func after(_ mark: String) -> Self {
    guard let range = firstRange(ofBytes: Array(mark.utf8)) else { return [] }
    return self[range.upperBound...].drop(while: \.isBlank)
  }
}
