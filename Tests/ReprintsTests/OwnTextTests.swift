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
    "Lowmere Post Harbour is a weekly desk of three people.",
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

/// Pages that are no articles.
struct SitePageFormTests {
  @Test(arguments: [
    "Before you continue. We, the Lowmere Gazette, are part of the Harrow family of brands. When you use our sites and apps, we use cookies to provide our sites and apps to you, authenticate users, apply security measures, and prevent spam and abuse, and measure your use of our sites and apps. If you click 'Accept all', we and our partners, including 241 who are part of the IAB TCF, will also store and/or access information on a device (in other words, use cookies) and use precise geolocation data and other personal data such as IP address and browsing and search data, for personalised advertising and content, advertising and content measurement, and audience research and services development. If you do not want us and our partners to use cookies and personal data for these additional purposes, click 'Reject all'. You can withdraw your consent at any time.",
    "To continue, please click the box below to let us know you're not a robot. Why did this happen? Please make sure your browser supports JavaScript and cookies and that you are not blocking them from loading. For more information you can review our Terms of Service and Cookie Policy. Need Help? For inquiries related to this message please contact our support team and provide the reference ID below.",
    "Access Denied. You don't have permission to access \"http://www.lowmere.example/news/1\" on this server. Reference #18.4d2f1002.1618.",
    "Just a moment... Checking your browser before accessing lowmere.example. This process is automatic. Your browser will redirect to your requested content shortly. Please allow up to 5 seconds. Ray ID: 5fd2",
    "404. Sorry, the page you were looking for could not be found. It may have been moved or deleted. Try searching or go back to the homepage.",
    "We're sorry, this page no longer exists. You may have followed an outdated link. Return to the homepage or search the site.",
    "451: Unavailable due to legal reasons. We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time. For any issues, contact editor@lowmere.example or call 555.",
    "About us. The Lowmere Gazette is the newspaper of the coast, founded in 1874. Our newsroom of forty journalists covers the harbours, the courts and the schools. Our mission is to inform our readers without fear or favour. We correct errors: see our corrections policy. To advertise with us, contact us at the desk in Harbour Street. Our editorial standards are public.",
    "You have been blocked. JavaScript is disabled in your browser. Please enable JavaScript to proceed. A required part of this site couldn't load. This may be due to a browser extension, network issues, or browser settings. Please check your connection, disable any ad blockers, or try using a different browser.",
    "Wir und unsere Partner verarbeiten personenbezogene Daten. Mit Ihrer Einwilligung setzen wir Cookies ein, um Anzeigen zu messen. Sie können der Verarbeitung zustimmen oder sie ablehnen. Datenschutz. Impressum.",
    "Страница не найдена. Возможно, она была удалена или перемещена. Вернитесь на главную страницу сайта.",
    "Nous et nos partenaires stockons et accédons à des informations sur un terminal, telles que les cookies, et traitons des données personnelles. Avec votre consentement, nous utilisons des données de géolocalisation. Vous pouvez tout accepter ou refuser.",
    "Privacy Policy. This privacy policy explains how the Lowmere Gazette collects and uses personal data when you visit our website. We collect your name and email address when you register, and information about your device. We share data with advertisers and analytics providers. You have the right to access, correct and delete your data. We keep it as long as your account is active. Contact us with any question. We may update this privacy notice from time to time.",
    "Subscribe to continue reading. You have reached your limit of free articles this month. Already a subscriber? Log in. Get unlimited access to the Lowmere Gazette for one pound a week. Cancel anytime. By subscribing you agree to our terms of service and privacy policy.",
    "Thank you for visiting. Your browser is not supported. To view this website please update to the latest version of Chrome, Firefox or Safari. We want to give you the best experience on our website.",
    "Contact us. Newsroom: call 555 0100 or email us. Advertising: 555 0101. Circulation: 555 0102. The office in Harbour Street is open from nine to five. To report an error send us a note.",
    "Something went wrong. An unexpected error has occurred. Please try again later or contact the webmaster if the problem persists.",
    "The requested content is not available in your region due to licensing restrictions.",
  ])
  func `a page that is no article is told by its words`(_ page: String) {
    let texts = ["Lowmere Gazette", "Selby Post"].map { ComparableText(AnalysedText(page), outlet: $0) }
    #expect(texts.allSatisfy { $0.isSitePage })
    let report = RelationClassifier().report(texts[0], texts[1])
    #expect(report.relation == .boilerplate)
    #expect(report.boilerplate == .page)
    #expect(report.direction == .unknown && report.source == nil)
  }

  @Test(arguments: [
    """
    The court fined the company because its form of consent hid the button to reject all cookies. Judges said that personal \
    data had been passed on to forty partners without a legitimate interest, and that nobody had been told of it. The company \
    will appeal. A spokesman said that the form had been changed in spring and that users could withdraw their consent.
    """,
    "Divers searched the wreck until dark, but the captain’s logbook was not found, and it does not exist in any copy.",
  ])
  func `an article about such things is none`(_ article: String) {
    #expect(!ComparableText(AnalysedText(article)).isSitePage)
  }
}
