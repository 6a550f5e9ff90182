import Articles
import Entities
import Testing
import TextAnalysis

struct RussianNamesTests {
  private func keys(_ text: String, _ wanted: EntityClass) throws -> [String] {
    let recogniser = try #require(TrainedRecogniser())
    let mentions = recogniser.mentions(in: AnalysedText(text, language: "ru"), language: "ru")
    return mentions.filter { $0.entityClass == wanted }.map(\.key.text)
  }

  @Test func `cases of a person's name are one person, with the key that English has`() throws {
    let text = """
      В четверг президент Владимир Путин выступил в столице. Слова Владимира Путина передали агентства. По мнению \
      Путина, спор окончен. Вопросы задали и Путину.
      """
    let found = try keys(text, .person)
    #expect(found.count >= 3)
    #expect(Set(found) == ["putin vladimir"])
    #expect(EntityKey(name: "Vladimir Putin", entityClass: .person)?.text == "putin vladimir")
    #expect(EntityKey(name: "Владимир Путин", entityClass: .person)?.text == "putin vladimir")
  }

  @Test func `a family name that begins a sentence is found where the article has the full name`() throws {
    let text =
      "В четверг Игорь Ситников приехал в Казань. Ситникову передали письмо. Вечером он уехал. Поезду дали сигнал."
    #expect(try keys(text, .person) == ["sitnikov igor", "sitnikov igor"])
  }

  @Test func `given name and family name agree in gender`() throws {
    let text = "Вчера журналисты говорили с Марией Орловой, а позже спросили Ивана Орлова о его работе."
    #expect(try keys(text, .person) == ["orlova mariya", "orlov ivan"])
  }

  @Test func `places in any case have the record of the English gazetteer`() throws {
    let text = "Самолёт вылетел из Москвы в Нижний Новгород, а поезд шёл через Украину и стоял в Киеве."
    let found = try keys(text, .place)
    #expect(found.contains("moscow") && found.contains("ukraine") && found.contains("kyiv"))
  }

  @Test func `a name that may be two people's stays as it is written`() throws {
    let text =
      "По данным газеты, в городе видели Петра Лосева. Позже там же выступила Анна Лосева. Сама Лосева спор отрицает."
    let found = try keys(text, .person)
    #expect(found.contains("losev petr") && found.contains("loseva anna"))
  }

  @Test func `two cases of a name that does not show its gender tell the nominative`() throws {
    let text = "Депутаты ждут Генри Макбрайда. Встреча с Макбрайдом назначена на утро, сообщили в Лондоне."
    #expect(Set(try keys(text, .person)) == ["makbrayd genri"])
  }

  @Test func `a name of one case alone is not guessed`() throws {
    let found = try keys("Вечером в зале увидели Генри Макбрайда и его друзей.", .person)
    #expect(!found.contains("makbrayd genri"))
  }

  @Test func `an organisation in another case has the key of its nominative`() throws {
    let text =
      "Вчера Иван Петров пришёл в Министерство обороны. Об этом сообщили в Министерстве обороны."
    #expect(Set(try keys(text, .organisation)) == ["ministerstvo oborony"])
    let other = "Иван Петров выступил на заседании Государственной думы в Москве."
    #expect(try keys(other, .organisation) == ["gosudarstvennaya duma"])
  }

  @Test func `Cyrillic is written in Latin letters as the press has it`() {
    let names = [
      ("Владимир Зеленский", "zelensky vladimir"), ("Володимир Зеленський", "zelensky volodymyr"),
      ("Михаил Щербаков", "shcherbakov mikhail"), ("Евгений Ельцов", "yeltsov yevgeny"),
    ]
    for (name, key) in names { #expect(EntityKey(name: name, entityClass: .person)?.text == key) }
    #expect(EntityKey(name: "Москва", entityClass: .place)?.text == "moscow")
  }

  @Test func `tokens in columns are tagged by the model of the language`() {
    let lines = ConllTagger(language: "ru").tagged("Вчера\nв\nМоскве\nвыступил\nИгорь\nПетров\n.\n").split(
      separator: "\n")
    #expect(lines[2] == "Москве\tB-LOC")
    #expect(lines[4] == "Игорь\tB-PER")
    #expect(lines[5] == "Петров\tI-PER")
  }

  @Test func `a language without a model is not covered`() throws {
    let recogniser = try #require(TrainedRecogniser())
    #expect(recogniser.covers(language: "ru") && recogniser.covers(language: "en"))
    #expect(!recogniser.covers(language: "cs"))
  }
}
