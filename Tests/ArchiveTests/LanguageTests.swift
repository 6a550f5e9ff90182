import Archive
import Articles
import FoundationEssentials
import Ranking
import TestSupport
import Testing

/// An archive of one story in thirteen languages, of which no record declares its language, and some that do.
struct LanguageTests {
  /// The text of an article by its id, which is the code of its language.
  private static let texts = [
    "en": """
    The harbour authority reopened the northern bridge on Monday. Engineers had repaired the damaged cables during \
    the night, and ferries returned to their usual timetable before noon.
    """,
    "de": """
    Die Hafenbehörde hat die nördlichen Brücken am Montag wieder geöffnet. Ingenieure hatten die beschädigten \
    Drahtseile in der Nacht ausgetauscht, und die Fähren fuhren noch vor Mittag nach Plan.
    """,
    "fr": """
    La direction du port a rouvert les ponts du nord lundi. Des ingénieurs avaient remplacé pendant la nuit les \
    câbles endommagés, et les traversiers ont repris leurs horaires habituels avant midi.
    """,
    "es": """
    La autoridad del puerto reabrió el lunes los puentes del norte. Los ingenieros habían reparado por la noche los \
    cables dañados, y los transbordadores recuperaron su horario habitual antes del mediodía.
    """,
    "pt": """
    A administração do porto reabriu na segunda-feira as pontes do norte. Os engenheiros tinham consertado os cabos \
    danificados durante a noite, e as balsas voltaram ao horário habitual antes do meio-dia.
    """,
    "it": """
    L'autorità portuale ha riaperto lunedì i ponti settentrionali. Gli ingegneri avevano riparato nella notte i cavi \
    danneggiati, e i traghetti sono tornati al loro orario abituale prima di mezzogiorno.
    """,
    "nl": """
    Het havenbedrijf heeft de noordelijke bruggen maandag weer opengesteld. Monteurs hadden de beschadigde kabels \
    's nachts hersteld, en de veerboten voeren nog voor de middag volgens de gewone dienstregeling.
    """,
    "ru": """
    Управление порта в понедельник снова открыло северные мосты. Инженеры за ночь починили повреждённые тросы, и \
    паромы ещё до полудня вернулись к обычному расписанию.
    """,
    "uk": """
    Управління порту в понеділок знову відкрило північні мости. Інженери за ніч полагодили пошкоджені троси, і \
    пороми ще до полудня повернулися до звичайного розкладу.
    """,
    "pl": """
    Zarząd portu w poniedziałek ponownie otworzył północne mosty. Inżynierowie naprawili w nocy uszkodzone liny, a \
    promy jeszcze przed południem wróciły do zwykłego rozkładu.
    """,
    "ar": """
    أعادت سلطة الميناء يوم الاثنين فتح الجسور الشمالية. وكان المهندسون قد أصلحوا الكابلات المتضررة خلال الليل، \
    وعادت العبارات إلى مواعيدها المعتادة قبل الظهر.
    """,
    "zh": "港务局星期一重新开放了北部大桥。工程师连夜修好了受损的缆索，渡轮在中午之前恢复了正常班次。市长感谢了所有参加抢修的工人。",
    "ja": "港湾局は月曜日、北側の橋の通行を再開した。技術者たちが夜のうちに傷んだケーブルを修理し、フェリーは正午前に通常の運航に戻った。",
  ]

  private static let home = Result { try TemporaryFolder() }

  private static let made = Result {
    let folder = try home.get()
    var lines = texts.sorted { $0.key < $1.key }.map { line(id: $0.key, text: $0.value) }
    lines.append(
      line(
        id: "declared", text: "Les ponts, les ports et les gares de la ville restent fermés.", language: "it")
    )
    lines.append(
      line(id: "impossible", text: texts["ru", default: ""] + " Мэр поблагодарил рабочих.", language: "en"))
    lines.append(line(id: "short", text: "Wetter: Regen"))
    let file = try folder.write("articles.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try Indexer(path: folder.index).run(paths: [file])
    return try Archive(path: folder.index)
  }

  private static func line(id: String, text: String, language: String? = nil) -> String {
    let declared = language.map { ", \"language\": \"\($0)\"" } ?? ""
    return "{\"id\": \"\(id)\", \"outlet\": \"Echo \(id)\", \"text\": \"\(text)\"\(declared)}"
  }

  private func archive() throws -> Archive { try Self.made.get() }

  private func found(_ query: String) throws -> [SearchResult] {
    try archive().search(query, options: .init(limit: 20, grouping: .article)).results
  }

  // MARK: Detection

  @Test(arguments: ["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "uk", "zh"])
  func `the language of an article that declares none is detected`(code: String) throws {
    let record = try archive().record(ofArticle: code)
    #expect(record.article.language == nil)
    #expect(record.detectedLanguage == code)
    #expect(try found("lang:\(code)").map(\.article.id).contains(code))
  }

  @Test func `what a record declares counts before what is detected`() throws {
    let record = try archive().record(ofArticle: "declared")
    #expect(record.article.language == "it" && record.language == "it")
    #expect(try found("lang:it").map(\.article.id).sorted() == ["declared", "it"])
  }

  @Test func `a language that cannot be written in the letters of the text does not count`() throws {
    let record = try archive().record(ofArticle: "impossible")
    #expect(record.article.language == "en" && record.language == "ru")
    #expect(try found("lang:en").map(\.article.id) == ["en"])
    #expect(try found("lang:ru").count == 2)
  }

  @Test func `of a text that is too short nothing is said`() throws {
    let record = try archive().record(ofArticle: "short")
    #expect(record.detectedLanguage == nil && record.language == nil)
  }

  // MARK: Words

  @Test(arguments: [
    ("bridges", "en", "bridge"), ("Brücke", "de", "Brücken"), ("Brucke", "de", "Brücken"),
    ("Fähre", "de", "Fähren"), ("pont", "fr", "ponts"), ("traversier", "fr", "traversiers"),
    ("horaire habituel", "fr", "habituels"), ("puente", "es", "puentes"), ("ingeniero", "es", "ingenieros"),
    ("ponte cabo", "pt", "pontes"), ("danificado", "pt", "danificados"),
    ("ponte traghetto", "it", "traghetti"),
    ("danneggiato", "it", "danneggiati"), ("veerboot", "nl", "veerboten"), ("kabel", "nl", "kabels"),
    ("тросов", "ru", "тросы"), ("паромом", "ru", "паромы"), ("північні мости", "uk", "мости"),
    ("mosty północne", "pl", "mosty"), ("الجسور", "ar", "الجسور"), ("大桥", "zh", "大桥"), ("渡轮", "zh", "渡轮"),
    ("フェリー", "ja", "フェリー"), ("月曜日", "ja", "月曜日"),
  ])
  func `a word finds its other forms in its language, and they are marked`(
    query: String, code: String, marked: String
  ) throws {
    let result = try #require(try found(query).first { $0.article.id == code })
    let text = Array(try archive().record(ofArticle: code).article.text.utf8)
    let marks = result.extract.marks.map { String(decoding: text[$0], as: UTF8.self) }
    #expect(marks.joined(separator: " ").contains(marked) || marks.joined().contains(marked), "\(marks)")
    #expect(result.extract.pieces.filter(\.isMatch).count == marks.count)
    #expect(!result.extract.text.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test func `a query searches every language, or the one that it names`() throws {
    #expect(
      Set(try found("kabel OR cable OR cabo").map(\.article.id)).isSuperset(of: [
        "nl", "en", "fr", "es", "pt",
      ]))
    #expect(try found("lang:nl kabel OR cable OR cabo").map(\.article.id) == ["nl"])
    #expect(try found("lang:nl cable").isEmpty)
  }

  @Test func `an excluded word is excluded in all its forms`() throws {
    #expect(try found("lang:de Fähre -Brücke").isEmpty)
    #expect(try found("lang:de Fähre -Flughafen").map(\.article.id) == ["de"])
  }

  @Test func `phrases are found by the stems of their language`() throws {
    #expect(try found("\"nördliche Brücke\"").map(\.article.id) == ["de"])
    #expect(try found("\"câble endommagé\"").map(\.article.id) == ["fr"])
    #expect(try found("\"北部大桥\"").map(\.article.id) == ["zh"])
  }
}
