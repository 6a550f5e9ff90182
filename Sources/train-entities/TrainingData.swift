import Entities
import Glibc

/// What went wrong in training.
enum TrainingError: Error, CustomStringConvertible {
  case usage
  case unreadable(String)
  case unwritable(String)

  var description: String {
    switch self {
    case .usage:
      """
      usage: train-entities train DATA_DIR TEXT_FILE OUT | dev DATA_DIR TEXT_FILE [FILE...] | folds DATA_DIR TEXT_FILE
             train-entities language CODE GROUPS_FILE OUT MARKED_FILE SILVER_FILE all|dev [FILE...]
             train-entities score MODEL FILE... | errors MODEL FILE
             train-entities tag TEXT_FILE... | conll CONLL_FILE | speed TEXT_FILE
      """
    case .unreadable(let path): "\(path) cannot be read: give the folder that holds the sets, gmb and others"
    case .unwritable(let path): "\(path) cannot be written"
    }
  }
}

/// The sets that a model is trained on, and the parts of them held out for decisions.
struct TrainingData {
  /// Texts whose names people marked.
  var human: [TrainingExample] = []
  /// Groningen Meaning Bank, marked mostly by machines: to be cleaned.
  var gmb: [TrainingExample] = []
  /// Held out for decisions, by the name of the set.
  var heldOut: [(name: String, examples: [TrainingExample])] = []

  private let folder: String

  /// Reads the sets.
  ///
  /// - Parameter holdsOut: Whether parts are kept for decisions; otherwise all is for training.
  init(folder: String, holdsOut: Bool) throws {
    self.folder = folder
    let gmbFiles = holdsOut ? ["train"] : ["train", "dev", "test"]
    for name in gmbFiles { gmb += try read("gmb/\(name)", sentences: 15) }
    let wikigold = try read("wikigold/test", sentences: 15)
    for domain in ["politics", "literature", "music", "science", "ai"] {
      for part in ["train", "dev"] { human += try read("crossner_\(domain)/\(part)", sentences: 1) }
    }
    let crossner = try ["politics", "literature", "music", "science", "ai"].map {
      try read("crossner_\($0)/test", sentences: 1)
    }
    let gum = try read("gum_named/news", sentences: 15)
    let interviews = try read("gum_named/interview", sentences: 15)
    let tweets = try ["a", "b", "e", "f", "g", "h"].map { try read("btc/\($0)", sentences: 1) }
    human += Self.rated(tweets.flatMap { $0 }, 0.6)
    human += Self.rated(try read("wnut17/train", sentences: 1), 0.6)
    if holdsOut {
      human += wikigold.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
      heldOut.append(("wikigold", wikigold.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)))
      human += gum.enumerated().filter { $0.offset % 2 != 0 }.map(\.element)
      heldOut.append(("gmb cleaned", try read("gmb/dev", sentences: 15).map { SilverCleaning().cleaned($0) }))
      heldOut.append(("gum news", gum.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)))
      heldOut.append(("crossner politics", crossner[0]))
      heldOut.append(("crossner others", crossner[1...].flatMap { $0 }))
    } else {
      human += wikigold + gum + crossner.flatMap { $0 } + interviews
      human += Self.rated(try read("wnut17/dev", sentences: 1) + read("wnut17/test", sentences: 1), 0.6)
    }
  }

  /// Reads a set; one without marked documents is cut into documents of so many sentences.
  private func read(_ name: String, sentences: Int) throws -> [TrainingExample] {
    try Self.read("\(folder)/\(name).conll", sentences: sentences)
  }

  static func read(_ path: String, sentences: Int) throws -> [TrainingExample] {
    ConllText(try text(path)).documents.flatMap { document in
      let example = TrainingExample(document)
      return document.isMarked ? [example] : example.cut(sentences: sentences)
    }
  }

  private static func rated(_ examples: [TrainingExample], _ rate: Float) -> [TrainingExample] {
    examples.map { example in
      var example = example
      example.rate = rate
      return example
    }
  }

  static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw TrainingError.unreadable(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
