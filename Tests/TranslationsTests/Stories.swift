import TextAnalysis

@testable import Translations

/// One invented story as an English original, its translations, and another report of the same event.
enum Stories {
  static let english = """
    Fire shuts grain terminal in Constanta as fourteen ships wait
    A fire broke out on Tuesday morning in the largest grain terminal of the Romanian port of Constanta. \
    Fourteen ships are waiting at anchor because loading was stopped at 5:40 in the morning. \
    The director of the port, Marin Dobrescu, said that 46,000 tonnes of wheat are stored in the burning silos. \
    Two workers were taken to hospital with light injuries. \
    Firefighters from three towns are still trying to save the neighbouring warehouse. \
    The company Danubia Cereals, which owns the terminal, expects losses of 12 million euros. \
    The government in Bucharest promised help to the farmers whose harvest was destroyed.
    """

  static let russian = """
    Пожар остановил зерновой терминал в Констанце, четырнадцать судов ждут
    Во вторник утром в крупнейшем зерновом терминале румынского порта Констанца вспыхнул пожар. \
    Четырнадцать судов стоят на якоре, так как погрузка была остановлена в 5:40 утра. \
    Директор порта Марин Добреску сообщил, что в горящих элеваторах хранится 46 000 тонн пшеницы. \
    Двое рабочих были доставлены в больницу с лёгкими ранениями. \
    Пожарные из трёх городов ещё пытаются спасти соседний склад. \
    Компания Danubia Cereals, владелец терминала, ожидает убытков в 12 миллионов евро. \
    Правительство в Бухаресте обещало помощь фермерам, чей урожай был уничтожен.
    """

  static let german = """
    Feuer legt Getreideterminal in Constanta lahm, vierzehn Schiffe warten
    Im größten Getreideterminal des rumänischen Hafens Constanta ist am Dienstagmorgen ein Feuer ausgebrochen. \
    Vierzehn Schiffe warten vor Anker, weil das Laden um 5:40 Uhr morgens gestoppt wurde. \
    Der Direktor des Hafens, Marin Dobrescu, sagte, dass 46.000 Tonnen Weizen in den brennenden Silos lagern. \
    Zwei Arbeiter wurden mit leichten Verletzungen ins Krankenhaus gebracht. \
    Feuerwehrleute aus drei Städten versuchen noch, das benachbarte Lagerhaus zu retten. \
    Die Firma Danubia Cereals, der das Terminal gehört, erwartet Verluste von 14 Millionen Euro. \
    Die Regierung in Bukarest versprach den Bauern Hilfe, deren Ernte zerstört wurde.
    """

  /// The same event, reported by somebody else.
  static let otherReport = """
    Wheat prices rise after blaze at Black Sea port
    Wheat futures in Paris climbed four percent on Tuesday after news of a blaze at the port of Constanta reached traders. \
    Analysts at the brokerage Halden & Rask called the reaction overdone, since Romanian exports peak in August. \
    Marin Dobrescu, who runs the port, could not say when ships would be loaded again. \
    Insurers sent their first inspectors in the afternoon. \
    Egypt, the largest buyer of Romanian wheat, said that its stocks last for five months. \
    A spokesman of the union complained that sprinklers had not been tested since 2019. \
    Rail traffic to the harbour was interrupted as well. \
    Rain is expected on Thursday.
    """

  static func text(_ text: String, _ language: String) throws -> TranslatableText {
    guard let made = TranslatableText(AnalysedText(text), language: language) else { throw Missing() }
    return made
  }

  struct Missing: Error {}
}
