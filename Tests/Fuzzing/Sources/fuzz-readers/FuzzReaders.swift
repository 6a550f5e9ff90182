import Articles
import Formats
import Glibc
import Query
import TextAnalysis

/// What libFuzzer calls with each input; the first byte says what reads the rest.
///
/// Whatever comes in, a reader gives articles, refusals or an error. What it gives must hold: an article comes back
/// from the line that is written of it as it was, and passages cover their text.
func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: data, count: count))
  guard let choice = input.first else { return 0 }
  let rest = Array(input.dropFirst())
  switch choice % 8 {
  case 0, 1, 2, 3: readFile(rest, ending: ".jsonl")
  case 4: readFile(rest, ending: ".txt")
  case 5: readFile(rest, ending: "")
  case 6: readFile(rest, ending: ".gz")
  default: readQuery(String(decoding: rest, as: UTF8.self))
  }
  return 0
}

/// A folder of this process for the file in hand, in memory where there is room for files.
private let folder: String = {
  let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
  let path = "\(parent)/reprise-fuzz-\(getpid())"
  mkdir(path, 0o700)
  return path
}()

private func readFile(_ bytes: [UInt8], ending: String) {
  let path = "\(folder)/input\(ending)"
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  close(file)
  var source = ArticleSource(paths: [path], options: ReadingOptions(recordLimit: 1 << 16))
  while let event = source.next() {
    guard case .article(let article, _, _) = event else { continue }
    checkComesBack(article)
    checkCovered(article.text)
  }
}

private func checkComesBack(_ article: Article) {
  let events = RecordLine.events(from: RecordEncoder.line(for: article), format: .reprise)
  guard case .article(let again, _, _) = events.last, again == article, events.count == 1 else {
    fatalError("an article does not come back from its line: \(article) \(events)")
  }
}

private func checkCovered(_ text: String) {
  let passages = AnalysedText(text).passages()
  var end = 0
  for passage in passages {
    guard passage.bytes.lowerBound == end else { fatalError("passages leave a gap at \(end)") }
    end = passage.bytes.upperBound
  }
  guard end == text.utf8.count else { fatalError("passages end at \(end)") }
}

private func readQuery(_ text: String) {
  guard let query = try? QueryParser.parse(text) else { return }
  _ = query.loosened()
  for leaf in query.leaves { _ = query.text(of: leaf) }
  _ = try? QueryParser.parse(query.description)
}
