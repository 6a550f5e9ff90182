import Entities
import Glibc
import Testing

/// Recognition on marked sets outside the project: the folder that `REPRISE_DATA` names.
@Suite(.enabled(if: getenv("REPRISE_DATA") != nil, "REPRISE_DATA names no folder of marked sets"))
struct RecognitionQualityTests {
  @Test(arguments: [("conllpp2020/test", 0.82), ("conll2003/testa", 0.78)])
  func `exact names reach the floor`(set: String, floor: Double) throws {
    let folder = try #require(getenv("REPRISE_DATA").map { String(cString: $0) })
    let gold = try read("\(folder)/entities/\(set).conll")
    let wanted = names(gold)
    let found = names(ConllTagger().tagged(gold))
    let right = Double(wanted.intersection(found).count)
    let f1 = 2 * right / Double(wanted.count + found.count)
    #expect(f1 >= floor)
  }

  /// The names as "first line, last line, class"; a leading "the" and a trailing "'s" are left out.
  private func names(_ conll: String) -> Set<String> {
    var names: Set<String> = []
    var open: (lines: [(number: Int, word: String)], label: String)?
    func close() {
      guard let (all, label) = open else { return }
      var lines = all
      while lines.first?.word.lowercased() == "the" { lines.removeFirst() }
      while lines.count > 1, lines.last?.word == "'s" { lines.removeLast() }
      if let first = lines.first, let last = lines.last {
        names.insert("\(first.number) \(last.number) \(label)")
      }
      open = nil
    }
    for (number, line) in conll.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let columns = line.split(separator: "\t").map(String.init)
      let tag = columns.last ?? "O"
      if tag.hasPrefix("I-"), open?.label == String(tag.dropFirst(2)) {
        open?.lines.append((number, columns[0]))
        continue
      }
      close()
      if tag.hasPrefix("B-") || tag.hasPrefix("I-") {
        open = ([(number, columns[0])], String(tag.dropFirst(2)))
      }
    }
    close()
    return names
  }

  private func read(_ path: String) throws -> String {
    let file = try #require(fopen(path, "rb"), "\(path) cannot be read")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
