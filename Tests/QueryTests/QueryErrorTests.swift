import Query
import Testing

struct QueryErrorTests {
  @Test(
    arguments: [
      ("", .empty, 0..<0),
      ("  ", .empty, 0..<2),
      ("!!! ...", .empty, 0..<7),
      ("()", .emptyGroup, 0..<2),
      ("drone \"\"", .emptyGroup, 6..<8),
      ("\"...\"", .emptyGroup, 0..<5),
      ("drone \"white house", .unbalancedQuote, 6..<7),
      ("élan “white house", .unbalancedQuote, 6..<9),
      ("(drone", .unbalancedParenthesis, 0..<1),
      ("drone (", .unbalancedParenthesis, 6..<7),
      ("drone)", .unbalancedParenthesis, 5..<6),
      (")", .unbalancedParenthesis, 0..<1),
      ("AND drone", .missingOperand("AND"), 0..<3),
      ("drone AND", .missingOperand("AND"), 6..<9),
      ("drone OR", .missingOperand("OR"), 6..<8),
      ("OR drone", .missingOperand("OR"), 0..<2),
      ("drone AND OR attack", .missingOperand("AND"), 6..<9),
      ("drone NOT", .missingOperand("NOT"), 6..<9),
      ("(drone AND) attack", .missingOperand("AND"), 7..<10),
      ("NEAR/3 drone", .missingOperand("NEAR/3"), 0..<6),
      ("drone NEAR", .missingOperand("NEAR"), 6..<10),
      ("NOT NOT drone", .doubleNegation, 0..<3),
      ("NOT -drone", .doubleNegation, 0..<3),
      ("foo:bar", .unknownField("foo"), 0..<4),
      ("drone Auteur:\"Victor Hugo\"", .unknownField("Auteur"), 6..<13),
      ("outlet:", .missingValue(.outlet), 0..<7),
      ("person: Blinken", .missingValue(.person), 0..<7),
      ("title: drone", .missingValue(.title), 0..<6),
      ("outlet:\"\"", .missingValue(.outlet), 0..<9),
      ("title:!!", .missingValue(.title), 0..<8),
      ("drone outlet:(bbc OR cnn)", .groupAfterField(.outlet), 6..<14),
      ("title:(drone)", .groupAfterField(.title), 0..<7),
      ("date:yesterday", .badValue(.date, "yesterday"), 0..<14),
      ("date:2023-13", .badValue(.date, "2023-13"), 0..<12),
      ("date:2023-02-30", .badValue(.date, "2023-02-30"), 0..<15),
      ("date:21.02.2023", .badValue(.date, "21.02.2023"), 0..<15),
      ("date:2023-02 .. 2023-03", .badValue(.date, ".."), 13..<15),
      ("after:2023..2024", .badValue(.after, "2023..2024"), 0..<16),
      ("date:2023-03..2023-02", .reversedRange, 0..<21),
      ("lang:klingon", .badValue(.language, "klingon"), 0..<12),
      ("dr*", .prefixTooShort, 0..<3),
      ("ab drone dr*", .prefixTooShort, 9..<12),
      ("*drone", .misplacedWildcard, 0..<1),
      ("dr*ne", .prefixTooShort, 0..<3),
      ("dron*e", .misplacedWildcard, 4..<5),
      ("zt-180*", .misplacedWildcard, 6..<7),
      ("person:Blink*", .misplacedWildcard, 0..<13),
      ("drone NEAR/0 attack", .badDistance, 6..<12),
      ("drone NEAR/x attack", .badDistance, 6..<12),
      ("drone NEAR/999 attack", .badDistance, 6..<14),
      ("a1 NEAR/2 b1 NEAR/3 c1", .badDistance, 13..<19),
      ("drone NEAR/3 \"white house\"", .badNearOperand, 13..<26),
      ("drone* NEAR/3 attack", .badNearOperand, 0..<6),
      ("drone NEAR/3 (a1 b1)", .badNearOperand, 13..<20),
      ("\"white house\"~5", .unsupported("~"), 13..<14),
      ("+drone attack", .unsupported("+"), 0..<1),
      ("drone W/2 attack", .unsupported("W/"), 6..<9), ("drone pre/3 attack", .unsupported("W/"), 6..<11),
      ("drone~ attack", .unsupported("word~"), 5..<6), ("attack drone~2", .unsupported("word~"), 12..<14),
      ("attack dr?ne", .unsupported("?"), 9..<10), ("\"dron* attack\"", .unsupported("*"), 5..<6),
    ] as [(String, QueryError.Reason, Range<Int>)])
  func `what cannot be read is an error with its place`(
    query: String, reason: QueryError.Reason, range: Range<Int>
  ) {
    #expect(throws: QueryError(reason, query: query, range: range)) { try QueryParser.parse(query) }
  }

  @Test func `parentheses and words have a limit`() {
    let deep = String(repeating: "(", count: 10_000) + "drone" + String(repeating: ")", count: 10_000)
    #expect(throws: QueryError(.tooDeep, query: deep, range: 50..<51)) { try QueryParser.parse(deep) }
    let many = String(repeating: "a ", count: 1_001)
    #expect(throws: QueryError(.tooManyWords, query: many, range: 2_000..<2_001)) {
      try QueryParser.parse(many)
    }
  }

  @Test func `the message says what, where and what to do`() {
    let error = #expect(throws: QueryError.self) { try QueryParser.parse("中国 foo:bar") }
    #expect(
      error?.description == """
        there is no field foo: — the fields are title: outlet: person: org: place: lang: date: after: before: \
        id:; quote it to search for it as text (byte 7)
          中国 foo:bar
               ^^^^
        """)
  }

  @Test(arguments: [
    "", "\"", "(", "()", "a AND", "NOT NOT a", "foo:b", "outlet:", "outlet:(a", "date:x", "date:2023..2022",
    "ab*", "*a",
    "a NEAR/0 b", "a NEAR \"b c\"", "+a", "\"a b\"~3",
  ])
  func `every error has a message`(query: String) {
    let error = #expect(throws: QueryError.self) { try QueryParser.parse(query) }
    #expect(error?.message.isEmpty == false)
  }
}
