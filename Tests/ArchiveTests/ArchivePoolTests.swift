import Archive
import Articles
import Dispatch
import Synchronization
import TestSupport
import Testing

/// Many questions at once, while articles come in.
struct ArchivePoolTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func index(_ ids: [String]) throws {
    let lines = ids.map {
      #"{"id":"\#($0)","outlet":"Wire","text":"The harbour of \#($0) was closed by ice, the port authority said."}"#
    }
    let file = try folder.write("in.jsonl", lines.joined(separator: "\n"))
    _ = try Indexer(path: folder.index).run(paths: [file])
  }

  @Test func `many threads ask one archive at once and find the same`() throws {
    try index((0..<40).map { "a\($0)" })
    let archive = try Archive(path: folder.index)
    let expected = try archive.search("harbour ice").results.map(\.article)
    #expect(!expected.isEmpty)
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 64) { _ in
      let found = try? archive.search("harbour ice").results.map(\.article)
      if found != expected { wrong.withLock { $0 += 1 } }
    }
    #expect(wrong.withLock { $0 } == 0)
  }

  @Test func `a question sees the last commit, and one under way keeps its own`() throws {
    try index(["a"])
    let pool = try ArchivePool(path: folder.index)
    let before = try pool.current()
    #expect(try pool.current() === before, "nothing was committed")
    try index(["a", "b"])
    let after = try pool.current()
    #expect(after !== before)
    #expect(try before.search("harbour").results.count == 1)
    #expect(try after.status().articles == 2)
    pool.close()
    #expect(throws: ArchiveError.closed) { try pool.current() }
    #expect(try after.status().articles == 2)
  }

  @Test func `threads ask while a writer commits and merges`() throws {
    try index(["a"])
    let pool = try ArchivePool(path: folder.index)
    let isDone = Atomic(false)
    let failures = Mutex<[String]>([])
    let asked = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 4) { number in
      guard number > 0 else {
        for count in 2..<12 {
          do { try index((0..<count).map { "a\($0)" }) } catch {
            failures.withLock { $0.append("index: \(error)") }
          }
        }
        return isDone.store(true, ordering: .relaxed)
      }
      repeat {
        do {
          let found = try pool.current().search("harbour")
          if found.results.isEmpty { failures.withLock { $0.append("nothing found") } }
          asked.add(1, ordering: .relaxed)
        } catch { failures.withLock { $0.append("\(error)") } }
      } while !isDone.load(ordering: .relaxed)
    }
    #expect(failures.withLock { $0 } == [])
    #expect(asked.load(ordering: .relaxed) > 0)
  }
}
