internal import FoundationEssentials
internal import Testing

@testable import Extraction

/// The tokens that browsers see, by the tests of the html5lib project.
struct TokenizerTests {
  /// A value of JSON, as the tests need it.
  private enum Value: Decodable, Equatable {
    case text(String)
    case flag(Bool)
    case list([Value])
    case map([String: String])
    case none

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let list = try? container.decode([Value].self) {
        self = .list(list)
      } else {
        self = .map(try container.decode([String: String].self))
      }
    }
  }

  private struct Case: Decodable {
    var description: String
    var input: String
    var output: [Value]
    var initialStates: [String]?
    var lastStartTag: String?
    var doubleEscaped: Bool?
  }

  private struct File: Decodable { var tests: [Case]? }

  @Test func `the tokens are those of browsers`() throws {
    guard let folder = OutsideData.html5libTests else { return }
    var (right, all) = (0, 0)
    var wrong: [String] = []
    for file in try OutsideData.files(in: folder + "/tokenizer", ending: ".test")
    where file != "xmlViolation.test" {
      let data = Data(try OutsideData.bytes("\(folder)/tokenizer/\(file)"))
      guard let tests = try? JSONDecoder().decode(File.self, from: data).tests else {
        Issue.record("\(file) is not understood")
        continue
      }
      // Half of a surrogate pair cannot be in a text of UTF-8.
      for each in tests where each.doubleEscaped != true {
        for state in each.initialStates ?? ["Data state"] {
          all += 1
          let found = tokens(of: each, state: state)
          if found == each.output {
            right += 1
          } else {
            wrong.append("\(file), \(each.description): \(each.input) in \(state)\n\(found)\n\(each.output)")
          }
        }
      }
    }
    print("tokenizer: \(right) of \(all)")
    #expect(all > 6000)
    #expect(wrong.isEmpty, "\(wrong.prefix(10).joined(separator: "\n\n"))")
  }

  private func tokens(of each: Case, state: String) -> [Value] {
    // The name of the last start tag stands behind the input, where a slice can name it.
    let input = Array(each.input.utf8).withUnixLineEnds
    let name = Array((each.lastStartTag ?? "").utf8)
    return (input + name).withUnsafeBufferPointer { bytes in
      var empty: UInt8 = 0
      return withUnsafePointer(to: &empty) { empty in
        var tokenizer = HTMLTokenizer(UnsafeBufferPointer(rebasing: bytes[..<input.count]), empty: empty)
        tokenizer.lastStartTag = ByteSlice(source: input.count..<input.count + name.count)
        tokenizer.state = Self.states[state] ?? .data
        return values(&tokenizer)
      }
    }
  }

  private static let states: [String: HTMLTokenizer.State] = [
    "PLAINTEXT state": .plaintext, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext,
    "Script data state": .scriptData, "CDATA section state": .cdata,
  ]

  private func values(_ tokenizer: inout HTMLTokenizer) -> [Value] {
    var values: [Value] = []
    while true {
      let token = tokenizer.next()
      let text = String(decoding: tokenizer.bytes(token.bytes), as: UTF8.self)
      let publicID = token.publicID.map { Value.text(String(decoding: tokenizer.bytes($0), as: UTF8.self)) }
      let systemID = token.systemID.map { Value.text(String(decoding: tokenizer.bytes($0), as: UTF8.self)) }
      switch token.kind {
      case .endOfFile: return values
      case .text:
        if case .list(let last) = values.last, case .text("Character") = last[0],
          case .text(let before) = last[1]
        {
          values[values.count - 1] = .list([.text("Character"), .text(before + text)])
        } else {
          values.append(.list([.text("Character"), .text(text)]))
        }
      case .startTag:
        var attributes: [String: String] = [:]
        for attribute in tokenizer.attributes[Int(token.firstAttribute)...] {
          let name = String(decoding: tokenizer.bytes(attribute.nameBytes), as: UTF8.self)
          attributes[name] = String(decoding: tokenizer.bytes(attribute.value), as: UTF8.self)
        }
        let flag: [Value] = token.isSelfClosing ? [.flag(true)] : []
        values.append(.list([.text("StartTag"), .text(text), .map(attributes)] + flag))
      case .endTag: values.append(.list([.text("EndTag"), .text(text)]))
      case .comment: values.append(.list([.text("Comment"), .text(text)]))
      case .doctype:
        let name: Value = token.bytes.isEmpty ? .none : .text(text)
        values.append(
          .list([
            .text("DOCTYPE"), name, publicID ?? .none, systemID ?? .none, .flag(!token.forcesQuirks),
          ]))
      }
    }
  }
}
