import Testing
import TextAnalysis

@testable import Reprints

struct OwnTextTests {
  /// The parts of a text that are set apart, as "kind: words".
  private func parts(_ text: String) -> [String] {
    let analysed = AnalysedText(text)
    return OwnText.parts(of: analysed, words: WordList(analysed)).map { part in
      "\(part.kind.rawValue): \(analysed.string(part.bytes))"
    }
  }

  private let body = """
    The ferry ran aground on Tuesday with everyone on board, and lifeboats brought them ashore by nightfall.

    The harbour master blamed a rudder that had failed twice since the spring, and closed the basin to all ships.
    """

  @Test func `a headline is set apart`() {
    #expect(parts("Ferry runs aground off Lowmere\n\n\(body)") == ["heading: Ferry runs aground off Lowmere"])
  }

  @Test(arguments: [
    "Please, the captain told the quay, let the children leave first, and nobody in the crowd pushed or shouted.",
    "Copyright law has little to say about the songs of sailors, and the court took an hour over it.",
    "Listen to the harbour at night and the engines of the last ferry of the season come across the water.",
    "This article of the county's charter forbids ferries to sail in a storm of force ten or more without a pilot.",
    "Follow the coast to the north for an hour and the lights of the stranded ferry appear behind the cape.",
  ])
  func `a sentence of the story that begins as pleas do is the article's own`(sentence: String) {
    #expect(parts("\(body)\n\n\(sentence)").isEmpty)
  }

  @Test func `a sentence on a line of its own is the article's own`() {
    #expect(parts("\(body)\n\nNobody was hurt.").isEmpty)
  }

  @Test(arguments: [
    "See also Ten ferries that never came home.", "Follow us on Facebook for more stories like this one.",
    "Sign up for our newsletter to get the news first.", "Leave a review.",
    "Jane Doe and John Tar contributed to this report.",
  ])
  func `pleas and notes to the reader are set apart`(plea: String) {
    #expect(parts("\(body)\n\n\(plea)").count == 1)
  }

  @Test(arguments: [
    "Your subscription pays for reporters who go out with the lifeboats in every weather.",
    "We'd like to hear what you think of our ferries. Here's our email: letters@lowmere.example.",
    "Did you miss the first part? You can listen to the captain here.",
    "This article is the third in a series on the ferries of the north.",
    "Watch “The Harbour Hour” on Sunday at 11 a.m., with a second airing at 5 p.m. on the county's own channel.",
    "Don't miss the last ferry of the season, and make your voice heard.",
    "Please tag your photos of the storm with the name of your harbour.",
  ])
  func `what a site says to its readers is set apart`(address: String) {
    #expect(parts("\(body)\n\n\(address)") == ["promotion: \(address.dropLast())"])
  }

  @Test(arguments: [
    "The line won two million US subscribers last year and will carry them all on one ticket.",
    "“Your subscription pays for nothing,” the harbour master told the passengers on the quay.",
    "A boss who sends you an email at midnight should expect no answer before the morning tide.",
    "The captain said that our children are still here.",
  ])
  func `a story that has the words of a site is the article's own`(sentence: String) {
    #expect(parts("\(body)\n\n\(sentence)").isEmpty)
  }

  @Test func `who the author is stands below the article and is set apart`() {
    let note = "Jane Tar is the author of three books on the sea and a fellow of the Harwick institute."
    #expect(parts("By Jane Tar\n\n\(body)\n\n\(note)").last == "promotion: \(note.dropLast())")
    #expect(
      parts("\(body)\n\nJane Tar\n\n\(note)\n\nNobody was hurt on that night, and five more nights went by.")
        .contains("promotion: \(note.dropLast())"))
  }

  @Test func `who somebody in the story is belongs to the story`() {
    let story =
      "A passenger, Jane Tar, had called the coastguard before the crew knew that the ship was aground."
    let note = "Jane Tar is the author of three books on the sea and a fellow of the Harwick institute."
    #expect(parts("\(body)\n\n\(story)\n\n\(note)").isEmpty)
  }

  @Test func `how a survey was made is set apart sentence by sentence`() {
    let result = "Half of all passengers would rather swim."
    let method = "The survey of 1,004 adults has a margin of error of plus or minus 3 points."
    #expect(parts("\(body)\n\n\(result) \(method)") == ["method: \(method.dropLast())"])
  }

  @Test(arguments: [
    "Photos: The Ondine in better days A sailor paints the bow of the ferry in the spring.",
    "CLOSE A sailor paints the bow of the ferry in the spring. Lowmere Gazette",
    "A sailor paints the bow of the ferry on Friday. Photo: Jens Tar/Lowmere Gazette",
  ])
  func `what a page writes below a photo or a video is a caption`(caption: String) {
    #expect(
      parts("\(body)\n\n\(caption)\n\nNobody was hurt.").contains {
        $0.hasPrefix("caption: \(caption.prefix(20))")
      })
  }

  @Test func `a long gallery is set apart where its label comes again`() {
    let captions = (1...9).map {
      "In photo number \($0) a sailor paints the bow of the ferry Ondine in spring."
    }
    let gallery = "Photos: The Ondine Photos: The Ondine " + captions.joined(separator: " ")
    #expect(
      parts("\(body)\n\n\(gallery)").contains { $0.hasPrefix("caption: Photos") && $0.contains("number 9") })
  }

  @Test func `a photo's credit is set apart`() {
    #expect(
      parts("\(body)\n\nThe Ondine in better days. Photo by Jens Tar.").contains { $0.hasPrefix("caption") })
  }

  @Test(arguments: [
    "The Ondine at low tide, May 2, 2021. REUTERS/Jane Doe", "The Ondine at low tide. (Jane Doe/AP)",
  ])
  func `a photographer beside an agency ends a caption`(caption: String) {
    #expect(parts("\(body)\n\n\(caption)").contains { $0.hasPrefix("caption: The Ondine") })
  }

  @Test func `a poll of two houses is no caption`() {
    #expect(parts("\(body)\n\nMost readers like ferries, says a Reuters/Ipsos poll.").isEmpty)
  }

  @Test func `a sentence that comes again is set apart the second time`() {
    let sentence = "Lifeboats brought every passenger ashore before the night came down."
    #expect(parts("\(sentence)\n\n\(body)\n\n\(sentence)") == ["repetition: \(sentence.dropLast())"])
  }

  @Test func `a list of teasers after lone dashes is set apart`() {
    let teasers = (1...3).map { "-\nStory number \($0) is about something else entirely, and long.\n" }
      .joined()
    #expect(parts("\(body)\n\(teasers)").count { $0.hasPrefix("teaser") } == 3)
  }

  @Test func `the lines of a table are no headings`() {
    #expect(parts("\(body)\n\nShr 14 cts vs 12 cts\n\nNet 1,697,000 vs 41.9 mln\n\nRevs 1.2 billion").isEmpty)
  }

  @Test func `the captions of a gallery are set apart`() {
    let gallery = """
      Photos: The Ondine Hide Caption 1 of 3 The bow of the ferry stands out of the sea at low tide. Hide Caption 2 of 3 \
      Divers prepare to go down to the engine room on Friday. Hide Caption 3 of 3
      """
    #expect(
      parts("\(body)\n\n\(gallery)").contains { $0.hasPrefix("caption") && $0.contains("Divers prepare") })
  }

  @Test func `the first caption of a gallery begins with its paragraph`() {
    let gallery =
      "Photos: The Ondine The crew of the ferry waves at the harbour. Hide Caption 1 of 2 It sank. Hide Caption 2 of 2"
    #expect(
      parts("\(body)\n\n\(gallery)").contains { $0.hasPrefix("caption: Photos: The Ondine The crew") })
  }

  @Test(arguments: [
    "Copyright 2024 Lowmere Gazette. Nothing of it may be sold.",
    "Thank you! We have sent a confirmation email to your address.",
    "Jane Doe lives by the sea. She is the author of two books on ferries.",
  ])
  func `what a site writes around articles is set apart`(furniture: String) {
    #expect(!parts("\(body)\n\n\(furniture)").isEmpty)
  }

  @Test func `a paragraph that begins with a plea is one`() {
    let plea =
      "Join our club and get every story in your inbox. Members talk with the captains of the paper once a month."
    #expect(parts("\(body)\n\n\(plea)").map { $0.contains("captains of the paper") } == [true])
  }
}

/// What a site says of itself and to its readers.
struct SiteTalkTests {
  private let story =
    "The ferry Ondine ran aground off Lowmere on Tuesday with 214 people on board, and nobody was hurt."

  private func promotions(_ body: String, outlet: String? = nil) -> [String] {
    let text = AnalysedText(body)
    return OwnText.parts(of: text, words: WordList(text), outlet: outlet).filter { $0.kind != .heading }
      .map { text.string($0.bytes) }
  }

  @Test(arguments: [
    "The Lowmere Post is a nonprofit newsroom that reports on the coast.",
    "Lowmere Post Harbour is a weekly desk of three reporters.",
  ])
  func `a sentence in which an outlet says what it is stands apart`(_ note: String) {
    #expect(promotions("\(story)\n\n\(note)", outlet: "Lowmere Post") == [String(note.dropLast())])
    #expect(promotions("\(story)\n\n\(note)", outlet: "Selby Gazette").isEmpty)
  }

  @Test(arguments: [
    "Catch up on the wreck with our reporters in our weekly podcast, “Low Water.”",
    "To hear more stories, see our full list or get the Lowmere app.",
    "We are hosting a chat on the wreck with two divers. Join us on Monday at noon. Submit your questions in our newsletter.",
  ])
  func `a call to readers stands apart`(_ call: String) {
    #expect(promotions("\(story)\n\n\(call)").first.map { call.hasPrefix($0) } == true)
  }

  @Test(arguments: [
    "“You will find our app in every harbour,” the master said.", "The company said that its app had failed.",
  ])
  func `what somebody says of an app does not`(_ sentence: String) {
    #expect(promotions("\(story)\n\n\(sentence)").isEmpty)
  }

  @Test func `items of a list with one button stand apart`() {
    let items = ["bridges of the north", "harbours of the south", "wrecks of the west", "lights of the east"]
      .map {
        "See the hundred most beautiful \($0) in pictures Shares"
      }
    #expect(promotions("\(story)\n\n\(items.joined(separator: "\n\n"))").count == 4)
    #expect(promotions("\(story)\n\n\(items[0])").isEmpty)
  }
}
