/// The elements that HTML's rules of parsing name, and those that an extractor asks for; all others are `other`.
///
/// Names of SVG are in lower case here, as they are found.
enum HTMLTag: UInt8, CaseIterable {
  case other
  case a, abbr, address, annotationXML, applet, area, article, aside, audio
  case b, base, basefont, bgsound, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup
  case data, datalist, dd, del, desc, details, dfn, dialog, dir, div, dl, dt
  case em, embed, fieldset, figcaption, figure, font, footer, foreignObject, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, image, img, input, ins, kbd, keygen, label, legend, li, link, listing
  case main, malignmark, map, mark, marquee, math, menu, meta, mglyph, mi, mn, mo, ms, mtext
  case nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output, p, param, picture, plaintext, pre, progress, q
  case rb, rp, rt, rtc, ruby, s, samp, script, search, section, select, small, source, span, strike, strong,
    style
  case sub, summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul, `var`, video, wbr, xmp

  /// The name of the element; empty for `other`.
  var name: String {
    switch self {
    case .other: ""
    case .annotationXML: "annotation-xml"
    case .foreignObject: "foreignobject"
    default: String(describing: self)
    }
  }
}

/// A set of tags.
struct HTMLTagSet {
  private var low: UInt64 = 0
  private var middle: UInt64 = 0
  private var high: UInt64 = 0

  init(_ tags: HTMLTag...) { insert(tags) }

  init(_ set: HTMLTagSet, _ tags: HTMLTag...) {
    self = set
    insert(tags)
  }

  private mutating func insert(_ tags: [HTMLTag]) {
    for tag in tags {
      let bit = UInt64(1) << UInt64(tag.rawValue & 63)
      switch tag.rawValue >> 6 {
      case 0: low |= bit
      case 1: middle |= bit
      default: high |= bit
      }
    }
  }

  func contains(_ tag: HTMLTag) -> Bool {
    let word = tag.rawValue < 64 ? low : tag.rawValue < 128 ? middle : high
    return word >> UInt64(tag.rawValue & 63) & 1 == 1
  }
}
