// End tags in the body, and what follows it.

extension HTMLTreeBuilder {
  mutating func endTagInBody(_ token: inout HTMLToken) {
    let tag = token.tag
    if Self.closedBlocks.contains(tag) { return endBlock(tag) }
    if Self.formatting.contains(tag) { return adopt(token) }
    switch tag {
    case .a, .nobr: adopt(token)
    case .p:
      if !hasInScope(.p, Self.buttonScopeEnds) { insertImplied(.p) }
      closeParagraph()
    case .li:
      guard hasInScope(.li, Self.listScopeEnds) else { return }
      generateImpliedEndTags(except: .li)
      popUntil(.li)
    case .dd, .dt:
      guard hasInScope(tag) else { return }
      generateImpliedEndTags(except: tag)
      popUntil(tag)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard hasInScope(Self.headings) else { return }
      generateImpliedEndTags()
      popUntil(Self.headings)
    case .template: inHead(&token)
    case .body: if hasInScope(.body) { mode = .afterBody }
    case .html: if hasInScope(.body) { reprocess(&token, in: .afterBody) }
    case .form: endForm()
    case .applet, .marquee, .object:
      guard hasInScope(tag) else { return }
      generateImpliedEndTags()
      popUntil(tag)
      clearFormatsToMarker()
    case .br:
      reconstructFormats()
      insertImplied(.br)
      open.removeLast()
      framesetIsOK = false
    default: anyOtherEndTag(token)
    }
  }

  private mutating func endBlock(_ tag: HTMLTag) {
    guard hasInScope(tag) else { return }
    generateImpliedEndTags()
    popUntil(tag)
  }

  private mutating func endForm() {
    if isOpen(.template) {
      guard hasInScope(.form) else { return }
      generateImpliedEndTags()
      popUntil(.form)
      return
    }
    let node = form
    form = -1
    guard node >= 0, isInScope(node) else { return }
    generateImpliedEndTags()
    open.removeAll { $0 == node }
  }

  // MARK: After the body

  mutating func afterBody(_ token: inout HTMLToken) {
    switch token.kind {
    case .text where isSpace(token): inBody(&token)
    case .comment: insertComment(token, in: open[0])
    case .doctype: return
    case .startTag where token.tag == .html: inBody(&token)
    case .endTag where token.tag == .html:
      if context == nil { mode = .afterAfterBody }
    case .endOfFile: isStopped = true
    default: reprocess(&token, in: .inBody)
    }
  }

  mutating func afterAfterBody(_ token: inout HTMLToken) {
    switch token.kind {
    case .comment: insertComment(token, in: 0)
    case .doctype: return
    case .text where isSpace(token): inBody(&token)
    case .startTag where token.tag == .html: inBody(&token)
    case .endOfFile: isStopped = true
    default: reprocess(&token, in: .inBody)
    }
  }

  // MARK: Frames

  mutating func inFrameset(_ token: inout HTMLToken) {
    switch token.kind {
    case .text: if isSpace(token) { insertText(token.bytes) }
    case .comment: insertComment(token)
    case .doctype: return
    case .startTag:
      switch token.tag {
      case .html: inBody(&token)
      case .frameset: insertElement(token)
      case .frame: insertVoid(token)
      case .noframes: inHead(&token)
      default: return
      }
    case .endTag:
      guard token.tag == .frameset, open.count > 1 else { return }
      open.removeLast()
      if context == nil, !isHTML(current, .frameset) { mode = .afterFrameset }
    case .endOfFile: isStopped = true
    }
  }

  mutating func afterFrameset(_ token: inout HTMLToken) {
    switch token.kind {
    case .text: if isSpace(token) { insertText(token.bytes) }
    case .comment: insertComment(token)
    case .startTag where token.tag == .html: inBody(&token)
    case .startTag where token.tag == .noframes: inHead(&token)
    case .endTag where token.tag == .html: mode = .afterAfterFrameset
    case .endOfFile: isStopped = true
    default: return
    }
  }

  mutating func afterAfterFrameset(_ token: inout HTMLToken) {
    switch token.kind {
    case .comment: insertComment(token, in: 0)
    case .text where isSpace(token): inBody(&token)
    case .startTag where token.tag == .html: inBody(&token)
    case .startTag where token.tag == .noframes: inHead(&token)
    case .endOfFile: isStopped = true
    default: return
    }
  }
}
