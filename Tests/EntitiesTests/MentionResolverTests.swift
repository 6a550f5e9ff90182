import Articles
import Entities
import Testing
import TextAnalysis

struct MentionResolverTests {
  private func people(_ text: String, title: String? = nil) -> [String] {
    RuleRecogniser().mentions(in: AnalysedText(text), title: title.map { AnalysedText($0) })
      .filter { $0.entityClass == .person }.map(\.key.text)
  }

  @Test(arguments: [
    "FLINT, Mich. — The mayor of Flint spoke. Flint has waited.",
    "DAYTON (AP) — The mayor spoke in Dayton. Dayton has waited.",
  ])
  func `a dateline says that a name is a place`(text: String) throws {
    let mentions = try #require(TrainedRecogniser()).mentions(in: AnalysedText(text), language: "en")
    #expect(mentions.first?.entityClass == .place)
    #expect(mentions.count { $0.entityClass == .place } >= 2)
    #expect(!mentions.contains { $0.entityClass == .person })
  }

  @Test func `a dateline takes nobody's name`() throws {
    let text = "FLINT, Mich. — Henry Flint, the mayor, spoke. Mr. Flint was brief."
    let mentions = try #require(TrainedRecogniser()).mentions(in: AnalysedText(text), language: "en")
    #expect(mentions.filter { $0.entityClass == .person }.map(\.key.text) == ["flint henry", "flint henry"])
  }

  @Test func `the family name alone stands for the full name`() {
    let text =
      "Antony Blinken met the press. Mr. Blinken said no. Then Secretary Blinken left; Blinken smiled."
    #expect(people(text) == Array(repeating: "blinken antony", count: 4))
  }

  @Test func `the title of the article gives the full name too`() {
    #expect(people("Then Mr. Blinken left.", title: "What Antony Blinken wants") == ["blinken antony"])
  }

  @Test func `a family name that two people share stays by itself`() {
    let text = "George Bush met Barbara Bush. Mr. Bush smiled."
    #expect(people(text) == ["bush george", "bush barbara", "bush"])
  }

  @Test func `forms of one given name are one person in an article`() {
    #expect(people("Joe Biden spoke. Later Joseph Biden left.") == ["biden joe", "biden joe"])
  }

  @Test func `an acronym in brackets is the organisation before it`() {
    let mentions = RuleRecogniser().mentions(
      in: AnalysedText("The Grain Traders Association (GTA) met. The GTA was pleased."))
    #expect(Set(mentions.map(\.key.text)) == ["grain traders association"])
  }

  @Test func `the united part of a longer organisation is that organisation`() throws {
    let text = "The Amber Coast Sailing Union met in Geneva. Reporters waited while the Union voted."
    let mentions = try #require(TrainedRecogniser()).mentions(in: AnalysedText(text))
    let keys = mentions.filter { $0.entityClass == .organisation }.map(\.key.text)
    #expect(Set(keys) == ["amber coast sailing union"])
  }

  @Test func `father and son stay apart, and the family name alone is the father`() {
    let text =
      "Mr. Donald Trump spoke. His son Mr. Donald Trump Jr. listened. Mr. Trump left, Mr. Trump Jr. stayed."
    #expect(people(text) == ["trump donald", "trump donald jr", "trump donald", "trump donald jr"])
  }

  @Test func `a place keeps the "The" of its name`() throws {
    let text = AnalysedText("He was tried in The Hague last year.")
    let mentions = try #require(TrainedRecogniser()).mentions(in: text)
    #expect(mentions.map(\.name) == ["The Hague"])
    #expect(mentions.first?.record?.countryCode == "NL")
  }

  @Test func `an adjective of a place is outside the name`() throws {
    let text = AnalysedText("Analysts at the London-based Royal United Services Institute (RUSI) agreed.")
    let mentions = try #require(TrainedRecogniser()).mentions(in: text)
    #expect(
      mentions.filter { $0.entityClass == .organisation }.map(\.key.text).contains(
        "royal united services institute"))
  }

  @Test func `a country in another class is still the country`() throws {
    let mentions = RuleRecogniser().mentions(in: AnalysedText("Leaders of the PRC and of China met."))
    #expect(Set(mentions.map(\.key.text)) == ["china"])
  }

  // MARK: What is no part of a name

  private func names(_ text: String, _ entityClass: EntityClass) throws -> [String] {
    try #require(TrainedRecogniser()).mentions(in: AnalysedText(text))
      .filter { $0.entityClass == entityClass }.map(\.name)
  }

  @Test func `a title that the census counts as a given name is outside`() throws {
    let text = "Attorney General William Barr met Chief Justice John Roberts and Judge Merrick Garland."
    #expect(try names(text, .person) == ["William Barr", "John Roberts", "Merrick Garland"])
  }

  @Test(arguments: [
    ("Judge Kavanaugh", "kavanaugh"), ("King Salman bin Abdulaziz", "bin abdulaziz salman"),
    ("Dean Heller", "heller dean"), ("First Lady Melania Trump", "trump melania"),
    ("presidents Donald Trump", "trump donald"), ("Attorney General Jeff Sessions", "sessions jeff"),
  ])
  func `titles are outside a person's key`(name: String, key: String) {
    #expect(EntityKey(name: name, entityClass: .person)?.text == key)
  }

  @Test func `an office is outside the organisation that it is held in`() throws {
    let text =
      "The vote pleased Senate Majority Leader Mitch McConnell. White House Press Secretary Sean Spicer said so."
    #expect(try names(text, .organisation).allSatisfy { ["Senate", "White House"].contains($0) })
  }

  @Test func `the party and state of a senator are no name`() throws {
    let text = "Sens. Kamala Harris, D-Calif., and Rand Paul, R-Ky., spoke. Ted Cruz (R-Texas) did not."
    let mentions = try #require(TrainedRecogniser()).mentions(in: AnalysedText(text))
    #expect(mentions.allSatisfy { !$0.name.contains("-") })
  }

  @Test func `an abbreviated state after a city is the state`() throws {
    let text = AnalysedText("Police in Sacramento, Calif., and in Miami, Fla., agreed.")
    let mentions = try #require(TrainedRecogniser()).mentions(in: text)
    #expect(mentions.map(\.key.text) == ["sacramento", "california", "miami", "florida"])
  }

  // MARK: Text as the web has it

  @Test func `characters that take no room are no part of a name`() throws {
    let text = "Voters like Don\u{AD}ald Trump. They like Don\u{200B}ald Trump. They like Donald Trump."
    let mentions = try #require(TrainedRecogniser()).mentions(in: AnalysedText(text))
    #expect(Set(mentions.map(\.name)) == ["Donald Trump"])
    #expect(Set(mentions.map(\.key.text)) == ["trump donald"])
  }

  @Test func `a word before a full name that the article has in a sentence is outside`() throws {
    let text = "Endorse Donald Trump Now, His Friends Say. A court said on Monday that Donald Trump must pay."
    #expect(try names(text, .person).allSatisfy { !$0.contains("Endorse") })
  }

  @Test func `lines that a web page glued together are two names`() throws {
    let text = "Donald Trump spoke. So did Mike Pence. More about: Donald TrumpMike Pence"
    #expect(
      try names(text, .person) == ["Donald Trump", "Mike Pence", "Donald Trump", "Mike Pence"])
  }

  @Test func `an acronym with a possessive is the acronym`() throws {
    let mentions = try #require(TrainedRecogniser()).mentions(
      in: AnalysedText("Few liked the FBI's plan, and few the GOP\u{2019}s."))
    #expect(mentions.map(\.key.text) == ["federal bureau of investigation", "republican party"])
  }

  @Test func `a name with a capital inside stays whole`() throws {
    let text = "Mitch McConnell and Ron DeSantis met at BlackRock. Black smoke rose over the rock."
    #expect(try names(text, .person) == ["Mitch McConnell", "Ron DeSantis"])
  }

  @Test func `another transliteration of a family name is the person of the article`() {
    #expect(
      people("Volodymyr Zelenskyy spoke. Mr. Zelensky left.")
        == ["zelenskyy volodymyr", "zelenskyy volodymyr"])
  }

  @Test func `a ministry is its country's, and the one that is named later without it`() throws {
    let text = AnalysedText(
      "The Chinese Foreign Ministry denied it. The Foreign Ministry in Beijing said that it was false.")
    let mentions = try #require(TrainedRecogniser()).mentions(in: text)
    let keys = mentions.filter { $0.entityClass == .organisation }.map(\.key.text)
    #expect(keys == ["chinese foreign ministry", "chinese foreign ministry"])
  }

  @Test func `ministries of two countries stay apart`() throws {
    let text = AnalysedText(
      "The Chinese Foreign Ministry met the Russian Foreign Ministry. Then the Foreign Ministry was silent.")
    let mentions = try #require(TrainedRecogniser()).mentions(in: text)
    let keys = mentions.filter { $0.entityClass == .organisation }.map(\.key.text)
    #expect(keys == ["chinese foreign ministry", "russian foreign ministry", "foreign ministry"])
  }

  @Test func `a name in other letters is that of the brackets beside it`() throws {
    let text = AnalysedText(
      "President Xi Jinping (习近平) met Иван Петров (Ivan Petrov) in Moscow. Mr. Петров smiled.")
    let mentions = try #require(TrainedRecogniser()).mentions(in: text)
    let keys = mentions.filter { $0.entityClass == .person }.map(\.key.text)
    #expect(keys == ["xi jinping", "xi jinping", "petrov ivan", "petrov ivan", "petrov ivan"])
  }

  @Test func `a paper's name is no place`() throws {
    let mentions = try #require(TrainedRecogniser()).mentions(
      in: AnalysedText("The fire was first reported in Meridian Wire on Tuesday."))
    #expect(mentions.allSatisfy { $0.entityClass != .place })
  }

  @Test func `a given name that is a word too stays with its family name`() throws {
    let text = "Republican nominee Mitt Romney spoke in Ohio. Then Mr. Romney left. Romney smiled."
    #expect(try names(text, .person) == ["Mitt Romney", "Romney", "Romney"])
  }

  @Test func `a family name that comes first and often is not a relative's who is named later`() {
    let text =
      "Mr. Obama spoke. Mr. Obama left. Mr. Obama ate. Mr. Obama slept. His wife Michelle Obama stayed."
    #expect(people(text).first == "obama")
  }

  @Test func `a family name that comes first and often is the one person's who is named in full later`() {
    let text =
      "Mr. Obama spoke. Mr. Obama left. Mr. Obama ate. Mr. Obama slept. Barack Obama was born in Hawaii."
    #expect(Set(people(text)) == ["obama barack"])
  }

  @Test func `a family name that two people share is the one's whom the article is about`() {
    let text =
      "Mr. Joe Biden spoke. Mr. Biden left. Mr. Hunter Biden stayed. Mr. Biden came home."
    #expect(people(text) == ["biden joe", "biden joe", "biden hunter", "biden joe"])
  }

  @Test func `a family name that somebody shares with a relative is not the relative's`() {
    let text = "His son Mr. Hunter Biden met Mr. Joe Biden. Then Mr. Biden left."
    #expect(people(text) == ["biden hunter", "biden joe", "biden joe"])
  }

  @Test func `who is named beside a relative is no relative for it`() {
    let text =
      "Mr. Farook spoke. Her husband left. Mr. Syed Farook and his wife stayed. Mr. Farook and Mr. Farook."
    #expect(Set(people(text)) == ["farook syed"])
  }

  @Test func `a given name spelt in two ways is one person's in an article`() {
    #expect(Set(people("Mrs. Hillary Clinton spoke. Mrs. Hilary Clinton left.")) == ["clinton hillary"])
    let bushes = "Mr. George W. Bush spoke. Mr. George H. Bush left."
    #expect(people(bushes) == ["bush george w", "bush george h"])
  }

  @Test func `names that a lost line end put in a row are two`() throws {
    let text =
      "Senators met on Monday. Sen. Joni Ernst Joni Kay ErnstOvernight Defense spoke first. Ernst left."
    #expect(try names(text, .person).prefix(2) == ["Joni Ernst", "Joni Kay Ernst"])
  }

  @Test func `a person's name ends before the town`() throws {
    let text = "The winner was Peter Fisher of Solon, who spoke to reporters on Monday."
    #expect(try names(text, .person) == ["Peter Fisher"])
  }

  @Test(arguments: [
    ("The bill was blocked by Senate Democrats on Monday.", ["Senate"]),
    ("The bill went to the House and Senate on Monday.", ["House", "Senate"]),
    ("He asked the Republican Senate to vote on Monday.", ["Senate"]),
    ("Copyright 2019 The Washington Times, LLC. Click here for more.", ["Washington Times, LLC"]),
    ("He was told by the Secretary of State on Monday that the State of the Union would wait.", []),
    ("The ACA and the Patriot Act were discussed by the senators.", []),
  ])
  func `an organisation's name is cut to what names it`(text: String, expected: [String]) throws {
    #expect(try names(text, .organisation) == expected)
  }

  @Test func `the House is not the White House`() throws {
    let text = "The White House said no on Monday. Then the House voted for the bill."
    let mentions = try #require(TrainedRecogniser()).mentions(in: AnalysedText(text))
    #expect(mentions.map(\.key.text) == ["white house", "house"])
  }

  @Test func `a news division is not its broadcaster`() {
    #expect(EntityKey(name: "ABC News", entityClass: .organisation)?.text == "abc news")
    #expect(EntityKey(name: "ABC", entityClass: .organisation)?.text == "abc")
  }

  @Test func `a second family name is not the given name`() {
    let text = "Mrs. Wasserman Schultz spoke. Then Mrs. Debbie Wasserman Schultz left."
    #expect(Set(people(text)) == ["schultz debbie wasserman"])
  }

  @Test func `a state is told from the city or country of its name`() throws {
    let text =
      "New York Gov. Andrew Cuomo flew from Albany, N.Y. to New York. Washington state voters met in Washington."
    let keys = try #require(TrainedRecogniser()).mentions(in: AnalysedText(text))
      .filter { $0.entityClass == .place }.map(\.key.text)
    #expect(
      keys == ["new york state", "albany", "new york state", "new york", "washington state", "washington"])
  }

  @Test(arguments: [
    ("Voters in Ohio and Georgia went to the polls.", "georgia us"),
    ("Voters in Armenia and Georgia went to the polls.", "georgia"),
  ])
  func `Georgia is where its neighbours are`(text: String, key: String) throws {
    let mentions = try #require(TrainedRecogniser()).mentions(in: AnalysedText(text))
    #expect(mentions.last?.key.text == key)
  }

  @Test func `a junior is not the father whom alone the article names`() {
    #expect(people("Mr. Donald Trump spoke. Mr. Trump Jr. left.") == ["trump donald", "trump jr"])
  }

  @Test func `a middle name stays where the article has it first`() {
    let text = "Mr. John Quincy Adams spoke. Mr. John Adams left."
    #expect(people(text).first == "adams john quincy")
  }
}
