import Articles
import Testing

struct ArticleDateTests {
  @Test(arguments: [
    ("2024", "2024"), ("2024-02", "2024-02"), ("2024-02-21", "2024-02-21"), ("2024/02/21", "2024-02-21"),
    ("2024.2.9", "2024-02-09"), ("20240221", "2024-02-21"), ("  2024-02-21\n", "2024-02-21"),
    ("2024-02-29", "2024-02-29"), ("2024-02-21Z", "2024-02-21"), ("2024-02-21+01:00", "2024-02-21"),
  ])
  func `a day is read from numbers with the year first`(text: String, expected: String) {
    #expect(ArticleDate(parsing: text)?.description == expected)
  }

  @Test(arguments: [
    ("2024-02-21T09:30:00Z", "2024-02-21T09:30:00Z"),
    ("2024-02-21t09:30:00z", "2024-02-21T09:30:00Z"),
    ("2024-02-21T09:30", "2024-02-21T09:30:00Z"),
    ("2024-02-21 09:30:15", "2024-02-21T09:30:15Z"),
    ("2024-02-21 09:30:15.123456", "2024-02-21T09:30:15Z"),
    ("2024-02-21T09:30:15,5+00:00", "2024-02-21T09:30:15Z"),
    ("2024-02-21T09:30:00.000+0200", "2024-02-21T07:30:00Z"),
    ("2024-02-21T09:30:00 -05:00", "2024-02-21T14:30:00Z"),
    ("2024-02-21T09:30:00+02", "2024-02-21T07:30:00Z"),
    ("2024-02-21 09:30:00 +0000 UTC", "2024-02-21T09:30:00Z"),
    ("2024-02-21 09:30 EST", "2024-02-21T14:30:00Z"),
    ("20240221T093000Z", "2024-02-21T09:30:00Z"),
    ("20240221093000", "2024-02-21T09:30:00Z"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    ("2024-01-01T00:30:00+01:00", "2023-12-31T23:30:00Z"),
    ("2024-02-28T23:30:00-01:00", "2024-02-29T00:30:00Z"),
    ("1899-12-31T23:30:00-01:00", "1900-01-01T00:30:00Z"),
  ])
  func `a moment is turned to UTC`(text: String, expected: String) {
    #expect(ArticleDate(parsing: text)?.description == expected)
  }

  @Test(arguments: [
    ("Wed, 21 Feb 2024 09:30:00 GMT", "2024-02-21T09:30:00Z"),
    ("Wed, 21 Feb 2024 09:30:00 +0100 (CET)", "2024-02-21T08:30:00Z"),
    ("21 Feb 24 09:30 EDT", "2024-02-21T13:30:00Z"),
    ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Wed Feb 21 09:30:00 2024", "2024-02-21T09:30:00Z"),
    ("Wed Feb 21 09:30:00 +0000 2024", "2024-02-21T09:30:00Z"),
    ("Wed Feb 21 09:30:00 UTC 2024", "2024-02-21T09:30:00Z"),
    ("February 21, 2024", "2024-02-21"),
    ("Feb. 21st, 2024", "2024-02-21"),
    ("21 February 2024", "2024-02-21"),
    ("9th of April 2024", "2024-04-09"),
    ("9 April 2024 13:15", "2024-04-09T13:15:00Z"),
    ("Tuesday, April 9, 2024 at 1:15 p.m. EDT", "2024-04-09T17:15:00Z"),
    ("April 9, 2024 12:05 AM", "2024-04-09T00:05:00Z"),
    ("April 9, 2024 12:05 pm", "2024-04-09T12:05:00Z"),
    ("Sept. 9, 2024", "2024-09-09"),
    ("May 2024", "2024-05"),
  ])
  func `a date with a named month is read`(text: String, expected: String) {
    #expect(ArticleDate(parsing: text)?.description == expected)
  }

  @Test(arguments: [
    ("7/23/17", "2017-07-23"), ("23/07/2017", "2017-07-23"), ("5/5/99 10:00", "1999-05-05T10:00:00Z"),
  ])
  func `a date with the year last is read where there is one way to read it`(text: String, expected: String) {
    #expect(ArticleDate(parsing: text)?.description == expected)
  }

  @Test(arguments: [
    ("14. März 2024", "2024-03-14"), ("jeudi 14 mars 2024", "2024-03-14"),
    ("14 de marzo de 2024", "2024-03-14"),
    ("14 de março de 2024 às 06h10", "2024-03-14T06:10:00Z"), ("1er avril 2024", "2024-04-01"),
    ("14 марта 2024 г.", "2024-03-14"), ("14 березня 2024 року", "2024-03-14"),
    ("14 marca 2024", "2024-03-14"),
    ("14 Mart 2024", "2024-03-14"), ("14 Μαρτίου 2024", "2024-03-14"), ("14. maaliskuuta 2024", "2024-03-14"),
    ("mar 12 mars 2024", "2024-03-12"), ("2024年3月14日", "2024-03-14"), ("2024년 3월 14일", "2024-03-14"),
    ("Published: March 14, 2024", "2024-03-14"), ("Publié le 14 mars 2024", "2024-03-14"),
  ])
  func `a date is read in the languages of news`(text: String, expected: String) {
    #expect(ArticleDate(parsing: text)?.description == expected)
  }

  @Test(arguments: [
    ("14.03.2024 06:10", "2024-03-14T06:10:00Z"), ("4.9.2024", "2024-09-04"),
    ("3/14/2024 6:10:00 AM", "2024-03-14T06:10:00Z"),
    ("3/14/2024 6:10 PM", "2024-03-14T18:10:00Z"), ("14-03-2024", "2024-03-14"),
    ("Thu Mar 14 2024 06:10:00 GMT+0100 (Central European Standard Time)", "2024-03-14T05:10:00Z"),
    ("March 14, 2024 07:18 IST", "2024-03-14"), ("March 14, 2024, 6:10 a.m. ET", "2024-03-14"),
  ])
  func `a date is read as programs and desks write it`(text: String, expected: String) {
    #expect(ArticleDate(parsing: text)?.description == expected)
  }

  @Test(arguments: [
    ("2024-03-06T08:00:00+09:00", "2024-03-06", "2024-03-06T08:00:00+09:00"),
    ("2024-03-05T18:30:00-0800", "2024-03-05", "2024-03-05T18:30:00-08:00"),
    ("2024-03-05T18:30:00Z", "2024-03-05", "2024-03-05T18:30:00Z"),
    ("2024-03-05", "2024-03-05", "2024-03-05"),
    ("Wed, 21 Feb 2024 00:30:00 +0530", "2024-02-21", "2024-02-21T00:30:00+05:30"),
  ])
  func `the outlet's own day and time are kept`(text: String, day: String, written: String) throws {
    let date = try #require(ArticleDate(parsing: text))
    #expect(date.local.description.hasPrefix(day))
    #expect(date.asWritten == written)
    #expect(ArticleDate(parsing: date.asWritten)?.asWritten == written)
    #expect(ArticleDate(parsing: date.description) == date)
  }

  @Test(
    arguments: [
      (1.7e9, 2023), (1.7e12, 2023), (1.7e15, 2023), (1.7e18, 2023), (20240314, nil), (5, nil), (9e9, nil),
    ] as [(Double, Int?)])
  func `a bare number is a moment where it is of the size of one`(number: Double, year: Int?) {
    #expect(ArticleDate(epochNumber: number)?.year == year)
  }

  @Test(arguments: [
    "", "  ", "None", "yesterday", "4/9/2024", "13/13/2024", "2024-13-01", "2023-02-29", "2024-02-30",
    "0000-01-01",
    "2024-02-21T25:00:00Z", "2024-02-21T09:60", "2024-02-21T09:30:00+99:00", "2024-02-21 at noon",
    "Updated 9 April 2024", "9 April", "April 9, 2024, April 10, 2024", "2024-02-21 09:30 XYZ", "20241345",
    "1708507800", "9 April 2024 13:15 pm", "Feb 2024 09:30", "2024-02-21T", "2024-",
    "21 Feb 2024 09:30:00 GMT junk",
    "2024-02-21T09:30:00Z/2024-02-22", "February 21, 2024 February", "99999999999999999999",
    "a text that is far too long to be a date, though it names February 21, 2024",
  ])
  func `what is not surely a date is none`(text: String) {
    #expect(ArticleDate(parsing: text) == nil)
  }

  @Test(arguments: [
    "2024", "2024-02", "2024-02-21", "2024-02-21T09:30:15Z", "0001-01-01T00:00:00Z", "9999-12-31",
  ])
  func `a date is read back as it is written`(text: String) {
    #expect(ArticleDate(parsing: text)?.description == text)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_708_507_800, "2024-02-21T09:30:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func `seconds since 1970 are a moment`(seconds: Int, expected: String) {
    #expect(ArticleDate(epochSeconds: seconds)?.description == expected)
    #expect(ArticleDate(epochMilliseconds: seconds * 1000 + 999)?.description == expected)
  }

  @Test(arguments: [Int.min, Int.max, 253_402_300_800, -62_135_596_801])
  func `seconds outside the years of the calendar are none`(seconds: Int) {
    #expect(ArticleDate(epochSeconds: seconds) == nil)
  }

  @Test func `every day of four centuries survives the way through its number`() throws {
    var day = try #require(ArticleDate(year: 1899, month: 12, day: 31)?.epochDay)
    for year in 1900..<2300 {
      for month in 1...12 {
        for dayOfMonth in 1...31 {
          guard let date = ArticleDate(year: year, month: month, day: dayOfMonth, second: 0) else { continue }
          day += 1
          try #require(date.epochDay == day)
          try #require(ArticleDate(epochSeconds: day * 86_400) == date)
        }
      }
    }
  }

  @Test func `a less precise date comes before the more precise ones within it`() throws {
    let dates = ["2023", "2023-02", "2023-02-01", "2023-02-01T00:00:00Z", "2023-02-01T00:00:01Z", "2023-03"]
    let parsed = try dates.map { try #require(ArticleDate(parsing: $0)) }
    #expect(parsed.shuffled().sorted() == parsed)
  }
}
