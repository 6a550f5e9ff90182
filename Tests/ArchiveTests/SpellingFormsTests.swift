import Archive
import Articles
import FoundationEssentials
import Ranking
import Reprints
import TestSupport
import Testing

/// Two spellings of one invented story in several languages: each word finds both, and the two are one text.
struct SpellingFormsTests {
  private static let stories: [(language: String, words: [String], texts: (String, String))] = [
    (
      "ru", ["Ковалёва", "Ковалева", "отчёт", "отчет"],
      (
        """
        Совет Озёрска сообщил, что закроет набережную на шесть недель: инженеры нашли \
        трещину в опоре. Директор Нина Ковалёва заявила, что отчёт ещё не готов, а счёт за \
        ремонт представят в июне.
        """,
        """
        Совет Озерска сообщил, что закроет набережную на шесть недель: инженеры нашли \
        трещину в опоре. Директор Нина Ковалева заявила, что отчет еще не готов, а счет за \
        ремонт представят в июне.
        """
      )
    ),
    (
      "ar", ["المدرسة", "المدرسه", "أعلنت", "اعلنت"],
      (
        """
        أعلنت إدارة الميناء الشمالي أن العبّارة لن تعمل لمدة ثلاثة أسابيع بعد أن وجد الفنيون \
        عطلاً في المحرّك. وقالت مديرة المدرسة إن التلاميذ سيصلون بالحافلة حتى نهاية الإصلاح.
        """,
        """
        اعلنت اداره الميناء الشمالى ان العبارة لن تعمل لمده ثلاثة اسابيع بعد ان وجد الفنيون \
        عطلا فى المحـــرك. وقالت مديرة المدرسه ان التلاميذ سيصلون بالحافلة حتى نهاية الاصلاح.
        """
      )
    ),
    (
      "th", ["สะพาน", "วิศวกร"],
      (
        """
        เทศบาลเมืองริมน้ำประกาศว่าจะปิดสะพานเหนือเป็นเวลาสามสัปดาห์หลังจากวิศวกรพบรอยร้า\
        วที่เสาต้นกลาง ชาวบ้านต้องใช้เรือข้ามฟากจนกว่าจะซ่อมเสร็จ \
        นายกเทศมนตรีกล่าวว่าจะจ่ายค่าเรือให้ทุกคน
        """,
        """
        เทศบาลเมืองริมน้ำประกาศว่าจะปิดสะพานเหนือเป็นเวลาสามสัปดาห์หลังจากวิศวกรพบรอยร้า\
        วที่เสาต้นกลาง ชาวบ้านต้องใช้เรือข้ามฟากจนกว่าจะซ่อมเสร็จ \
        นายกเทศมนตรีกล่าวว่าจะจ่ายค่าเรือให้ทุกคน
        """
      )
    ),
    (
      "es", ["declaración", "declaracion"],
      (
        """
        La declaración del puerto de Valmera dice que el transbordador dejará de navegar \
        durante tres semanas, porque los técnicos encontraron una avería en el motor. La \
        alcaldesa pidió paciencia a los vecinos de la orilla norte.
        """,
        """
        La declaracion del puerto de Valmera dice que el transbordador dejara de navegar \
        durante tres semanas, porque los tecnicos encontraron una averia en el motor. La \
        alcaldesa pidio paciencia a los vecinos de la orilla norte.
        """
      )
    ),
    (
      "fr", ["eau", "l'eau", "usine"],
      (
        """
        L'eau de l'usine de Valmère ne sera pas coupée, a dit la mairie lundi. Les \
        techniciens n'ont trouvé qu'une fissure dans le réservoir d'appoint, et les \
        habitants de la rive nord seront livrés par camion jusqu'à vendredi.
        """,
        """
        L’eau de l’usine de Valmère ne sera pas coupée, a dit la mairie lundi. Les \
        techniciens n’ont trouvé qu’une fissure dans le réservoir d’appoint, et les \
        habitants de la rive nord seront livrés par camion jusqu’à vendredi.
        """
      )
    ),
  ]

  private static let home = Result { try TemporaryFolder() }

  private static let made = Result {
    let folder = try home.get()
    var lines: [String] = []
    for story in stories {
      for (number, text) in [story.texts.0, story.texts.1].enumerated() {
        let record = [
          "id": "\(story.language)\(number)", "outlet": "Outlet \(number)", "language": story.language,
          "title": "1",
          "text": text,
        ]
        lines.append(String(decoding: try JSONEncoder().encode(record), as: UTF8.self))
      }
    }
    let file = try folder.write("stories.jsonl", lines.joined(separator: "\n"))
    _ = try Indexer(path: folder.index).run(paths: [file])
    return try Archive(path: folder.index)
  }

  @Test(arguments: stories.flatMap { story in story.words.map { (story.language, $0) } })
  func `each spelling of a word finds both articles`(language: String, word: String) throws {
    let results = try Self.made.get().search(word, options: SearchOptions(grouping: .article)).results
    #expect(Set(results.map(\.article.id)).isSuperset(of: ["\(language)0", "\(language)1"]))
  }

  @Test(arguments: stories.map(\.language).filter { $0 != "es" })
  func `two spellings of one text are a reprint of all of it`(language: String) throws {
    let report = try Self.made.get().reprints()
    let pair = try #require(
      report.pairs.first { [$0.a.id, $0.b.id].sorted() == ["\(language)0", "\(language)1"] })
    #expect(pair.report.relation == .reprint)
    #expect(pair.report.containmentA > 0.99)
  }
}
