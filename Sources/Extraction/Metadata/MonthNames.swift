/// The names of the months in the languages that news is written in.
enum MonthNames {
  /// The month of a word in lower case, which may be an abbreviation; nil for another word.
  static func month(_ word: String) -> Int? { months[word] }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    var abbreviations: [String: Int] = [:]
    var ambiguous: Set<String> = []
    var conflicting: Set<String> = []
    for line in table.split(separator: "\n") {
      for (index, names) in line.split(separator: " ").enumerated() {
        for name in names.split(separator: "/").map(String.init) {
          // One word means two months in neighbouring languages: it is left out.
          if let other = months[name], other != index + 1 { conflicting.insert(name) }
          months[name] = index + 1
          // Abbreviations are the first three or four letters, where no other month has them.
          for length in [3, 4] where name.count > length {
            let short = String(name.prefix(length))
            if let other = abbreviations[short], other != index + 1 { ambiguous.insert(short) }
            abbreviations[short] = index + 1
          }
        }
      }
    }
    for (short, month) in abbreviations where !ambiguous.contains(short) && months[short] == nil {
      months[short] = month
    }
    for name in conflicting { months[name] = nil }
    months["sept"] = 9
    return months
  }()

  private static let table = """
    january february march april may june july august september october november december
    januar/jänner februar/feber märz april mai juni juli august september oktober november dezember
    janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre
    enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro novembro dezembro
    januari februari maart april mei juni juli augustus september oktober november december
    stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień \
    września/wrzesień października/październik listopada/listopad grudnia/grudzień
    ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září \
    října/říjen listopadu prosince/prosinec
    januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
    января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь \
    октября/октябрь ноября/ноябрь декабря/декабрь
    січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень \
    вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень
    januari februari mars april maj juni juli augusti september oktober november december
    januar februar marts april maj juni juli august september oktober november december
    tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu \
    heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu
    január február március április május június július augusztus szeptember október november december
    ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου/μαϊου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
    januari februari maret april mei juni juli agustus september oktober november desember
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga/studenog prosinca
    януари февруари март април май юни юли август септември октомври ноември декември
    يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر
    januarie februarie maart april mei junie julie augustus september oktober november desember
    """
}
