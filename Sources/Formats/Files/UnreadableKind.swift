internal import Articles

/// A kind of file that holds no news, or none that can be read, with what to do about it.
struct UnreadableKind: Sendable, Equatable {
  /// What the file is, with an article: "a picture".
  let name: String
  /// What to do, with a command that works; nil where there is nothing to be done.
  let wayOut: String?

  init(_ name: String, wayOut: String? = nil) { (self.name, self.wayOut) = (name, wayOut) }

  /// Why a file that was given is refused.
  func refusal(at location: SourceLocation) -> Refusal {
    var refusal = Refusal(
      .unreadableKind, at: location, "it is \(name)" + (wayOut.map { "; \($0)" } ?? ", which holds no text"))
    refusal.kind = name
    return refusal
  }

  /// The kind of a file that begins so; nil for one that may be read.
  init?(_ start: FileStart) {
    if start.isWhole, start.bytes.isEmpty { return nil }
    if start.hasMagic([0x16, 0x16, 0x01])
      || (start.hasMagic([0x01]) && start.bytes.dropFirst().prefix(3).allSatisfy(\.isLetter))
    {
      self = Self.wire
      return
    }
    guard let found = Self.magics.first(where: { start.hasMagic($0.magic, at: $0.offset) }) else {
      return nil
    }
    self = found.kind
  }

  /// The kind of a file that no format recognises.
  static func unknown(_ start: FileStart) -> Self {
    guard start.isText else {
      return Self("data of a kind that is not known", wayOut: "convert it to text, JSON Lines or CSV first")
    }
    guard start.isUTF8 else {
      return Self(
        "text that is not UTF-8",
        wayOut: "convert it from the encoding that it is in, for instance: "
          + "iconv -f WINDOWS-1252 -t UTF-8 FILE | reprise index --format text -")
    }
    return otherText(start)
  }

  /// XML that no format recognises; nil for what is none.
  static func unknownXML(_ start: FileStart) -> Self? {
    guard let root = start.xmlRoot,
      start.begins(with: "<?xml") || start.contains("</") || start.contains("/>"),
      root.utf8.allSatisfy({
        $0.isLetter || $0.isDigit || $0 >= 0x80 || [0x2D, 0x2E, 0x3A, 0x5F].contains($0)
      })
    else { return nil }
    return Self(
      "XML of a kind that is not known (<\(root.prefix(40))>)",
      wayOut: "make JSON Lines of it, with the keys id, outlet, published, title and text")
  }

  /// Text in a folder whose name does not say that it is an article.
  static func otherText(_ start: FileStart) -> Self {
    Self(
      "text that is not named .txt" + (start.ending.map { " (.\($0))" } ?? ""),
      wayOut: "name the file itself to have it read as an article")
  }

  private struct Magic {
    let magic: [UInt8]
    let offset: Int
    let kind: UnreadableKind

    init(_ magic: [UInt8], at offset: Int = 0, _ kind: UnreadableKind) {
      (self.magic, self.offset, self.kind) = (magic, offset, kind)
    }

    init(_ magic: String, at offset: Int = 0, _ kind: UnreadableKind) {
      self.init(Array(magic.utf8), at: offset, kind)
    }
  }

  private static let wire = Self(
    "an agency's wire in ANPA 1312 or IPTC 7901", wayOut: "ask for it as NewsML-G2, NITF or text")
  private static let picture = Self("a picture")
  private static let sound = Self("sound or video")
  private static let program = Self("a program")
  private static let font = Self("a font")
  private static let oldOffice = Self(
    "an old Word, Excel or Outlook file",
    wayOut: "save it as .docx or .csv: libreoffice --headless --convert-to docx FILE")
  private static let columns = "write it as JSON Lines: python3 -c \"import pandas, sys; "

  private static let magics: [Magic] = [
    Magic([0x89] + Array("PNG".utf8), picture), Magic([0xFF, 0xD8, 0xFF], picture), Magic("GIF8", picture),
    Magic("WEBP", at: 8, picture), Magic([0x49, 0x49, 0x2A, 0], picture),
    Magic([0x4D, 0x4D, 0, 0x2A], picture),
    Magic("8BPS", picture), Magic("ftypavif", at: 4, picture), Magic("ftyphei", at: 4, picture),
    Magic([0, 0, 1, 0], picture), Magic("ID3", sound), Magic([0xFF, 0xFB], sound), Magic("OggS", sound),
    Magic("fLaC", sound), Magic("ftyp", at: 4, sound), Magic([0x1A, 0x45, 0xDF, 0xA3], sound),
    Magic("WAVE", at: 8, sound), Magic("AVI ", at: 8, sound), Magic([0x7F] + Array("ELF".utf8), program),
    Magic("MZ", program), Magic([0xCA, 0xFE, 0xBA, 0xBE], program), Magic([0, 0x61, 0x73, 0x6D], program),
    Magic("wOFF", font), Magic("wOF2", font), Magic([0, 1, 0, 0, 0], font), Magic("OTTO", font),
    Magic([0xD0, 0xCF, 0x11, 0xE0], oldOffice),
    Magic(
      "{\\rtf",
      Self("an RTF file", wayOut: "save it as text: libreoffice --headless --convert-to txt:Text FILE")),
    Magic(
      "PAR1",
      Self(
        "a Parquet file",
        wayOut: columns + "pandas.read_parquet(sys.argv[1]).to_json(sys.stdout, "
          + "orient='records', lines=True)\" FILE | reprise index -")),
    Magic(
      "ARROW1",
      Self(
        "an Arrow file",
        wayOut: columns + "pandas.read_feather(sys.argv[1]).to_json(sys.stdout, "
          + "orient='records', lines=True)\" FILE | reprise index -")),
    Magic(
      [0x80, 4, 0x95], Self("a Python pickle", wayOut: "write it as JSON Lines with the program that made it")
    ),
    Magic([0x37, 0x7A, 0xBC, 0xAF], Self("a 7z archive", wayOut: "unpack it: 7z x FILE")),
    Magic("Rar!", Self("a RAR archive", wayOut: "unpack it: unrar x FILE")),
    Magic(
      [0x04, 0x22, 0x4D, 0x18], Self("an lz4 file", wayOut: "unpack it: lz4 -dc FILE | reprise index -")),
    Magic(
      "filedesc://",
      Self(
        "an ARC file, the form before WARC",
        wayOut: "convert it with warcio of PyPI: warcio recompress FILE FILE.warc.gz")),
    Magic([0x1F, 0x9D], Self("a file of compress", wayOut: "unpack it: gzip -dc FILE | reprise index -")),
  ]
}
