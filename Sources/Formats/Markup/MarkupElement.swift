/// An element of XML or HTML, with what is in it.
struct MarkupElement: Sendable {
  /// An element or a piece of text.
  enum Node: Sendable {
    case element(MarkupElement)
    case text(String)
  }

  /// An attribute with its value.
  struct Attribute: Sendable {
    /// Its name without a prefix.
    let name: String
    let value: String
  }

  /// The name without a prefix.
  let name: String
  /// The address of its namespace; empty where there is none.
  var namespace = ""
  var attributes: [Attribute] = []
  var nodes: [Node] = []

  /// The value of an attribute, without blanks around it; nil where it is missing or blank.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value.trimmedOrNil
  }

  /// The elements right below it.
  var children: [MarkupElement] {
    nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Those of a name.
  func children(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }

  /// The first of a name.
  func child(_ name: String) -> MarkupElement? {
    for case .element(let element) in nodes where element.name == name { return element }
    return nil
  }

  /// The first at the end of a path of names: `contentMeta/headline`.
  func first(_ path: String) -> MarkupElement? {
    path.split(separator: "/").reduce(self) { element, name in element?.child(String(name)) }
  }

  /// All elements below it, in the order of the document, that satisfy a condition; not those within one that does.
  func all(where fits: (MarkupElement) -> Bool) -> [MarkupElement] {
    var found: [MarkupElement] = []
    for case .element(let element) in nodes {
      if fits(element) { found.append(element) } else { found += element.all(where: fits) }
    }
    return found
  }

  /// All elements of a name below it.
  func all(_ name: String) -> [MarkupElement] { all { $0.name == name } }

  /// The first element of a name below it, at any depth.
  func anywhere(_ name: String) -> MarkupElement? {
    for case .element(let element) in nodes {
      if element.name == name { return element }
      if let found = element.anywhere(name) { return found }
    }
    return nil
  }

  /// All text in it, as it stands.
  var rawText: String {
    var text = ""
    appendText(to: &text)
    return text
  }

  private func appendText(to text: inout String) {
    for node in nodes {
      switch node {
      case .text(let piece): text += piece
      case .element(let element): element.appendText(to: &text)
      }
    }
  }

  /// All text in it on one line; nil where there is none.
  var line: String? { rawText.onOneLine.trimmedOrNil }

  /// The same, with a space between what its elements hold; nil where there is none.
  var partedLine: String? {
    nodes.map { node in
      switch node {
      case .text(let text): text
      case .element(let element): " \(element.partedLine ?? "") "
      }
    }.joined().onOneLine.trimmedOrNil
  }

  /// Whether its `class` names a class.
  func hasClass(_ name: String) -> Bool {
    self["class"]?.split(separator: " ").contains { $0 == name } ?? false
  }
}

extension String {
  /// The text without white space at its ends; nil where nothing is left.
  var trimmedOrNil: String? {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return nil }
    return String(scalars[first...last])
  }

  /// The text with each run of white space made one space.
  var onOneLine: String {
    var line = ""
    var isAfterSpace = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        isAfterSpace = true
      } else {
        if isAfterSpace, !line.isEmpty { line.unicodeScalars.append(" ") }
        isAfterSpace = false
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}

extension Unicode.Scalar {
  /// Whether it is white space, or the byte order mark, which is as good as none.
  var isSpace: Bool { properties.isWhitespace || self == "\u{FEFF}" }
}
