/// How a stretch of text is set off.
package enum TextLook {
  case plain, bold, dim, match, changed, moved, removed, added, translated
}

/// A text made of stretches that look different.
package struct StyledText {
  /// A stretch of one look.
  package struct Piece {
    package var text: String
    package var look: TextLook
  }

  package private(set) var pieces: [Piece] = []

  /// Makes a text of one look.
  package init(_ text: String = "", _ look: TextLook = .plain) { append(text, look) }

  /// Adds a stretch at the end, without what could steer a terminal.
  package mutating func append(_ text: String, _ look: TextLook = .plain) {
    guard !text.isEmpty else { return }
    pieces.append(Piece(text: TerminalText.withBoundedMarks(TerminalText.harmless(text)), look: look))
  }

  /// Whether there is nothing in it but white space.
  var isBlank: Bool { pieces.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}

/// A line of a terminal.
package struct StyledLine {
  package fileprivate(set) var cells: [Cell] = []

  /// A character with its look.
  package struct Cell {
    package var character: Character
    package var look: TextLook
    /// The columns that it takes on a terminal.
    package var columns: Int
  }

  /// The columns that the line takes.
  package var columns: Int { cells.reduce(0) { $0 + $1.columns } }

  /// Whether a part of the line has a look.
  package func has(_ look: TextLook) -> Bool { cells.contains { $0.look == look } }

  /// The line as it is written.
  ///
  /// - Parameter padding: The columns that it is filled up to with spaces.
  package func text(_ style: TerminalStyle, padding: Int = 0) -> String {
    var text = ""
    var next = cells.startIndex
    while next < cells.endIndex {
      let look = cells[next].look
      let run = cells[next...].prefix { $0.look == look }
      text += style.set(String(run.map(\.character)), look)
      next = run.endIndex
    }
    return text + String(repeating: " ", count: max(0, padding - columns))
  }
}

/// Breaks text into lines of a width: between words, and between the characters of scripts that need no spaces.
package struct LineBreaker {
  /// The most columns a line has, where words allow it.
  package let width: Int

  /// - Parameter width: At least 1.
  package init(width: Int) { self.width = max(1, width) }

  /// The lines of a text; a line break in it is one here, several of them make one empty line.
  package func lines(of text: StyledText) -> [StyledLine] {
    var lines: [StyledLine] = []
    for paragraph in paragraphs(of: text) {
      if paragraph.isEmpty {
        if lines.last?.cells.isEmpty == false { lines.append(StyledLine()) }
      } else {
        lines += broken(paragraph)
      }
    }
    while lines.last?.cells.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The text cut at its line breaks, white space made single spaces.
  private func paragraphs(of text: StyledText) -> [[StyledLine.Cell]] {
    var paragraphs: [[StyledLine.Cell]] = [[]]
    for piece in text.pieces {
      for character in piece.text {
        if character.isNewline {
          paragraphs.append([])
        } else if !character.isWhitespace {
          paragraphs[paragraphs.count - 1].append(
            .init(character: character, look: piece.look, columns: character.columns))
        } else if let last = paragraphs[paragraphs.count - 1].last, last.character != " " {
          paragraphs[paragraphs.count - 1].append(.init(character: " ", look: piece.look, columns: 1))
        }
      }
    }
    return paragraphs
  }

  private func broken(_ paragraph: [StyledLine.Cell]) -> [StyledLine] {
    var lines: [StyledLine] = []
    var start = 0
    while start < paragraph.count {
      let end = lineEnd(in: paragraph, from: start)
      var cells = paragraph[start..<end]
      while cells.last?.character == " " { cells.removeLast() }
      lines.append(StyledLine(cells: Array(cells)))
      start = end
      while start < paragraph.count, paragraph[start].character == " " { start += 1 }
    }
    return lines
  }

  /// Marks that no line of Chinese or Japanese begins with.
  private static let neverFirst: Set<Character> = Set("。，、！？：；）》」』】”’…")

  /// The end of the longest line that begins at a place.
  private func lineEnd(in cells: [StyledLine.Cell], from start: Int) -> Int {
    var columns = 0
    var end = start
    var lastBreak = start
    while end < cells.count {
      let cell = cells[end]
      let isBesideWide = end > start && (cell.columns == 2 || cells[end - 1].columns == 2)
      if end > start, cell.character == " " || isBesideWide && !Self.neverFirst.contains(cell.character) {
        lastBreak = end
      }
      if columns + cell.columns > width, cell.character != " " {
        return lastBreak > start ? lastBreak : max(end, start + 1)
      }
      columns += cell.columns
      end += 1
    }
    return end
  }
}

extension Character {
  /// The columns that the character takes on a terminal: 2 for Chinese, Japanese, Korean and emoji.
  package var columns: Int {
    unicodeScalars.reduce(0) { max($0, $1.columns) }
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    switch value {
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x200B...0x200F,
      0xFE00...0xFE0F:
      0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
