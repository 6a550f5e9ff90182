import Articles
import Testing

@testable import Archive

struct ReadingFrontierTests {
  private func place(_ line: Int) -> Articles.SourceLocation {
    Articles.SourceLocation(file: "news.jsonl", line: line)
  }

  @Test func `nothing is covered before anything is taken`() {
    #expect(ReadingFrontier().position == nil)
  }

  @Test func `what comes before the first record that a thread holds is covered`() {
    var frontier = ReadingFrontier()
    frontier.take(place(1), sequence: 1, thread: 0)
    frontier.take(place(2), sequence: 2, thread: 1)
    frontier.take(place(3), sequence: 3, thread: 0)
    frontier.release(thread: 0)
    frontier.take(place(4), sequence: 4, thread: 0)
    #expect(frontier.position == ReadingFrontier.Position(location: place(2), isCovered: false))
    frontier.release(thread: 1)
    #expect(frontier.position == ReadingFrontier.Position(location: place(4), isCovered: false))
  }

  @Test func `all that was taken is covered once no thread holds anything`() {
    var frontier = ReadingFrontier()
    frontier.take(place(1), sequence: 1, thread: 0)
    frontier.take(place(2), sequence: 2, thread: 1)
    for thread in 0...1 { frontier.release(thread: thread) }
    #expect(frontier.position == ReadingFrontier.Position(location: place(2), isCovered: true))
  }
}
