// The modes before the body.

extension HTMLTreeBuilder {
  /// Takes a token by the rules of a mode.
  mutating func process(_ token: inout HTMLToken, in mode: Mode) {
    switch mode {
    case .initial: initial(&token)
    case .beforeHTML: beforeHTML(&token)
    case .beforeHead: beforeHead(&token)
    case .inHead: inHead(&token)
    case .inHeadNoscript: inHeadNoscript(&token)
    case .afterHead: afterHead(&token)
    case .inBody: inBody(&token)
    case .text: inText(&token)
    case .inTable: inTable(&token)
    case .inTableText: inTableText(&token)
    case .inCaption: inCaption(&token)
    case .inColumnGroup: inColumnGroup(&token)
    case .inTableBody: inTableBody(&token)
    case .inRow: inRow(&token)
    case .inCell: inCell(&token)
    case .inSelect: inSelect(&token)
    case .inSelectInTable: inSelectInTable(&token)
    case .inTemplate: inTemplate(&token)
    case .afterBody: afterBody(&token)
    case .inFrameset: inFrameset(&token)
    case .afterFrameset: afterFrameset(&token)
    case .afterAfterBody: afterAfterBody(&token)
    case .afterAfterFrameset: afterAfterFrameset(&token)
    }
  }

  /// Takes a token again, by the rules of another mode.
  mutating func reprocess(_ token: inout HTMLToken, in next: Mode) {
    mode = next
    dispatch(&token)
  }

  private mutating func initial(_ token: inout HTMLToken) {
    switch token.kind {
    case .text where isSpace(token): return
    case .comment: return insertComment(token, in: 0)
    case .doctype:
      nodes.append(HTMLNode(kind: .doctype, bytes: token.bytes))
      append(Int32(nodes.count - 1), to: 0)
      isQuirks = HTMLQuirks.applies(to: token, tokenizer)
      mode = .beforeHTML
    default:
      isQuirks = true
      reprocess(&token, in: .beforeHTML)
    }
  }

  private mutating func beforeHTML(_ token: inout HTMLToken) {
    switch token.kind {
    case .doctype: return
    case .comment: return insertComment(token, in: 0)
    case .text where isSpace(token): return
    case .startTag where token.tag == .html:
      let node = element(token)
      append(node, to: 0)
      open.append(node)
      mode = .beforeHead
    case .endTag where !HTMLTagSet(.head, .body, .html, .br).contains(token.tag): return
    default:
      nodes.append(HTMLNode(kind: .element, tag: .html))
      append(Int32(nodes.count - 1), to: 0)
      open.append(Int32(nodes.count - 1))
      reprocess(&token, in: .beforeHead)
    }
  }

  private mutating func beforeHead(_ token: inout HTMLToken) {
    switch token.kind {
    case .text where isSpace(token): return
    case .comment: return insertComment(token)
    case .doctype: return
    case .startTag where token.tag == .html: return inBody(&token)
    case .startTag where token.tag == .head:
      head = insertElement(token)
      mode = .inHead
    case .endTag where !HTMLTagSet(.head, .body, .html, .br).contains(token.tag): return
    default:
      insertImplied(.head)
      head = current
      reprocess(&token, in: .inHead)
    }
  }

  mutating func inHead(_ token: inout HTMLToken) {
    switch token.kind {
    case .text where isSpace(token): return insertText(token.bytes)
    case .comment: return insertComment(token)
    case .doctype: return
    case .startTag: if startTagInHead(&token) { return }
    case .endTag:
      switch token.tag {
      case .head:
        open.removeLast()
        mode = .afterHead
        return
      case .template: return endTemplate()
      case .body, .html, .br: break
      default: return
      }
    default: break
    }
    open.removeLast()
    reprocess(&token, in: .afterHead)
  }

  /// Takes a start tag that belongs into the head; false for another.
  private mutating func startTagInHead(_ token: inout HTMLToken) -> Bool {
    switch token.tag {
    case .html: inBody(&token)
    case .base, .basefont, .bgsound, .link, .meta: insertVoid(token)
    case .title: insertRaw(token, .rcdata)
    case .noscript where !scripting:
      insertElement(token)
      mode = .inHeadNoscript
    case .noscript, .noframes, .style: insertRaw(token, .rawtext)
    case .script: insertRaw(token, .scriptData)
    case .template: insertTemplate(token)
    case .head: break
    default: return false
    }
    return true
  }

  /// Inserts an element whose content is text.
  mutating func insertRaw(_ token: HTMLToken, _ state: HTMLTokenizer.State) {
    insertElement(token)
    tokenizer.state = state
    originalMode = mode
    mode = .text
  }

  private mutating func insertTemplate(_ token: HTMLToken) {
    let node = insertElement(token)
    nodes.append(HTMLNode(kind: .content))
    let content = Int32(nodes.count - 1)
    nodes[Int(content)].parent = node
    nodes[Int(node)].firstChild = content
    nodes[Int(node)].lastChild = content
    formats.append(-1)
    framesetIsOK = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  mutating func endTemplate() {
    guard isOpen(.template) else { return }
    while let node = open.last, isHTML(node, Self.allImplied) { open.removeLast() }
    popUntil(.template)
    clearFormatsToMarker()
    templateModes.removeLast()
    resetMode()
  }

  private mutating func inHeadNoscript(_ token: inout HTMLToken) {
    switch token.kind {
    case .doctype: return
    case .comment: return inHead(&token)
    case .text where isSpace(token): return inHead(&token)
    case .startTag:
      switch token.tag {
      case .html: return inBody(&token)
      case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead(&token)
      case .head, .noscript: return
      default: break
      }
    case .endTag:
      if token.tag == .noscript {
        open.removeLast()
        mode = .inHead
        return
      }
      if token.tag != .br { return }
    default: break
    }
    open.removeLast()
    reprocess(&token, in: .inHead)
  }

  private mutating func afterHead(_ token: inout HTMLToken) {
    switch token.kind {
    case .text where isSpace(token): return insertText(token.bytes)
    case .comment: return insertComment(token)
    case .doctype: return
    case .startTag:
      if startTagAfterHead(&token) { return }
    case .endTag:
      if token.tag == .template { return inHead(&token) }
      if !HTMLTagSet(.body, .html, .br).contains(token.tag) { return }
    default: break
    }
    insertImplied(.body)
    reprocess(&token, in: .inBody)
  }

  private mutating func startTagAfterHead(_ token: inout HTMLToken) -> Bool {
    switch token.tag {
    case .html: inBody(&token)
    case .body:
      insertElement(token)
      framesetIsOK = false
      mode = .inBody
    case .frameset:
      insertElement(token)
      mode = .inFrameset
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      let head = head
      open.append(head)
      inHead(&token)
      if let place = open.lastIndex(of: head) { open.remove(at: place) }
    case .head: break
    default: return false
    }
    return true
  }

  private mutating func inText(_ token: inout HTMLToken) {
    switch token.kind {
    case .text: insertText(token.bytes)
    case .endOfFile:
      open.removeLast()
      reprocess(&token, in: originalMode)
    default:
      open.removeLast()
      mode = originalMode
    }
  }
}
