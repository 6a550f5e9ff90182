internal import Extraction
internal import FoundationEssentials
internal import Glibc

// Writes what the training of the model of blocks reads: `train-extraction FOLDER OUT` takes each page of a folder and
// writes OUT.rows (32-bit floats), OUT.words (counts and hashes of class words) and OUT.jsonl (texts of the blocks).

/// The bytes of numbers as they lie in memory.
func bytes<Number>(of numbers: [Number]) -> Data { numbers.withUnsafeBytes { Data($0) } }

/// One line of OUT.jsonl.
struct PageLine: Encodable {
  var id: String
  var texts: [String]
}

guard CommandLine.arguments.count == 3 else {
  print("usage: train-extraction FOLDER OUT")
  exit(64)
}
let (folder, out) = (CommandLine.arguments[1], CommandLine.arguments[2])
let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }
  .sorted()
var (rows, words, lines) = (Data(), Data(), Data())
for name in names {
  let page = TrainingPage([UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
  rows += bytes(of: page.rows)
  for block in page.words {
    words += bytes(of: block.map { UInt32($0.count) } + block.flatMap { $0 })
  }
  lines +=
    try JSONEncoder().encode(PageLine(id: String(name.dropLast(5)), texts: page.texts)) + Data("\n".utf8)
}
for (name, data) in [("rows", rows), ("words", words), ("jsonl", lines)] {
  try data.write(to: URL(filePath: "\(out).\(name)"))
}
