internal import Articles

/// Opens files, and peels off what they are packed in.
struct InputOpener: Sendable {
  let registry: FormatRegistry

  /// A file that is open, with what reads it.
  struct Opened {
    let input: OpenInput
    let finding: FormatRegistry.Finding
    let file: FileBytes
  }

  /// Opens a file and tells what it is.
  ///
  /// - Parameter resume: Where to go on in it.
  func open(_ file: InputFile, resume: ReadingPosition?) throws(Refusal) -> Opened {
    let location = SourceLocation(file: file.path)
    let raw: FileBytes
    do {
      raw = try FileBytes(path: file.path, offset: resume?.offset ?? 0)
    } catch {
      throw Refusal(error, path: file.path)
    }
    let limit = ExpansionLimit { max(raw.bytesRead, file.size ?? 0) }
    var input = try peel(
      ByteReader(raw), location, name: Folder.lastName(of: file.path) ?? file.path, place: file.place,
      InputLayers(limit: limit, path: file.size == nil ? nil : file.path))
    input.resume = resume
    input.base = resume?.offset ?? 0
    return Opened(
      input: input, finding: finding(input, isGiven: file.isGiven, isStream: file.size == nil), file: raw)
  }

  /// What an input is: a container, whose members are then opened, or a file of a format.
  func finding(_ input: OpenInput, isGiven: Bool, isStream: Bool) -> FormatRegistry.Finding {
    if ContainerFormat.recognises(input.start) {
      return .format(ContainerFormat(opener: self, isGiven: isGiven))
    }
    return registry.finding(input.start, isGiven: isGiven, isStream: isStream)
  }

  /// Peels off compression and the encodings of 16 and 32 bits, and looks at what comes first.
  func peel(
    _ reader: ByteReader, _ location: SourceLocation, name: String, place: ArticlePlace, _ layers: InputLayers
  ) throws(Refusal) -> OpenInput {
    let (reader, layers) = try Packing.peel(reader, layers, at: location)
    do throws(ByteFailure) {
      let bytes = try reader.peek(atLeast: FileStart.size)
      let start = FileStart(
        bytes: Array(bytes.prefix(FileStart.size)), isWhole: bytes.count < FileStart.size, name: name)
      return OpenInput(
        location: location, name: name, place: place, reader: reader, layers: layers, start: start)
    } catch {
      throw Refusal(error, path: location.file, at: location)
    }
  }
}

/// A way in which one file is compressed.
enum Packing {
  case gzip, other

  /// Peels off compression, and the encodings of 16 and 32 bits.
  static func peel(
    _ reader: ByteReader, _ layers: InputLayers, at location: SourceLocation
  ) throws(Refusal) -> (reader: ByteReader, layers: InputLayers) {
    var (reader, layers) = (reader, layers)
    do throws(ByteFailure) {
      while let packing = Packing(start: try reader.peek(atLeast: magicSize)) {
        guard layers.depth < ExpansionLimit.deepest else {
          throw .expandsTooFar("it is compressed more than \(ExpansionLimit.deepest) times over")
        }
        layers.depth += 1
        reader = ByteReader(try packing.source(of: reader, limit: layers.limit))
      }
      if let encoding = TranscodedBytes.Encoding(start: try reader.peek(atLeast: 8)) {
        reader = ByteReader(TranscodedBytes(reader, encoding))
      }
      return (reader, layers)
    } catch {
      throw Refusal(error, path: location.file, at: location)
    }
  }

  static let magicSize = 6

  /// The way that the first bytes show; nil for none.
  init?(start: [UInt8]) {
    let others: [[UInt8]] = [
      [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD],
    ]
    if start.starts(with: Inflater.magic) {
      self = .gzip
    } else if others.contains(where: start.starts) || start.starts(with: Array("BZh".utf8)) {
      self = .other
    } else {
      return nil
    }
  }

  func source(of reader: ByteReader, limit: ExpansionLimit) throws(ByteFailure) -> any ByteSource {
    switch self {
    case .gzip: GzipBytes(reader, limit: limit)
    case .other: try CompressedBytes(reader, limit: limit)
    }
  }
}
