// Where nodes go.

extension HTMLTreeBuilder {
  /// A place of the tree: before a node, or at the end of its parent.
  struct Place {
    var parent: Int32
    var before: Int32 = -1
  }

  static let tableParts = HTMLTagSet(.table, .tbody, .tfoot, .thead, .tr)

  /// The appropriate place for inserting a node.
  func place(in override: Int32? = nil) -> Place {
    let target = override ?? open.last ?? 0
    var place = Place(parent: target)
    if fosters, nodes[Int(target)].namespace == .html, Self.tableParts.contains(nodes[Int(target)].tag) {
      place = fosterPlace
    }
    if isHTML(place.parent, .template) { place = Place(parent: nodes[Int(place.parent)].firstChild) }
    return place
  }

  private var fosterPlace: Place {
    let template = open.lastIndex { isHTML($0, .template) }
    let table = open.lastIndex { isHTML($0, .table) }
    if let template, table.map({ template > $0 }) ?? true { return Place(parent: open[template]) }
    guard let table else { return Place(parent: open[0]) }
    let parent = nodes[Int(open[table])].parent
    if parent >= 0 { return Place(parent: parent, before: open[table]) }
    return Place(parent: open[table - 1])
  }

  /// Whether a node is an element of HTML with a tag.
  func isHTML(_ node: Int32, _ tag: HTMLTag) -> Bool {
    nodes[Int(node)].tag == tag && nodes[Int(node)].namespace == .html && nodes[Int(node)].kind == .element
  }

  /// Whether a node is an element of HTML with one of some tags.
  func isHTML(_ node: Int32, _ tags: HTMLTagSet) -> Bool {
    nodes[Int(node)].namespace == .html && tags.contains(nodes[Int(node)].tag)
  }

  // MARK: Links of the tree

  mutating func append(_ node: Int32, to parent: Int32) { insert(node, at: Place(parent: parent)) }

  mutating func insert(_ node: Int32, at place: Place) {
    detach(node)
    let index = Int(node)
    let parent = Int(place.parent)
    nodes[index].parent = place.parent
    nodes[index].next = place.before
    let previous = place.before >= 0 ? nodes[Int(place.before)].previous : nodes[parent].lastChild
    nodes[index].previous = previous
    if previous >= 0 { nodes[Int(previous)].next = node } else { nodes[parent].firstChild = node }
    if place.before >= 0 { nodes[Int(place.before)].previous = node } else { nodes[parent].lastChild = node }
  }

  mutating func detach(_ node: Int32) {
    let old = nodes[Int(node)]
    guard old.parent >= 0 else { return }
    if old.previous >= 0 {
      nodes[Int(old.previous)].next = old.next
    } else {
      nodes[Int(old.parent)].firstChild = old.next
    }
    if old.next >= 0 {
      nodes[Int(old.next)].previous = old.previous
    } else {
      nodes[Int(old.parent)].lastChild = old.previous
    }
    nodes[Int(node)].parent = -1
    nodes[Int(node)].previous = -1
    nodes[Int(node)].next = -1
  }

  // MARK: Elements

  /// An element for a start tag, not yet in the tree.
  mutating func element(_ token: HTMLToken, _ namespace: HTMLNode.Namespace = .html) -> Int32 {
    var node = HTMLNode(kind: .element, tag: token.tag, namespace: namespace, bytes: token.bytes)
    node.firstAttribute = token.firstAttribute
    node.attributeCount = token.attributeCount
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  /// A second element for the start tag of a first one, not in the tree.
  mutating func copy(_ original: Int32) -> Int32 {
    var node = nodes[Int(original)]
    (node.parent, node.firstChild, node.lastChild, node.previous, node.next) = (-1, -1, -1, -1, -1)
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  /// Inserts an element and makes it the current node.
  @discardableResult
  mutating func insertElement(_ token: HTMLToken, _ namespace: HTMLNode.Namespace = .html) -> Int32 {
    if open.count >= Self.deepest { open.removeLast() }
    let node = element(token, namespace)
    insert(node, at: place())
    open.append(node)
    return node
  }

  /// Inserts an element that has no tag in the source.
  mutating func insertImplied(_ tag: HTMLTag) {
    var token = HTMLToken()
    token.kind = .startTag
    token.tag = tag
    insertElement(token)
  }

  /// Inserts an element without content.
  mutating func insertVoid(_ token: HTMLToken) {
    insertElement(token)
    open.removeLast()
  }

  /// Gives an element the attributes of a tag that it does not have.
  mutating func addAttributes(_ token: HTMLToken, to node: Int32) {
    guard token.attributeCount > 0 else { return }
    let old = nodes[Int(node)]
    var all = Array(
      tokenizer.attributes[Int(old.firstAttribute)..<Int(old.firstAttribute + old.attributeCount)])
    let added = tokenizer.attributes[
      Int(token.firstAttribute)..<Int(token.firstAttribute + token.attributeCount)]
    for attribute in added where all.count < Self.mostMergedAttributes {
      if !all.contains(where: { tokenizer.equal($0.nameBytes, attribute.nameBytes) }) {
        all.append(attribute)
      }
    }
    guard all.count > Int(old.attributeCount) else { return }
    nodes[Int(node)].firstAttribute = Int32(tokenizer.attributes.count)
    nodes[Int(node)].attributeCount = Int32(all.count)
    tokenizer.attributes += all
  }

  // MARK: Texts and comments

  mutating func insertComment(_ token: HTMLToken, in parent: Int32? = nil) {
    nodes.append(HTMLNode(kind: .comment, bytes: token.bytes))
    insert(Int32(nodes.count - 1), at: parent.map { Place(parent: $0) } ?? place())
  }

  mutating func insertText(_ bytes: ByteSlice) {
    let place = place()
    guard nodes[Int(place.parent)].kind != .document, !bytes.isEmpty else { return }
    let previous = place.before >= 0 ? nodes[Int(place.before)].previous : nodes[Int(place.parent)].lastChild
    if previous >= 0, nodes[Int(previous)].kind == .text, merge(bytes, into: Int(previous)) { return }
    nodes.append(HTMLNode(kind: .text, bytes: bytes))
    insert(Int32(nodes.count - 1), at: place)
  }

  /// Puts text at the end of a text; false where that would copy too much.
  private mutating func merge(_ added: ByteSlice, into node: Int) -> Bool {
    let old = nodes[node].bytes
    if old.isDecoded == added.isDecoded, old.offset + Int(old.count) == added.offset {
      nodes[node].bytes.count += added.count
      return true
    }
    let isLast = old.isDecoded && old.offset + Int(old.count) == tokenizer.decoded.count
    if !isLast {
      guard old.count <= 4096 else { return false }
      let first = tokenizer.decoded.count
      tokenizer.decoded += tokenizer.bytes(old)
      nodes[node].bytes = ByteSlice(decoded: first..<tokenizer.decoded.count)
    }
    tokenizer.decoded += tokenizer.bytes(added)
    nodes[node].bytes.count += added.count
    return true
  }
}
