// The stack of open elements, and the list of active formatting elements.

extension HTMLTreeBuilder {
  static let scopeEnds = HTMLTagSet(.applet, .caption, .html, .table, .td, .th, .marquee, .object, .template)
  static let listScopeEnds = HTMLTagSet(scopeEnds, .ol, .ul)
  static let buttonScopeEnds = HTMLTagSet(scopeEnds, .button)
  static let tableScopeEnds = HTMLTagSet(.html, .table, .template)
  static let mathScopeEnds = HTMLTagSet(.mi, .mo, .mn, .ms, .mtext, .annotationXML)
  static let headings = HTMLTagSet(.h1, .h2, .h3, .h4, .h5, .h6)
  static let implied = HTMLTagSet(.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc)
  static let allImplied = HTMLTagSet(
    implied, .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr)
  static let special = HTMLTagSet(
    .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
    .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption,
    .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr,
    .html, .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav,
    .noembed,
    .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select,
    .source, .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title, .tr,
    .track, .ul, .wbr, .xmp)

  /// The current node; the document where none is open.
  var current: Int32 { open.last ?? 0 }

  /// Whether an element belongs to the standard's special ones.
  func isSpecial(_ node: Int32) -> Bool {
    let tag = nodes[Int(node)].tag
    switch nodes[Int(node)].namespace {
    case .html: return Self.special.contains(tag)
    case .svg: return Self.svgHTMLPoints.contains(tag)
    case .math: return Self.mathScopeEnds.contains(tag)
    }
  }

  /// Whether one of some elements is in a scope.
  func hasInScope(_ tags: HTMLTagSet, _ ends: HTMLTagSet = scopeEnds) -> Bool {
    for node in open.reversed() {
      if isHTML(node, tags) { return true }
      if endsScope(node, ends) { return false }
    }
    return false
  }

  /// Whether an element is in a scope.
  func hasInScope(_ tag: HTMLTag, _ ends: HTMLTagSet = scopeEnds) -> Bool {
    hasInScope(HTMLTagSet(tag), ends)
  }

  private func endsScope(_ node: Int32, _ ends: HTMLTagSet) -> Bool {
    let tag = nodes[Int(node)].tag
    switch nodes[Int(node)].namespace {
    case .html: return ends.contains(tag)
    // The table scope knows elements of HTML alone.
    case .svg: return ends.contains(.applet) && Self.svgHTMLPoints.contains(tag)
    case .math: return ends.contains(.applet) && Self.mathScopeEnds.contains(tag)
    }
  }

  /// Whether a certain element is in scope.
  func isInScope(_ wanted: Int32) -> Bool {
    for node in open.reversed() {
      if node == wanted { return true }
      if endsScope(node, Self.scopeEnds) { return false }
    }
    return false
  }

  func isOpen(_ tag: HTMLTag) -> Bool { open.contains { isHTML($0, tag) } }

  mutating func popUntil(_ tags: HTMLTagSet) {
    while let node = open.popLast(), !isHTML(node, tags) {}
  }

  mutating func popUntil(_ tag: HTMLTag) { popUntil(HTMLTagSet(tag)) }

  mutating func popUntil(node wanted: Int32) {
    while let node = open.popLast(), node != wanted {}
  }

  mutating func generateImpliedEndTags(except tag: HTMLTag? = nil) {
    while let node = open.last, isHTML(node, Self.implied), nodes[Int(node)].tag != tag { open.removeLast() }
  }

  mutating func closeParagraph() {
    generateImpliedEndTags(except: .p)
    popUntil(.p)
  }

  mutating func closeParagraphInButtonScope() {
    if hasInScope(.p, Self.buttonScopeEnds) { closeParagraph() }
  }

  // MARK: Active formatting elements

  /// Notes an element as a format that goes on; the fourth of the same takes the place of the first.
  mutating func pushFormat(_ node: Int32) {
    var same: [Int] = []
    for index in formats.indices.reversed() {
      if formats[index] < 0 { break }
      if isSameElement(formats[index], node) { same.append(index) }
    }
    if same.count >= 3, let earliest = same.last { formats.remove(at: earliest) }
    if formats.count >= Self.mostFormats { formats.removeFirst() }
    formats.append(node)
  }

  private func isSameElement(_ left: Int32, _ right: Int32) -> Bool {
    let (left, right) = (nodes[Int(left)], nodes[Int(right)])
    guard left.tag == right.tag, left.attributeCount == right.attributeCount else { return false }
    let others = Int(right.firstAttribute)..<Int(right.firstAttribute + right.attributeCount)
    for index in Int(left.firstAttribute)..<Int(left.firstAttribute + left.attributeCount) {
      let attribute = tokenizer.attributes[index]
      let isShared = others.contains {
        tokenizer.equal(tokenizer.attributes[$0].nameBytes, attribute.nameBytes)
          && tokenizer.equal(tokenizer.attributes[$0].value, attribute.value)
      }
      if !isShared { return false }
    }
    return true
  }

  /// Opens again the formats that a block has closed.
  mutating func reconstructFormats() {
    guard let last = formats.last, last >= 0, !open.contains(last) else { return }
    var index = formats.count - 1
    while index > 0, formats[index - 1] >= 0, !open.contains(formats[index - 1]) { index -= 1 }
    for index in index..<formats.count {
      if open.count >= Self.deepest { open.removeLast() }
      let node = copy(formats[index])
      insert(node, at: place())
      open.append(node)
      formats[index] = node
    }
  }

  mutating func clearFormatsToMarker() {
    while let format = formats.popLast(), format >= 0 {}
  }

  // MARK: The mode that the stack asks for

  mutating func resetMode() {
    for index in open.indices.reversed() {
      let isLast = index == 0
      let tag: HTMLTag
      if isLast, let context {
        guard context.namespace == .html else {
          mode = .inBody
          return
        }
        tag = context.tag
      } else {
        guard nodes[Int(open[index])].namespace == .html else { continue }
        tag = nodes[Int(open[index])].tag
      }
      if let found = modeFor(tag, at: index, isLast: isLast) {
        mode = found
        return
      }
    }
    mode = .inBody
  }

  private func modeFor(_ tag: HTMLTag, at index: Int, isLast: Bool) -> Mode? {
    switch tag {
    case .select: return modeForSelect(at: index)
    case .td, .th: return isLast ? .inBody : .inCell
    case .tr: return .inRow
    case .tbody, .thead, .tfoot: return .inTableBody
    case .caption: return .inCaption
    case .colgroup: return .inColumnGroup
    case .table: return .inTable
    case .template: return templateModes.last ?? .inBody
    case .head: return isLast ? .inBody : .inHead
    case .body: return .inBody
    case .frameset: return .inFrameset
    case .html: return head < 0 ? .beforeHead : .afterHead
    default: return isLast ? .inBody : nil
    }
  }

  private func modeForSelect(at index: Int) -> Mode {
    for ancestor in open[..<index].reversed() {
      if isHTML(ancestor, .template) { return .inSelect }
      if isHTML(ancestor, .table) { return .inSelectInTable }
    }
    return .inSelect
  }
}
