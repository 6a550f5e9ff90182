// The adoption agency: what becomes of `<b>1<p>2</b>3`.

extension HTMLTreeBuilder {
  /// Takes the end tag of a formatting element.
  mutating func adopt(_ token: HTMLToken) {
    let subject = token.tag
    if let last = open.last, isHTML(last, subject), !formats.contains(last) {
      open.removeLast()
      return
    }
    for _ in 0..<8 {
      guard let listed = lastFormat(subject) else { return anyOtherEndTag(token) }
      let format = formats[listed]
      guard let opened = open.lastIndex(of: format) else {
        formats.remove(at: listed)
        return
      }
      guard isInScope(format) else { return }
      guard let furthest = open[(opened + 1)...].firstIndex(where: isSpecial) else {
        open.removeSubrange(opened...)
        formats.remove(at: listed)
        return
      }
      adopt(format, listed: listed, opened: opened, furthest: furthest)
    }
  }

  private func lastFormat(_ tag: HTMLTag) -> Int? {
    for index in formats.indices.reversed() {
      if formats[index] < 0 { return nil }
      if nodes[Int(formats[index])].tag == tag { return index }
    }
    return nil
  }

  private mutating func adopt(_ format: Int32, listed: Int, opened: Int, furthest: Int) {
    let block = open[furthest]
    let ancestor = open[opened - 1]
    var bookmark = listed
    var last = block
    var index = furthest
    var counter = 0
    while true {
      index -= 1
      var node = open[index]
      if node == format { break }
      counter += 1
      var place = formats.firstIndex(of: node)
      if counter > 3, let listed = place {
        formats.remove(at: listed)
        if listed < bookmark { bookmark -= 1 }
        place = nil
      }
      guard let place else {
        open.remove(at: index)
        continue
      }
      let clone = copy(node)
      formats[place] = clone
      open[index] = clone
      node = clone
      if last == block { bookmark = place + 1 }
      append(last, to: node)
      last = node
    }
    insert(last, at: place(in: ancestor))
    let clone = copy(format)
    var child = nodes[Int(block)].firstChild
    while child >= 0 {
      let next = nodes[Int(child)].next
      append(child, to: clone)
      child = next
    }
    append(clone, to: block)
    if let old = formats.firstIndex(of: format) {
      formats.remove(at: old)
      if old < bookmark { bookmark -= 1 }
    }
    formats.insert(clone, at: min(bookmark, formats.count))
    if let old = open.lastIndex(of: format) { open.remove(at: old) }
    if let place = open.lastIndex(of: block) { open.insert(clone, at: place + 1) }
  }

  /// Takes an end tag that no other rule is for.
  mutating func anyOtherEndTag(_ token: HTMLToken) {
    for node in open.reversed() {
      if isHTML(node, token.tag), token.tag != .other || tokenizer.equal(nodes[Int(node)].bytes, token.bytes)
      {
        generateImpliedEndTags(except: token.tag)
        while let top = open.popLast(), top != node {}
        return
      }
      if isSpecial(node) { return }
    }
  }
}
