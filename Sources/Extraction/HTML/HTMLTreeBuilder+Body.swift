// The mode of the body.

extension HTMLTreeBuilder {
  static let blocks = HTMLTagSet(
    .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
    .figcaption,
    .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary, .ul)
  static let closedBlocks = HTMLTagSet(
    .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
    .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search,
    .section,
    .summary, .ul)
  static let formatting = HTMLTagSet(
    .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u)

  mutating func inBody(_ token: inout HTMLToken) {
    switch token.kind {
    case .text:
      if isNUL(token) { return }
      reconstructFormats()
      insertText(token.bytes)
      if framesetIsOK, !isSpace(token) { framesetIsOK = false }
    case .comment: insertComment(token)
    case .doctype: return
    case .startTag: startTagInBody(&token)
    case .endTag: endTagInBody(&token)
    case .endOfFile:
      if templateModes.isEmpty { isStopped = true } else { inTemplate(&token) }
    }
  }

  private mutating func startTagInBody(_ token: inout HTMLToken) {
    let tag = token.tag
    if Self.blocks.contains(tag) {
      closeParagraphInButtonScope()
      insertElement(token)
    } else if Self.formatting.contains(tag) {
      reconstructFormats()
      pushFormat(insertElement(token))
    } else if Self.headings.contains(tag) {
      closeParagraphInButtonScope()
      if isHTML(current, Self.headings) { open.removeLast() }
      insertElement(token)
    } else if !startTagOfDocument(&token), !startTagOfItem(token), !startTagOfContent(&token) {
      reconstructFormats()
      insertElement(token)
    }
  }

  /// Tags of the document's frame; false for others.
  private mutating func startTagOfDocument(_ token: inout HTMLToken) -> Bool {
    switch token.tag {
    case .html:
      if !isOpen(.template), let root = open.first { addAttributes(token, to: root) }
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      inHead(&token)
    case .body:
      guard open.count > 1, isHTML(open[1], .body), !isOpen(.template) else { return true }
      framesetIsOK = false
      addAttributes(token, to: open[1])
    case .frameset:
      guard open.count > 1, isHTML(open[1], .body), framesetIsOK else { return true }
      detach(open[1])
      open.removeSubrange(1...)
      insertElement(token)
      mode = .inFrameset
    case .form:
      guard form < 0 || isOpen(.template) else { return true }
      closeParagraphInButtonScope()
      let node = insertElement(token)
      if !isOpen(.template) { form = node }
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default: return false
    }
    return true
  }

  /// Tags that end the ones before them; false for others.
  private mutating func startTagOfItem(_ token: HTMLToken) -> Bool {
    switch token.tag {
    case .li: startItem(token, HTMLTagSet(.li))
    case .dd, .dt: startItem(token, HTMLTagSet(.dd, .dt))
    case .a:
      if let index = formats.lastIndex(where: { $0 < 0 || isHTML($0, .a) }), formats[index] >= 0 {
        let link = formats[index]
        var end = token
        end.kind = .endTag
        adopt(end)
        formats.removeAll { $0 == link }
        open.removeAll { $0 == link }
      }
      reconstructFormats()
      pushFormat(insertElement(token))
    case .nobr:
      reconstructFormats()
      if hasInScope(.nobr) {
        var end = token
        end.kind = .endTag
        adopt(end)
        reconstructFormats()
      }
      pushFormat(insertElement(token))
    case .button:
      if hasInScope(.button) {
        generateImpliedEndTags()
        popUntil(.button)
      }
      reconstructFormats()
      insertElement(token)
      framesetIsOK = false
    case .optgroup, .option:
      if isHTML(current, .option) { open.removeLast() }
      reconstructFormats()
      insertElement(token)
    case .rb, .rtc:
      if hasInScope(.ruby) { generateImpliedEndTags() }
      insertElement(token)
    case .rp, .rt:
      if hasInScope(.ruby) { generateImpliedEndTags(except: .rtc) }
      insertElement(token)
    default: return false
    }
    return true
  }

  private mutating func startItem(_ token: HTMLToken, _ items: HTMLTagSet) {
    framesetIsOK = false
    for node in open.reversed() {
      if isHTML(node, items) {
        let tag = nodes[Int(node)].tag
        generateImpliedEndTags(except: tag)
        popUntil(tag)
        break
      }
      if isSpecial(node), !isHTML(node, HTMLTagSet(.address, .div, .p)) { break }
    }
    closeParagraphInButtonScope()
    insertElement(token)
  }

  /// Tags with rules of their own for what they hold; false for others.
  private mutating func startTagOfContent(_ token: inout HTMLToken) -> Bool {
    switch token.tag {
    case .pre, .listing:
      closeParagraphInButtonScope()
      insertElement(token)
      ignoresLineFeed = true
      framesetIsOK = false
    case .plaintext:
      closeParagraphInButtonScope()
      insertElement(token)
      tokenizer.state = .plaintext
    case .applet, .marquee, .object:
      reconstructFormats()
      insertElement(token)
      formats.append(-1)
      framesetIsOK = false
    case .table:
      if !isQuirks { closeParagraphInButtonScope() }
      insertElement(token)
      framesetIsOK = false
      mode = .inTable
    case .area, .br, .embed, .img, .keygen, .wbr: insertVoidInBody(token)
    case .image:
      token.tag = .img
      token.bytes = ByteSlice()
      insertVoidInBody(token)
    case .input:
      reconstructFormats()
      insertVoid(token)
      if !isHiddenInput(token) { framesetIsOK = false }
    case .param, .source, .track: insertVoid(token)
    case .hr:
      closeParagraphInButtonScope()
      insertVoid(token)
      framesetIsOK = false
    default: return startTagOfText(token)
    }
    return true
  }

  private mutating func startTagOfText(_ token: HTMLToken) -> Bool {
    switch token.tag {
    case .textarea:
      insertRaw(token, .rcdata)
      ignoresLineFeed = true
      framesetIsOK = false
    case .xmp:
      closeParagraphInButtonScope()
      reconstructFormats()
      framesetIsOK = false
      insertRaw(token, .rawtext)
    case .iframe:
      framesetIsOK = false
      insertRaw(token, .rawtext)
    case .noembed: insertRaw(token, .rawtext)
    case .noscript where scripting: insertRaw(token, .rawtext)
    case .select:
      reconstructFormats()
      insertElement(token)
      framesetIsOK = false
      switch mode {
      case .inTable, .inCaption, .inTableBody, .inRow, .inCell: mode = .inSelectInTable
      default: mode = .inSelect
      }
    case .math, .svg:
      reconstructFormats()
      insertElement(token, token.tag == .svg ? .svg : .math)
      if token.isSelfClosing { open.removeLast() }
    default: return false
    }
    return true
  }

  private mutating func insertVoidInBody(_ token: HTMLToken) {
    reconstructFormats()
    insertVoid(token)
    framesetIsOK = false
  }

  func isHiddenInput(_ token: HTMLToken) -> Bool {
    guard let type = attribute(.type, first: token.firstAttribute, count: token.attributeCount) else {
      return false
    }
    return String(decoding: tokenizer.bytes(type), as: UTF8.self).lowercased() == "hidden"
  }
}
