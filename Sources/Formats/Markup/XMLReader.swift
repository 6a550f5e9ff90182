internal import Articles
internal import CXML2

/// Reads XML with libxml2: no network, no files beside the document, no entities that it declares itself.
///
/// What is not well-formed is read as far as it can be, as every reader of feeds does.
enum XMLReader {
  /// The root of a document; nil where there is none.
  static func root(of bytes: [UInt8]) -> MarkupElement? {
    let (bytes, encoding) = XMLEncoding.prepared(XMLEntities.numbered(bytes))
    guard !bytes.isEmpty, bytes.count < Int32.max else { return nil }
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
    silence()
    return bytes.withUnsafeBytes { buffer -> MarkupElement? in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let document = xmlReadMemory(start, Int32(buffer.count), nil, encoding, Int32(options)) else {
        return nil
      }
      defer { xmlFreeDoc(document) }
      guard let root = xmlDocGetRootElement(document) else { return nil }
      return element(root)
    }
  }

  /// Keeps the library from printing what is wrong with a document; said for each thread.
  static func silence() { xmlSetStructuredErrorFunc(nil) { _, _ in } }

  /// An element of the library's tree, with all in it.
  static func element(_ node: xmlNodePtr) -> MarkupElement {
    let (prefix, name) = Self.name(of: node)
    let namespace = node.pointee.ns.flatMap { $0.pointee.href }.map { String(cString: $0) }
    var element = MarkupElement(name: name, namespace: namespace ?? prefix)
    var attribute = node.pointee.properties
    while let current = attribute {
      element.attributes.append(
        .init(
          name: local(String(cString: current.pointee.name)), value: text(of: current.pointee.children)))
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: element.nodes.append(.element(Self.element(current)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = current.pointee.content { element.nodes.append(.text(String(cString: content))) }
      default: break
      }
      child = current.pointee.next
    }
    return element
  }

  /// The prefix, where its namespace is not declared, and the rest.
  private static func name(of node: xmlNodePtr) -> (prefix: String, local: String) {
    let whole = String(cString: node.pointee.name)
    guard let colon = whole.firstIndex(of: ":") else { return ("", whole) }
    return (String(whole[..<colon]), String(whole[whole.index(after: colon)...]))
  }

  private static func local(_ name: String) -> String {
    name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  private static func text(of first: xmlNodePtr?) -> String {
    var text = ""
    var node = first
    while let current = node {
      if current.pointee.type == XML_TEXT_NODE, let content = current.pointee.content {
        text += String(cString: content)
      }
      node = current.pointee.next
    }
    return text
  }
}

/// The encoding of a document of XML.
enum XMLEncoding {
  /// A document as the library can read it, and the encoding to read it by; nil for the one that it declares.
  ///
  /// A byte order mark stands above what is declared, and bytes that are no UTF-8 behind one are replaced by U+FFFD.
  /// Where the encoding is known, the declaration goes: the library refuses a document that declares one of no such name.
  static func prepared(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: String?) {
    let body = bytes.dropByteOrderMark()
    let isMarked = body.count < bytes.count
    guard let name = isMarked ? "UTF-8" : name(of: bytes) else { return (bytes, nil) }
    let text = body.drop(while: \.isBlank)
    let undeclared = text.starts(with: Array("<?xml".utf8)) ? text.afterDeclaration : text
    guard isMarked, !UTF8Check.isValid(Array(undeclared)) else { return (Array(undeclared), name) }
    return (Array(String(decoding: undeclared, as: UTF8.self).utf8), name)
  }

  /// The encoding to be read by; nil for the one that the document declares.
  ///
  /// Bytes that are UTF-8 are read as such whatever is declared: no other text is UTF-8 by chance. What is declared
  /// as Latin-1 is Windows-1252, as everywhere on the web.
  static func name(of bytes: [UInt8]) -> String? {
    if UTF8Check.isValid(bytes) { return "UTF-8" }
    guard let declared = declared(in: bytes) else { return "WINDOWS-1252" }
    return ["iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "utf-8", "utf8"].contains(
      declared.lowercased())
      ? "WINDOWS-1252" : nil
  }

  private static func declared(in bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard start.contains("<?xml"), let key = start.firstRange(of: "encoding") else { return nil }
    let rest = start[key.upperBound...].drop { $0 == " " || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }
}

extension ArraySlice<UInt8> {
  /// What follows the declaration of XML at the start; all, where that has no end within its first lines.
  fileprivate var afterDeclaration: ArraySlice<UInt8> {
    prefix(512).firstRange(ofBytes: Array("?>".utf8)).map { self[$0.upperBound...] } ?? self
  }
}
