/// A page as a tree, as the HTML Standard has it built.
///
/// Nodes, attributes and bytes lie in four arrays; nothing else is allocated. Three things differ from what a
/// browser builds, for safety or for what nobody asks here: elements deeper than ``HTMLTreeBuilder/deepest`` become
/// siblings, names of SVG stay in lower case, and a text of many pieces may be several nodes.
struct HTMLDocument {
  /// The source: UTF-8 without carriage returns.
  let source: [UInt8]
  /// What was decoded.
  let decoded: [UInt8]
  /// The nodes; the first is the document.
  let nodes: [HTMLNode]
  /// The attributes of all elements.
  let attributes: [HTMLAttribute]
  /// Whether the tree was given up at a limit.
  let isTruncated: Bool

  /// Parses a page.
  ///
  /// - Parameters:
  ///   - source: UTF-8 without carriage returns; bytes that are not UTF-8 stay as they are.
  ///   - scripting: Whether `noscript` holds text, as in browsers that run scripts.
  init(_ source: [UInt8], scripting: Bool = false) {
    self.init(source) { HTMLTreeBuilder($0, scripting: scripting) }
  }

  /// Parses the content of an element; its nodes are the children of the only child of the document.
  init(_ source: [UInt8], in context: HTMLTreeBuilder.Context, scripting: Bool = false) {
    self.init(source) { HTMLTreeBuilder($0, scripting: scripting, context: context) }
  }

  private init(_ source: [UInt8], builder: (HTMLTokenizer) -> HTMLTreeBuilder) {
    var empty: UInt8 = 0
    let built = withUnsafePointer(to: &empty) { empty in
      source.withUnsafeBufferPointer { buffer in
        var builder = builder(HTMLTokenizer(buffer, empty: empty))
        builder.build()
        return builder
      }
    }
    self.source = source
    decoded = built.tokenizer.decoded
    nodes = built.nodes
    attributes = built.tokenizer.attributes
    isTruncated = built.isTruncated
  }

  /// A text with its character references decoded.
  static func decodingReferences(_ text: String) -> String {
    var empty: UInt8 = 0
    return withUnsafePointer(to: &empty) { empty in
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var tokenizer = HTMLTokenizer(bytes, empty: empty)
        tokenizer.state = .rcdata
        let token = tokenizer.next()
        return String(decoding: tokenizer.bytes(token.bytes), as: UTF8.self)
      }
    }
  }

  /// The bytes of a slice.
  func bytes(_ slice: ByteSlice) -> ArraySlice<UInt8> {
    let range = slice.offset..<slice.offset + Int(slice.count)
    return slice.isDecoded ? decoded[range] : source[range]
  }

  /// The text of a slice.
  func string(_ slice: ByteSlice) -> String { String(decoding: bytes(slice), as: UTF8.self) }

  /// The value of an attribute of an element, if it has it.
  func attribute(_ name: HTMLAttributeName, of node: Int) -> ByteSlice? {
    let node = nodes[node]
    for index in Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)
    where attributes[index].name == name { return attributes[index].value }
    return nil
  }
}
