/// Cuts a page into blocks of text, in the order of the page.
struct BlockFinder {
  private let document: HTMLDocument
  private let weights: ClassWeights
  /// The texts of all blocks, one after the other.
  private(set) var text: [UInt8] = []
  private(set) var blocks: [PageBlock] = []

  /// What is known of an open element.
  private struct Level {
    var node: Int32
    var surroundings: PageBlock.Surroundings
    var kind: PageBlock.Kind
    var headingLevel: UInt8
    var isLink: Bool
    var isBold: Bool
    var isPreformatted: Bool
    var isBlock: Bool
    /// What its own class words say.
    var words = ClassScores()
  }

  private var levels: [Level] = []
  private var current = PageBlock(range: 0..<0, node: -1)
  private var breaks = 0
  private var pendingSpace = false

  /// Cuts the body of a page.
  init(_ document: HTMLDocument, weights: ClassWeights) {
    self.document = document
    self.weights = weights
    text.reserveCapacity(document.source.count / 8)
    walk()
    flush()
  }

  private mutating func walk() {
    let root = Level(
      node: 0, surroundings: [], kind: .other, headingLevel: 0, isLink: false, isBold: false,
      isPreformatted: false,
      isBlock: true)
    levels.append(root)
    var node = document.nodes[0].firstChild
    while node >= 0 {
      if enter(node), document.nodes[Int(node)].firstChild >= 0 {
        node = document.nodes[Int(node)].firstChild
        continue
      }
      leave(node)
      while node >= 0, document.nodes[Int(node)].next < 0 {
        node = document.nodes[Int(node)].parent
        if node <= 0 { return }
        leave(node)
      }
      if node >= 0 { node = document.nodes[Int(node)].next }
    }
  }

  /// Takes a node; whether its children are to be taken.
  private mutating func enter(_ index: Int32) -> Bool {
    let node = document.nodes[Int(index)]
    switch node.kind {
    case .text:
      append(node.bytes)
      return false
    case .comment, .doctype, .content, .document: return false
    case .element: break
    }
    if BlockTags.skipped.contains(node.tag) { return false }
    switch node.tag {
    case .br:
      breaks += 1
      if breaks >= 2 { flush() } else { pendingSpace = true }
      return false
    case .hr:
      flush()
      return false
    default: break
    }
    guard let parent = levels.last else { return false }
    var level = parent
    level.node = index
    level.isBlock = BlockTags.blocks.contains(node.tag) || node.namespace != .html
    describe(&level, node)
    level.words = weights.scores(of: node, in: document)
    if level.isBlock { flush() }
    if level.isLink, !parent.isLink { current.links += 1 }
    levels.append(level)
    return true
  }

  private mutating func leave(_ index: Int32) {
    guard let level = levels.last, level.node == index, levels.count > 1 else { return }
    if level.isBlock { flush() }
    levels.removeLast()
  }

  private func describe(_ level: inout Level, _ node: HTMLNode) {
    level.surroundings.formUnion(BlockTags.surroundings(of: node.tag))
    if node.tag == .article, level.surroundings.contains(.article) {
      level.surroundings.insert(.articleInArticle)
    }
    if node.tag == .article { level.surroundings.insert(.article) }
    if node.attributeCount > 0, isHidden(node) { level.surroundings.insert(.hidden) }
    switch node.tag {
    case .p: level.kind = .paragraph
    case .h1, .h2, .h3, .h4, .h5, .h6:
      level.kind = .heading
      level.headingLevel = node.tag.rawValue - HTMLTag.h1.rawValue + 1
    case .li: level.kind = .listItem
    case .td, .th: level.kind = .cell
    case .pre, .listing, .xmp:
      level.kind = .preformatted
      level.isPreformatted = true
    case .dd, .dt: level.kind = .definition
    case .figcaption, .caption: level.kind = .caption
    case .summary, .legend, .label: level.kind = .summary
    case .div, .section, .article, .blockquote:
      if level.kind != .listItem && level.kind != .cell { level.kind = .other }
    case .a: level.isLink = true
    case .b, .strong: level.isBold = true
    default: break
    }
  }

  private func isHidden(_ node: HTMLNode) -> Bool {
    for index in Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount) {
      let attribute = document.attributes[index]
      switch attribute.name {
      case .hidden: return true
      case .ariaHidden: if document.bytes(attribute.value).elementsEqual("true".utf8) { return true }
      case .style where attribute.value.count >= 11:
        if document.withBytes(attribute.value, Self.hides) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a style has `display: none` or `visibility: hidden`.
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    guard style.contains(UInt8(ascii: "n")) || style.contains(UInt8(ascii: "N")) else { return false }
    let text = String(decoding: style.lazy.filter { $0 != 0x20 }.map(\.asciiLowercased), as: UTF8.self)
    return text.contains("display:none") || text.contains("visibility:hidden")
  }

  // MARK: Text

  private mutating func append(_ slice: ByteSlice) {
    guard let level = levels.last else { return }
    let start = text.count
    var wrote = false
    document.withBytes(slice) { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte.isHTMLSpace || (byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0) {
          index += byte == 0xC2 ? 2 : 1
          pendingSpace = true
          continue
        }
        if pendingSpace {
          if text.count > current.range.lowerBound { text.append(0x20) }
          pendingSpace = false
        }
        let run = index
        while index < bytes.count, !bytes[index].isHTMLSpace, bytes[index] != 0xC2 || index == run {
          index += 1
        }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<index]))
        wrote = true
      }
    }
    guard wrote else { return }
    breaks = 0
    let added = text.count - start
    if level.isLink { current.linkBytes += added }
    if level.isBold { current.boldBytes += added }
    if current.node < 0 { current.node = level.node }
  }

  /// Ends the block that is being gathered.
  private mutating func flush() {
    pendingSpace = false
    breaks = 0
    let range = current.range.lowerBound..<text.count
    if !range.isEmpty {
      current.range = range
      // The innermost element that is a block holds all of it.
      let holder = levels.last { $0.isBlock } ?? levels[0]
      current.node = holder.node
      current.kind = levels.last?.kind ?? .other
      current.headingLevel = current.kind == .heading ? levels.last?.headingLevel ?? 0 : 0
      current.surroundings = levels.last?.surroundings ?? []
      current.innermost = levels.last?.node ?? 0
      current.depth = Int32(levels.count)
      current.classScores = scores()
      blocks.append(current)
    }
    current = PageBlock(range: text.count..<text.count, node: -1)
  }

  /// What the classes say from the innermost element outwards.
  private func scores() -> ClassScores {
    var scores = ClassScores()
    for (distance, level) in levels.reversed().enumerated() {
      switch distance {
      case 0...1: scores.near.add(level.words.near)
      case 2...3: scores.further.add(level.words.further)
      default: scores.far.add(level.words.far)
      }
    }
    return scores
  }
}

/// What the tags of a page mean for its blocks.
enum BlockTags {
  /// Elements that hold no text of the page.
  static let skipped = HTMLTagSet(
    .script, .style, .template, .iframe, .object, .embed, .applet, .select, .textarea, .audio, .video,
    .canvas, .map,
    .head, .svg, .datalist, .progress, .noframes, .noembed, .input, .img, .picture)

  /// Elements that begin and end blocks.
  static let blocks = HTMLTagSet(
    .address, .article, .aside, .blockquote, .body, .button, .caption, .center, .col, .colgroup, .dd,
    .details,
    .dialog, .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5,
    .h6,
    .header, .hgroup, .html, .legend, .li, .listing, .main, .menu, .nav, .noscript, .ol, .option, .p, .pre,
    .search,
    .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .xmp)

  static func surroundings(of tag: HTMLTag) -> PageBlock.Surroundings {
    switch tag {
    case .nav: .nav
    case .header: .header
    case .footer: .footer
    case .aside: .aside
    case .figure: .figure
    case .form, .fieldset: .form
    case .main: .main
    case .table: .table
    case .ul, .ol, .dl, .menu: .list
    case .blockquote: .quotation
    case .button: .button
    case .section: .section
    case .details: .details
    case .noscript: .noscript
    case .address: .address
    case .dialog: .dialog
    default: []
    }
  }
}

extension HTMLDocument {
  /// Calls a function with the bytes of a slice where they lie.
  @inline(__always)
  func withBytes<Result>(_ slice: ByteSlice, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = slice.offset..<slice.offset + Int(slice.count)
    return (slice.isDecoded ? decoded : source).withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }
}
