// The modes of tables.

extension HTMLTreeBuilder {
  private mutating func clearStack(to tags: HTMLTagSet) {
    while let node = open.last, !isHTML(node, tags) { open.removeLast() }
  }

  private static let tableContext = HTMLTagSet(.table, .template, .html)
  private static let bodyContext = HTMLTagSet(.tbody, .tfoot, .thead, .template, .html)
  private static let rowContext = HTMLTagSet(.tr, .template, .html)
  private static let sections = HTMLTagSet(.tbody, .tfoot, .thead)

  mutating func inTable(_ token: inout HTMLToken) {
    switch token.kind {
    case .text where isHTML(current, HTMLTagSet(Self.tableParts, .template)):
      tableText.removeAll()
      originalMode = mode
      reprocess(&token, in: .inTableText)
    case .comment: insertComment(token)
    case .doctype: return
    case .startTag: if !startTagInTable(&token) { anythingElseInTable(&token) }
    case .endTag:
      switch token.tag {
      case .table: _ = endTable()
      case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return
      case .template: inHead(&token)
      default: anythingElseInTable(&token)
      }
    case .endOfFile: inBody(&token)
    default: anythingElseInTable(&token)
    }
  }

  private mutating func anythingElseInTable(_ token: inout HTMLToken) {
    fosters = true
    inBody(&token)
    fosters = false
  }

  private mutating func endTable() -> Bool {
    guard hasInScope(.table, Self.tableScopeEnds) else { return false }
    popUntil(.table)
    resetMode()
    return true
  }

  private mutating func startTagInTable(_ token: inout HTMLToken) -> Bool {
    switch token.tag {
    case .caption:
      clearStack(to: Self.tableContext)
      formats.append(-1)
      insertElement(token)
      mode = .inCaption
    case .colgroup: openInTable(token, .inColumnGroup)
    case .col:
      clearStack(to: Self.tableContext)
      insertImplied(.colgroup)
      reprocess(&token, in: .inColumnGroup)
    case .tbody, .tfoot, .thead: openInTable(token, .inTableBody)
    case .td, .th, .tr:
      clearStack(to: Self.tableContext)
      insertImplied(.tbody)
      reprocess(&token, in: .inTableBody)
    case .table: if endTable() { dispatch(&token) }
    case .style, .script, .template: inHead(&token)
    case .input where isHiddenInput(token): insertVoid(token)
    case .form:
      guard !isOpen(.template), form < 0 else { return true }
      form = insertElement(token)
      open.removeLast()
    default: return false
    }
    return true
  }

  private mutating func openInTable(_ token: HTMLToken, _ next: Mode) {
    clearStack(to: Self.tableContext)
    insertElement(token)
    mode = next
  }

  mutating func inTableText(_ token: inout HTMLToken) {
    if token.kind == .text {
      if !isNUL(token) { tableText.append(token.bytes) }
      return
    }
    let pending = tableText
    tableText.removeAll()
    let isBlank = pending.allSatisfy { bytes in
      (0..<Int(bytes.count)).allSatisfy { tokenizer.byte(bytes, $0).isHTMLSpace }
    }
    mode = originalMode
    for bytes in pending {
      if isBlank {
        insertText(bytes)
      } else {
        var text = tokenizer.text(bytes)
        anythingElseInTable(&text)
      }
    }
    dispatch(&token)
  }

  mutating func inCaption(_ token: inout HTMLToken) {
    switch (token.kind, token.tag) {
    case (.endTag, .caption): _ = endCaption()
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td),
      (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
      if endCaption() { dispatch(&token) }
    case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html), (.endTag, .tbody),
      (.endTag, .td), (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead), (.endTag, .tr):
      return
    default: inBody(&token)
    }
  }

  private mutating func endCaption() -> Bool {
    guard hasInScope(.caption, Self.tableScopeEnds) else { return false }
    generateImpliedEndTags()
    popUntil(.caption)
    clearFormatsToMarker()
    mode = .inTable
    return true
  }

  mutating func inColumnGroup(_ token: inout HTMLToken) {
    switch token.kind {
    case .text where isSpace(token): return insertText(token.bytes)
    case .comment: return insertComment(token)
    case .doctype: return
    case .startTag where token.tag == .html: return inBody(&token)
    case .startTag where token.tag == .col: return insertVoid(token)
    case .startTag where token.tag == .template: return inHead(&token)
    case .endTag where token.tag == .template: return inHead(&token)
    case .endTag where token.tag == .col: return
    case .endOfFile: return inBody(&token)
    default: break
    }
    guard isHTML(current, .colgroup) else { return }
    open.removeLast()
    mode = .inTable
    if token.kind != .endTag || token.tag != .colgroup { dispatch(&token) }
  }

  mutating func inTableBody(_ token: inout HTMLToken) {
    switch (token.kind, token.tag) {
    case (.startTag, .tr):
      clearStack(to: Self.bodyContext)
      insertElement(token)
      mode = .inRow
    case (.startTag, .th), (.startTag, .td):
      clearStack(to: Self.bodyContext)
      insertImplied(.tr)
      reprocess(&token, in: .inRow)
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      guard hasInScope(token.tag, Self.tableScopeEnds) else { return }
      endSection()
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.endTag, .table):
      guard hasInScope(Self.sections, Self.tableScopeEnds) else { return }
      endSection()
      dispatch(&token)
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
      (.endTag, .td), (.endTag, .th), (.endTag, .tr):
      return
    default: inTable(&token)
    }
  }

  private mutating func endSection() {
    clearStack(to: Self.bodyContext)
    open.removeLast()
    mode = .inTable
  }

  mutating func inRow(_ token: inout HTMLToken) {
    switch (token.kind, token.tag) {
    case (.startTag, .th), (.startTag, .td):
      clearStack(to: Self.rowContext)
      insertElement(token)
      mode = .inCell
      formats.append(-1)
    case (.endTag, .tr): _ = endRow()
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .tfoot), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
      if endRow() { dispatch(&token) }
    case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
      if hasInScope(token.tag, Self.tableScopeEnds), endRow() { dispatch(&token) }
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
      (.endTag, .td), (.endTag, .th):
      return
    default: inTable(&token)
    }
  }

  private mutating func endRow() -> Bool {
    guard hasInScope(.tr, Self.tableScopeEnds) else { return false }
    clearStack(to: Self.rowContext)
    open.removeLast()
    mode = .inTableBody
    return true
  }

  mutating func inCell(_ token: inout HTMLToken) {
    switch (token.kind, token.tag) {
    case (.endTag, .td), (.endTag, .th):
      guard hasInScope(token.tag, Self.tableScopeEnds) else { return }
      generateImpliedEndTags()
      popUntil(token.tag)
      clearFormatsToMarker()
      mode = .inRow
    case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody),
      (.startTag, .td),
      (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr):
      guard hasInScope(HTMLTagSet(.td, .th), Self.tableScopeEnds) else { return }
      closeCell()
      dispatch(&token)
    case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html):
      return
    case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead), (.endTag, .tr):
      guard hasInScope(token.tag, Self.tableScopeEnds) else { return }
      closeCell()
      dispatch(&token)
    default: inBody(&token)
    }
  }

  private mutating func closeCell() {
    generateImpliedEndTags()
    popUntil(HTMLTagSet(.td, .th))
    clearFormatsToMarker()
    mode = .inRow
  }
}
