/// What a tokeniser finds next.
struct HTMLToken {
  enum Kind: UInt8 {
    case endOfFile, text, startTag, endTag, comment, doctype
  }

  var kind = Kind.endOfFile
  var tag = HTMLTag.other
  /// Whether a start tag ends in `/>`.
  var isSelfClosing = false
  /// Whether a doctype asks for quirks.
  var forcesQuirks = false
  /// The characters of a text or a comment, the name of a tag or a doctype.
  var bytes = ByteSlice()
  /// The public identifier of a doctype, if it has one.
  var publicID: ByteSlice?
  /// The system identifier of a doctype, if it has one.
  var systemID: ByteSlice?
  var firstAttribute: Int32 = 0
  var attributeCount: Int32 = 0
}
