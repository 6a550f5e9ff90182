import Articles
import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Formats

struct InputListingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func signatures() -> [String: ContentHash?] {
    let files = InputListing(paths: [folder.path]).files
    return Dictionary(
      uniqueKeysWithValues: files.map { (String($0.path.dropFirst(folder.path.count + 1)), $0.signature) })
  }

  @Test func `a file that is unchanged has the same signature`() throws {
    try folder.write("a.txt", "A")
    try folder.write("b.jsonl", "B")
    #expect(signatures() == signatures())
    #expect(signatures()["a.txt"] != signatures()["b.jsonl"])
  }

  @Test func `an index within a folder is no input`() throws {
    try folder.write("a.txt", "A goat is back.")
    try folder.write("index/manifest.json", "{}")
    try folder.write("index/lock", "1")
    try folder.write("index/shards/x.txt", "no article")
    let listing = InputListing(paths: [folder.path])
    #expect(listing.files.count == 1)
    #expect(listing.refusals.isEmpty)
  }

  @Test func `a file that has changed has another signature`() throws {
    try folder.write("a.txt", "A")
    try folder.write("b.txt", "B")
    let before = signatures()
    try folder.write("b.txt", "BB")
    #expect(signatures()["a.txt"] == before["a.txt"])
    #expect(signatures()["b.txt"] != before["b.txt"])
  }

  @Test(arguments: ["t.txt", "sub/u.txt"])
  func `a text beside a manifest changes the manifest's signature`(name: String) throws {
    try folder.write("manifest.jsonl", "{\"file\": \"t.txt\"}")
    try folder.write("t.txt", "A")
    let before = try #require(signatures()["manifest.jsonl"])
    try folder.write(name, "Changed")
    #expect(signatures()["manifest.jsonl"] != before)
  }

  @Test func `files that are left out of a listing are not read`() throws {
    try folder.write("a.txt", "A")
    try folder.write("b.txt", "B")
    var listing = InputListing(paths: [folder.path])
    let known = try #require(listing.files.first?.signature)
    listing.files.removeAll { $0.signature == known }
    #expect(Reading(listing).ids == ["b"])
  }

  @Test func `a listing tells sizes and times`() throws {
    try folder.write("a.txt", "12345")
    let file = try #require(InputListing(paths: [folder.path]).files.first)
    #expect(file.size == 5)
    let modified = try #require(file.modified)
    #expect(abs(modified / 1_000_000_000 - time(nil)) < 3600)
  }

  @Test func `a link to a folder above does not lead round in circles`() throws {
    try folder.write("a/b/c.txt", "C")
    folder.link("a/b/up", to: "../..")
    folder.link("z", to: "a/b")
    let listing = InputListing(paths: [folder.path])
    #expect(listing.files.map(\.path) == [folder.path + "/a/b/c.txt"])
    #expect(listing.warnings.map(\.kind) == [.readAlready, .readAlready])
  }

  @Test func `a link to a file is followed and a broken one refused`() throws {
    try folder.write("in/a.txt", "A")
    try folder.write("in/.kept/c.txt", "C")
    folder.link("in/b.txt", to: ".kept/c.txt")
    folder.link("in/broken.txt", to: "nowhere")
    folder.link("in/broken.jpg", to: "nowhere")
    let listing = InputListing(paths: [folder.path + "/in"])
    #expect(Reading(listing).ids == ["a", "b"])
    #expect(listing.refusals.map(\.reason) == [.missingFile])
  }

  @Test func `links that lead out of the folder are followed on request alone`() throws {
    try folder.write("elsewhere/c.txt", "C")
    try folder.write("elsewhere/d/d.txt", "D")
    try folder.write("in/a.txt", "A")
    folder.link("in/b.txt", to: "../elsewhere/c.txt")
    folder.link("in/d", to: folder.path + "/elsewhere/d")
    folder.link("in/picture.jpg", to: "../elsewhere/c.txt")
    let listing = InputListing(paths: [folder.path + "/in"])
    #expect(listing.files.map(\.path) == [folder.path + "/in/a.txt"])
    #expect(listing.refusals.map(\.reason) == [.outsideFolder, .outsideFolder])
    let all = InputListing(paths: [folder.path + "/in"], options: ReadingOptions(allowsOutside: true))
    #expect(all.files.count == 4 && all.refusals.isEmpty)
    // What the user names is theirs to name.
    #expect(Reading(InputListing(paths: [folder.path + "/in/b.txt"])).articles.map(\.text) == ["C"])
  }

  @Test func `other options make another signature`() throws {
    let path = try folder.write("a.jsonl", "{}")
    let signatures = [
      ReadingOptions(), ReadingOptions(format: .beir), ReadingOptions(inputFormat: "csv"),
      ReadingOptions(recordLimit: 7),
      ReadingOptions(fields: FieldMap([.text: "body"])), ReadingOptions(table: "news"),
      ReadingOptions(keepsVersions: true), ReadingOptions(allowsOutside: true),
    ].map { InputListing(paths: [path], options: $0).files.first?.signature }
    #expect(Set(signatures).count == signatures.count)
  }

  @Test func `a name that is not UTF-8 is refused and the others are read`() throws {
    try folder.write("a.txt", "A")
    let path = Array((folder.path + "/").utf8) + [0x62, 0xE9] + Array(".txt".utf8) + [0]
    path.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { name in
        guard let base = name.baseAddress else { return }
        close(creat(base, 0o644))
      }
    }
    let listing = InputListing(paths: [folder.path])
    #expect(listing.files.count == 1)
    #expect(listing.refusals.map(\.reason) == [.notUTF8])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func `a folder and a file that may not be read are refused`() throws {
    try folder.write("a.txt", "A")
    try folder.write("closed/b.txt", "B")
    try folder.write("c.txt", "C")
    chmod(folder.path + "/closed", 0)
    chmod(folder.path + "/c.txt", 0)
    defer { chmod(folder.path + "/closed", 0o755) }
    let reading = Reading(folder.path)
    #expect(reading.ids == ["a"])
    #expect(reading.reasons == [.unreadable, .unreadable])
  }

  @Test func `a stream has no size and is always read`() throws {
    let file = try #require(InputListing(paths: ["-"]).files.first)
    #expect(file.size == nil)
    #expect(file.signature == nil)
    #expect(ItemSource(InputListing(paths: ["-"])).progress.bytesTotal == nil)
  }

  @Test func `a pipe is read as a stream of records`() async throws {
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let listing = InputListing(paths: [path])
    #expect(listing.files.map(\.size) == [nil])
    // Opening a pipe waits for its other end.
    let writing = Task.detached {
      try FileHandle.append(
        "{\"id\": \"1\", \"text\": \"X\"}\n{\"id\": \"2\", \"file\": \"a.txt\"}", to: path)
    }
    let reading = Reading(listing)
    try await writing.value
    #expect(reading.ids == ["1"])
    #expect(reading.reasons == [.outsideFolder])
  }
}

/// Writing to what is there already.
private enum FileHandle {
  struct CannotWrite: Error {}

  static func append(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    guard write(descriptor, text, text.utf8.count) == text.utf8.count else { throw CannotWrite() }
  }
}
