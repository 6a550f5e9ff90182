// Selections, templates, and what is not HTML.

extension HTMLTreeBuilder {
  mutating func inSelect(_ token: inout HTMLToken) {
    switch token.kind {
    case .text: if !isNUL(token) { insertText(token.bytes) }
    case .comment: insertComment(token)
    case .doctype: return
    case .startTag: startTagInSelect(&token)
    case .endTag: endTagInSelect(&token)
    case .endOfFile: inBody(&token)
    }
  }

  private mutating func startTagInSelect(_ token: inout HTMLToken) {
    switch token.tag {
    case .html: inBody(&token)
    case .option:
      if isHTML(current, .option) { open.removeLast() }
      insertElement(token)
    case .optgroup, .hr:
      if isHTML(current, .option) { open.removeLast() }
      if isHTML(current, .optgroup) { open.removeLast() }
      if token.tag == .hr { insertVoid(token) } else { insertElement(token) }
    case .select: _ = endSelect()
    case .input, .keygen, .textarea: if endSelect() { dispatch(&token) }
    case .script, .template: inHead(&token)
    default: return
    }
  }

  private mutating func endTagInSelect(_ token: inout HTMLToken) {
    switch token.tag {
    case .optgroup:
      if isHTML(current, .option), open.count > 1, isHTML(open[open.count - 2], .optgroup) {
        open.removeLast()
      }
      if isHTML(current, .optgroup) { open.removeLast() }
    case .option: if isHTML(current, .option) { open.removeLast() }
    case .select: _ = endSelect()
    case .template: inHead(&token)
    default: return
    }
  }

  private mutating func endSelect() -> Bool {
    for node in open.reversed() {
      if isHTML(node, .select) {
        popUntil(.select)
        resetMode()
        return true
      }
      if !isHTML(node, HTMLTagSet(.optgroup, .option)) { return false }
    }
    return false
  }

  mutating func inSelectInTable(_ token: inout HTMLToken) {
    let parts = HTMLTagSet(.caption, .table, .tbody, .tfoot, .thead, .tr, .td, .th)
    guard token.kind == .startTag || token.kind == .endTag, parts.contains(token.tag) else {
      return inSelect(&token)
    }
    if token.kind == .endTag, !hasInScope(token.tag, Self.tableScopeEnds) { return }
    popUntil(.select)
    resetMode()
    dispatch(&token)
  }

  mutating func inTemplate(_ token: inout HTMLToken) {
    switch token.kind {
    case .text, .comment, .doctype: inBody(&token)
    case .startTag:
      switch token.tag {
      case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
        inHead(&token)
      case .caption, .colgroup, .tbody, .tfoot, .thead: continueTemplate(&token, .inTable)
      case .col: continueTemplate(&token, .inColumnGroup)
      case .tr: continueTemplate(&token, .inTableBody)
      case .td, .th: continueTemplate(&token, .inRow)
      default: continueTemplate(&token, .inBody)
      }
    case .endTag: if token.tag == .template { inHead(&token) }
    case .endOfFile:
      guard isOpen(.template) else {
        isStopped = true
        return
      }
      popUntil(.template)
      clearFormatsToMarker()
      templateModes.removeLast()
      resetMode()
      dispatch(&token)
    }
  }

  private mutating func continueTemplate(_ token: inout HTMLToken, _ next: Mode) {
    templateModes[templateModes.count - 1] = next
    reprocess(&token, in: next)
  }

  // MARK: Foreign content

  private static let breakouts = HTMLTagSet(
    .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4,
    .h5,
    .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span,
    .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var)

  mutating func inForeignContent(_ token: inout HTMLToken) {
    switch token.kind {
    case .text:
      if isNUL(token) {
        let first = tokenizer.decoded.count
        tokenizer.appendSafe(0)
        return insertText(ByteSlice(decoded: first..<tokenizer.decoded.count))
      }
      insertText(token.bytes)
      if !isSpace(token) { framesetIsOK = false }
    case .comment: insertComment(token)
    case .startTag where breaksOut(token): breakOut(&token)
    case .startTag:
      insertElement(token, adjustedNamespace)
      if token.isSelfClosing { open.removeLast() }
    case .endTag: endTagInForeignContent(&token)
    case .doctype, .endOfFile: return
    }
  }

  private func breaksOut(_ token: HTMLToken) -> Bool {
    if Self.breakouts.contains(token.tag) { return true }
    guard token.tag == .font else { return false }
    return [.color, .face, .size].contains {
      attribute($0, first: token.firstAttribute, count: token.attributeCount) != nil
    }
  }

  /// A tag of HTML ends what is not HTML.
  private mutating func breakOut(_ token: inout HTMLToken) {
    while open.count > 1, let node = open.last.map({ nodes[Int($0)] }), node.namespace != .html,
      !isMathTextPoint(node), !isHTMLPoint(node)
    {
      open.removeLast()
    }
    process(&token, in: mode)
  }

  private mutating func endTagInForeignContent(_ token: inout HTMLToken) {
    if token.tag == .br || token.tag == .p { return breakOut(&token) }
    for index in open.indices.reversed() {
      let node = nodes[Int(open[index])]
      if node.namespace == .html, index < open.count - 1 || open.count == 1 {
        return process(&token, in: mode)
      }
      if index == 0 { return }
      if node.tag == token.tag, node.tag != .other || tokenizer.equal(node.bytes, token.bytes) {
        open.removeSubrange(index...)
        return
      }
    }
  }
}
