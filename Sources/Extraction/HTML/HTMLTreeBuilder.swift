/// Builds the tree of a page from tokens by the rules of the HTML Standard (section 13.2.6).
struct HTMLTreeBuilder {
  /// The insertion modes of the standard.
  enum Mode {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text
    case inTable, inTableText, inCaption, inColumnGroup, inTableBody, inRow, inCell
    case inSelect, inSelectInTable, inTemplate, afterBody, inFrameset, afterFrameset
    case afterAfterBody, afterAfterFrameset
  }

  /// The element whose content a fragment is.
  struct Context {
    var tag: HTMLTag
    var namespace = HTMLNode.Namespace.html
    /// Whether it is an `annotation-xml` that holds HTML.
    var holdsHTML = false
  }

  /// Elements that would lie deeper become siblings, as in browsers.
  static let deepest = 512
  /// A list of open formats longer than this is an attack.
  static let mostFormats = 256
  /// No tag has more attributes that matter.
  static let mostMergedAttributes = 64

  var tokenizer: HTMLTokenizer
  var nodes: [HTMLNode] = []
  var open: [Int32] = []
  /// The list of active formatting elements; -1 is a marker.
  var formats: [Int32] = []
  var mode = Mode.initial
  var originalMode = Mode.initial
  var templateModes: [Mode] = []
  var head: Int32 = -1
  var form: Int32 = -1
  var framesetIsOK = true
  var fosters = false
  var isQuirks = false
  var ignoresLineFeed = false
  var isTruncated = false
  var isStopped = false
  var tableText: [ByteSlice] = []
  let scripting: Bool
  let context: Context?
  private let mostNodes: Int

  init(_ tokenizer: HTMLTokenizer, scripting: Bool, context: Context? = nil) {
    self.tokenizer = tokenizer
    self.scripting = scripting
    self.context = context
    mostNodes = tokenizer.end + 1024
    nodes.reserveCapacity(tokenizer.end / 32 + 64)
    nodes.append(HTMLNode(kind: .document))
    if let context { begin(in: context) }
  }

  private mutating func begin(in context: Context) {
    nodes.append(HTMLNode(kind: .element, tag: .html))
    append(1, to: 0)
    open.append(1)
    if context.tag == .template { templateModes.append(.inTemplate) }
    if context.namespace == .html {
      switch context.tag {
      case .title, .textarea: tokenizer.state = .rcdata
      case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.state = .rawtext
      case .noscript: if scripting { tokenizer.state = .rawtext }
      case .script: tokenizer.state = .scriptData
      case .plaintext: tokenizer.state = .plaintext
      default: break
      }
    }
    resetMode()
  }

  /// Takes all tokens.
  mutating func build() {
    while !isStopped {
      tokenizer.allowsCDATA = !open.isEmpty && adjustedNamespace != .html
      var token = tokenizer.next()
      guard nodes.count < mostNodes else {
        isTruncated = true
        return
      }
      if token.kind == .text {
        takeText(&token)
      } else {
        ignoresLineFeed = false
        dispatch(&token)
      }
      if token.kind == .endOfFile { return }
    }
  }

  /// Where white space means something else than other text, a text is taken in runs of either.
  private mutating func takeText(_ token: inout HTMLToken) {
    if ignoresLineFeed {
      ignoresLineFeed = false
      if tokenizer.byte(token.bytes, 0) == 0x0A { token.bytes.dropFirst(1) }
    }
    while !token.bytes.isEmpty {
      var run = token
      if splitsText {
        let isSpace = tokenizer.byte(token.bytes, 0).isHTMLSpace
        var count = 1
        while count < Int(token.bytes.count), tokenizer.byte(token.bytes, count).isHTMLSpace == isSpace {
          count += 1
        }
        run.bytes.count = UInt32(count)
      }
      token.bytes.dropFirst(run.bytes.count)
      dispatch(&run)
    }
  }

  private var splitsText: Bool {
    switch mode {
    case .inBody, .text, .inCell, .inCaption, .inSelect, .inSelectInTable, .inTable, .inTableText,
      .inTableBody,
      .inRow:
      false
    case .inTemplate: false
    default: true
    }
  }

  /// Whether a text is white space alone.
  func isSpace(_ token: HTMLToken) -> Bool {
    for position in 0..<Int(token.bytes.count) where !tokenizer.byte(token.bytes, position).isHTMLSpace {
      return false
    }
    return true
  }

  /// Whether a text is one NUL.
  func isNUL(_ token: HTMLToken) -> Bool { token.bytes.count == 1 && tokenizer.byte(token.bytes, 0) == 0 }

  /// Takes a token by the rules of HTML or of foreign content.
  mutating func dispatch(_ token: inout HTMLToken) {
    if usesHTMLRules(token) { process(&token, in: mode) } else { inForeignContent(&token) }
  }

  private func usesHTMLRules(_ token: HTMLToken) -> Bool {
    guard let current = open.last, token.kind != .endOfFile else { return true }
    if adjustedNamespace == .html { return true }
    let node = open.count == 1 && context != nil ? nil : Optional(nodes[Int(current)])
    let isText = token.kind == .text
    let isStart = token.kind == .startTag
    if isMathTextPoint(node) {
      if isText || (isStart && token.tag != .mglyph && token.tag != .malignmark) { return true }
    }
    let tag = node?.tag ?? context?.tag
    if adjustedNamespace == .math, tag == .annotationXML, isStart, token.tag == .svg { return true }
    return (isText || isStart) && isHTMLPoint(node)
  }

  /// The namespace of the current node, or of the context where that is the root of a fragment.
  var adjustedNamespace: HTMLNode.Namespace {
    if open.count == 1, let context { return context.namespace }
    return open.last.map { nodes[Int($0)].namespace } ?? .html
  }

  static let mathTextPoints = HTMLTagSet(.mi, .mo, .mn, .ms, .mtext)
  static let svgHTMLPoints = HTMLTagSet(.foreignObject, .desc, .title)

  /// Whether an element, or the context for nil, holds text by the rules of HTML (MathML text integration point).
  func isMathTextPoint(_ node: HTMLNode?) -> Bool {
    guard (node?.namespace ?? context?.namespace) == .math, let tag = node?.tag ?? context?.tag else {
      return false
    }
    return Self.mathTextPoints.contains(tag)
  }

  /// Whether an element, or the context for nil, holds HTML (HTML integration point).
  func isHTMLPoint(_ node: HTMLNode?) -> Bool {
    guard let tag = node?.tag ?? context?.tag else { return false }
    switch node?.namespace ?? context?.namespace {
    case .svg: return Self.svgHTMLPoints.contains(tag)
    case .math: return tag == .annotationXML && (node.map(hasHTMLEncoding) ?? context?.holdsHTML ?? false)
    default: return false
    }
  }

  private func hasHTMLEncoding(_ node: HTMLNode) -> Bool {
    guard let value = attribute(.encoding, of: node) else { return false }
    let encoding = String(decoding: tokenizer.bytes(value), as: UTF8.self).lowercased()
    return encoding == "text/html" || encoding == "application/xhtml+xml"
  }

  /// The value of an attribute, if the element has it.
  func attribute(_ name: HTMLAttributeName, of node: HTMLNode) -> ByteSlice? {
    attribute(name, first: node.firstAttribute, count: node.attributeCount)
  }

  /// The value of an attribute among some.
  func attribute(_ name: HTMLAttributeName, first: Int32, count: Int32) -> ByteSlice? {
    for index in Int(first)..<Int(first + count) where tokenizer.attributes[index].name == name {
      return tokenizer.attributes[index].value
    }
    return nil
  }
}

extension ByteSlice {
  /// Leaves bytes at the front out.
  mutating func dropFirst(_ dropped: UInt32) {
    start += dropped
    count -= dropped
  }
}
