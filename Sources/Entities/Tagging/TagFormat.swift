internal import Articles
public import TextAnalysis

/// A way to print a text with its names.
public enum TagFormat: String, Sendable, CaseIterable {
  /// The text as it is, each name in brackets with its class: `[Antony Blinken|person|blinken antony]`.
  case inline
  /// One JSON object a line for each name: class, name, canonical name, key and byte range.
  case json
  /// The CoNLL columns: one token a line with its label.
  case conll

  /// A text with its names, as the format prints it; each line ends with a line end.
  ///
  /// - Parameters:
  ///   - text: The text that the mentions were found in.
  ///   - mentions: In the order of the text, none overlapping.
  public func formatted(_ text: AnalysedText, mentions: [Mention]) -> String {
    switch self {
    case .inline: Self.inline(text, mentions)
    case .json: mentions.map { Self.json($0) + "\n" }.joined()
    case .conll: Self.conll(text, mentions)
    }
  }

  private static func inline(_ text: AnalysedText, _ mentions: [Mention]) -> String {
    var result = ""
    var position = 0
    for mention in mentions {
      result += text.string(position..<mention.range.lowerBound)
      result += "[\(text.string(mention.range))|\(mention.entityClass.rawValue)|\(mention.key.text)]"
      position = mention.range.upperBound
    }
    result += text.string(position..<text.text.utf8.count)
    return result.utf8.last == UInt8(ascii: "\n") ? result : result + "\n"
  }

  private static func conll(_ text: AnalysedText, _ mentions: [Mention]) -> String {
    var document = NameDocument()
    NameTokeniser.append(text, to: &document)
    var result = ""
    var next = 0
    for sentence in document.sentences {
      for token in document.tokens[sentence] {
        while next < mentions.count, mentions[next].range.upperBound <= token.range.lowerBound { next += 1 }
        var label = NameLabel.outside
        if next < mentions.count, mentions[next].range.lowerBound < token.range.upperBound {
          let begins = mentions[next].range.lowerBound >= token.range.lowerBound
          label = NameLabel(mentions[next].entityClass, begins: begins)
        }
        result += "\(text.string(token.range))\t\(label.bio)\n"
      }
      result += "\n"
    }
    return result
  }

  private static func json(_ mention: Mention) -> String {
    var fields = [
      #""type":"mention""#, #""class":"\#(mention.entityClass.rawValue)""#,
      #""name":\#(quoted(mention.name))"#, #""canonical":\#(quoted(mention.canonicalName))"#,
      #""key":\#(quoted(mention.key.text))"#,
      #""range":[\#(mention.range.lowerBound),\#(mention.range.upperBound)]"#,
    ]
    if let record = mention.record {
      if let code = record.countryCode { fields.append(#""country":"\#(code)""#) }
      if let point = record.coordinates {
        fields.append(#""latitude":\#(point.latitude)"#)
        fields.append(#""longitude":\#(point.longitude)"#)
      }
    }
    return "{\(fields.joined(separator: ","))}"
  }

  private static func quoted(_ string: String) -> String {
    String(decoding: JSONString.quoted(string), as: UTF8.self)
  }
}
