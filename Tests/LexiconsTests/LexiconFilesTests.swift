import Glibc
import Lexicons
import Testing

/// The blob that is a part of the program, held against the lists that it was made from.
struct LexiconFilesTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Sources/Lexicons"

  @Test func `the blob has every list as its file has it`() throws {
    var files = 0
    for language in try names(in: Self.folder) where !language.contains(".") {
      for file in try names(in: "\(Self.folder)/\(language)") {
        let name = try #require(
          Lexicon.Name(rawValue: String(file.dropLast(4))),
          "\(language)/\(file): no such name in Lexicon.Name")
        let list = Lexicon(name, language)
        #expect(
          list?.entries == (try entries(of: "\(Self.folder)/\(language)/\(file)")),
          "\(language)/\(file): run scripts/build-lexicons")
        files += 1
      }
    }
    #expect(files == Lexicon.Name.allCases.reduce(0) { $0 + Lexicon.all($1).count })
    #expect(files > 50)
  }

  /// The entries of a list: its lines without comments, each up to its first tab.
  private func entries(of path: String) throws -> [String] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var byte = fgetc(file)
    while byte != EOF {
      bytes.append(UInt8(byte))
      byte = fgetc(file)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: "\t").first.map(String.init) }
  }

  private func names(in folder: String) throws -> [String] {
    let stream = try #require(opendir(folder))
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
