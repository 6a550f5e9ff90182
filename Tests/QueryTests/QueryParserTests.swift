import Query
import Testing

struct QueryParserTests {
  /// A query, and its normal form.
  @Test(arguments: [
    // Words, phrases and their precedence.
    ("drone", "drone"),
    ("drone attack", "drone attack"),
    ("drone OR attack", "drone attack"),
    ("drone || attack", "drone attack"),
    ("drone AND attack", "drone AND attack"),
    ("drone && attack", "drone AND attack"),
    ("climate change AND putin", "(climate change) AND putin"),
    ("a1 OR b1 AND c1", "a1 OR (b1 AND c1)"),
    ("(a1 OR b1) AND c1", "(a1 b1) AND c1"),
    ("a1 (b1 AND c1)", "a1 OR (b1 AND c1)"),
    ("((drone))", "drone"),
    ("drone NEAR/5 attack", "drone NEAR/5 attack"),
    ("drone NEAR attack", "drone NEAR/10 attack"),
    ("a1 b1 NEAR/3 c1 NEAR/3 d1 e1", "(a1 OR (b1 NEAR/3 c1 NEAR/3 d1) OR e1) AND (b1 NEAR/3 c1 NEAR/3 d1)"),
    ("\"satellite images\"", "\"satellite images\""),
    ("\"The Who\"", "\"The Who\""),
    ("\"AND\" \"OR\"", "\"AND\" AND \"OR\""),
    ("drone*", "drone*"),
    ("drone*, attack", "drone* attack"),
    // Exclusions.
    ("drone -turkey", "drone AND NOT turkey"),
    ("drone NOT turkey", "drone AND NOT turkey"),
    ("drone AND NOT turkey", "drone AND NOT turkey"),
    ("drone -\"white house\"", "drone AND NOT \"white house\""),
    ("drone -(turkey OR russia)", "drone AND NOT (turkey russia)"),
    ("-drone", "NOT drone"),
    ("NOT x", "NOT x"),
    ("drone OR -turkey", "drone OR (NOT turkey)"),
    ("drone OR missile -turkey", "(drone missile) AND NOT turkey"),
    ("russia - ukraine", "russia ukraine"),
    ("- drone", "drone"),
    // Fields.
    ("title:drone", "title:drone"),
    ("title:\"drone attack\"", "title:\"drone attack\""),
    ("title:drone*", "title:drone*"),
    ("title:drone strike", "strike AND title:drone"),
    ("title:drone title:strike", "title:drone AND title:strike"),
    ("person:\"Antony Blinken\"", "person:\"Antony Blinken\""),
    ("person:\"Antony Blinken\" place:Ukraine", "person:\"Antony Blinken\" AND place:Ukraine"),
    ("person:Blinken person:Lavrov", "person:Blinken AND person:Lavrov"),
    ("OUTLET:bbc.co.uk", "outlet:bbc.co.uk"),
    ("outlet:bbc outlet:cnn drone", "drone AND (outlet:bbc OR outlet:cnn)"),
    ("outlet:a outlet:b outlet:c", "outlet:a OR outlet:b OR outlet:c"),
    ("outlet:bbc OR outlet:cnn drone", "drone AND (outlet:bbc OR outlet:cnn)"),
    ("outlet:bbc AND outlet:cnn", "outlet:bbc AND outlet:cnn"),
    ("drone OR outlet:bbc", "drone OR outlet:bbc"),
    ("russia OR ukraine date:2023", "(russia ukraine) AND date:2023"),
    ("date:2023 russia OR ukraine", "(russia ukraine) AND date:2023"),
    ("russia outlet:a OR ukraine outlet:b", "(russia AND outlet:a) OR (ukraine AND outlet:b)"),
    ("drone -outlet:bbc", "drone AND NOT outlet:bbc"),
    ("lang:EN-gb", "lang:en"),
    ("lang:German", "lang:de"),
    ("id:001", "id:001"),
    ("place:\u{201C}South Korea\u{201D}", "place:\"South Korea\""),
    ("person:Blinken, drone", "drone AND person:Blinken"),
    // Dates.
    ("date:2023", "date:2023"),
    ("date:2023-2", "date:2023-02"),
    ("date:2023/02/21", "date:2023-02-21"),
    ("date:2023-02..2023-03", "date:2023-02..2023-03"),
    ("date:2023-02..", "date:2023-02.."),
    ("date:..2023-02", "date:..2023-02"),
    ("date:\"2023-02 .. 2023-03\"", "date:2023-02..2023-03"),
    ("after:2023-02", "date:2023-02.."),
    ("before:2023-03", "date:..2023-02-28"),
    ("before:2024-03-01", "date:..2024-02-29"),
    ("before:2023", "date:..2022-12-31"),
    ("before:2023-02-21", "date:..2023-02-20"),
    ("date:2023 date:2024", "date:2023 OR date:2024"),
    ("after:2023-02 before:2023-03", "date:2023-02.. AND date:..2023-02-28"),
    // Text that looks like a field and is none.
    ("10:30", "10:30"),
    ("http://example.org/news/1", "http://example.org/news/1"),
    ("word: word", "word word"),
    ("Breaking: drone", "Breaking drone"),
    ("(note:)", "note"),
    // Characters.
    ("\u{201C}satellite images\u{201D}", "\"satellite images\""),
    ("\u{201E}Der Spiegel\u{201C}", "\"Der Spiegel\""),
    ("\u{AB}Le Monde\u{BB}", "\"Le Monde\""),
    ("ｔｉｔｌｅ：ｄｒｏｎｅ", "title:drone"),
    ("（drone　ＯＲ attack）", "drone attack"),
    ("élan", "élan"),
    ("ZT-180 Su-27 COVID-19 no-limits", "ZT-180 Su-27 COVID-19 no-limits"),
    ("ZT\u{2011}180", "ZT-180"),
    ("U.S. AT&T", "U.S. AT&T"),
    ("1,000 troops", "1,000 troops"),
    ("中国经济", "中国经济"),
    ("iPhone手机", "iPhone 手机"),
    ("and/or 9/11 Ukraine/Russia", "and or 9/11 Ukraine Russia"),
    ("'drone' [attack]; yes!", "drone attack yes"),
    ("foo,AND,bar", "foo and bar"),
    ("C++ #hashtag @user", "C++ hashtag user"),
    ("drone\tattack\n", "drone attack"),
  ])
  func `a query means what its normal form says`(query: String, normal: String) throws {
    #expect(try QueryParser.parse(query).description == normal)
    #expect(try QueryParser.parse(normal) == QueryParser.parse(query))
  }

  @Test(
    arguments: [
      ("zt-180", .hyphenated, ["zt", "180"], "zt180"),
      ("COVID-19", .hyphenated, ["covid", "19"], "covid19"),
      ("drone", .single, ["drone"], nil),
      ("U.S.", .single, ["us"], nil),
      ("AT&T", .single, ["at&t"], nil),
      ("1,000", .single, ["1000"], nil),
      ("10:30", .joined, ["10", "30"], nil),
      ("bbc.co.uk", .joined, ["bbc", "co", "uk"], nil),
      ("中国", .ideographs, ["中", "国"], nil),
    ] as [(String, QueryWord.Form, [String], String?)])
  func `a word is split by the rules of the index`(
    query: String, form: QueryWord.Form, tokens: [String], joined: String?
  ) throws {
    guard case .word(let word) = try QueryParser.parse(query).root.form else {
      Issue.record("no word")
      return
    }
    #expect(word.form == form)
    #expect(word.tokens.map(\.lowercased) == tokens)
    #expect(word.joined == joined)
  }

  @Test func `an accent makes no other word than the letter without it`() throws {
    let tokens = try ["élan", "e\u{301}lan", "elan", "ELAN"].map { query -> UInt64? in
      guard case .word(let word) = try QueryParser.parse(query).root.form else { return nil }
      return word.tokens[0].hash
    }
    #expect(Set(tokens).count == 1)
  }

  @Test(arguments: [
    ("drone", false), ("outlet:bbc", true), ("date:2023 -outlet:bbc", true), ("-drone", true),
    ("outlet:a OR outlet:b", true), ("title:drone", false), ("drone OR outlet:bbc", false),
    ("drone date:2023", false),
  ])
  func `a query of fields and exclusions alone gives no order`(query: String, isFilterOnly: Bool) throws {
    #expect(try QueryParser.parse(query).isFilterOnly == isFilterOnly)
  }

  @Test func `each part knows where it is written`() throws {
    let query = try QueryParser.parse(
      "élan \u{201C}white house\u{201D} -turkey (drone* OR ｔｉｔｌｅ：中国) date:2023")
    let written = query.leaves.map { query.text(of: $0) }
    #expect(written == ["élan", "\u{201C}white house\u{201D}", "drone*", "ｔｉｔｌｅ：中国", "date:2023"])
    #expect(query.text(of: query.root) == query.text)
  }

  @Test(arguments: [
    ("THE U.S. AND (NATO \"ALLIES -x foo:bar", "THE U.S. and NATO ALLIES x foo bar"),
    ("what is a drone*?", "what is a drone"),
  ])
  func `plain text has no operators`(text: String, normal: String) throws {
    #expect(try QueryParser.parse(plainText: text).description == normal)
  }

  @Test(arguments: [
    ("ZT-180 attack", "zt 180 ZT-180 attack"), ("drone", "drone"), ("10:30 AND x", "(10 30 10:30) AND x"),
    ("\"ZT-180\" -Su-27", "\"ZT-180\" AND NOT Su-27"),
  ])
  func `a loosened query takes parts of words too`(query: String, expected: String) throws {
    #expect(try QueryParser.parse(query).loosened().description == expected)
  }
}
