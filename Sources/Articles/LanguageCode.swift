/// Turns what records say of their language into an ISO 639-1 code.
package enum LanguageCode {
  /// The lower-case code of two letters for `en`, `EN-us`, `eng` or `English`; nil for what is not known.
  package static func normalised(_ declared: String) -> String? {
    let name = declared.lowercased()
    if let code = names[name] { return code }
    let primary = String(name.prefix { $0 != "-" && $0 != "_" })
    guard primary.utf8.allSatisfy(\.isLetter) else { return nil }
    return primary.utf8.count == 2 ? primary : names[primary]
  }

  /// English names and codes of three letters (ISO 639-2, both kinds) of languages that news is written in.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for entry in table.split(separator: "\n") {
      let words = entry.split(separator: " ").map(String.init)
      for word in words.dropFirst() { names[word] = words[0] }
    }
    return names
  }()

  private static let table = """
    af afr afrikaans
    am amh amharic
    ar ara arabic
    az aze azerbaijani
    be bel belarusian
    bg bul bulgarian
    bn ben bengali
    bs bos bosnian
    ca cat catalan
    cs ces cze czech
    cy cym wel welsh
    da dan danish
    de deu ger german
    el ell gre greek
    en eng english
    es spa spanish
    et est estonian
    eu eus baq basque
    fa fas per persian farsi
    fi fin finnish
    fr fra fre french
    ga gle irish
    gl glg galician
    gu guj gujarati
    he heb hebrew
    hi hin hindi
    hr hrv croatian
    hu hun hungarian
    hy hye arm armenian
    id ind indonesian
    is isl ice icelandic
    it ita italian
    ja jpn japanese
    ka kat geo georgian
    kk kaz kazakh
    kn kan kannada
    ko kor korean
    lt lit lithuanian
    lv lav latvian
    mk mkd mac macedonian
    ml mal malayalam
    mr mar marathi
    ms msa may malay
    nb nob
    ne nep nepali
    nl nld dut dutch
    no nor norwegian
    pa pan punjabi
    pl pol polish
    ps pus pashto
    pt por portuguese
    ro ron rum romanian
    ru rus russian
    sk slk slo slovak
    sl slv slovenian slovene
    so som somali
    sq sqi alb albanian
    sr srp serbian
    sv swe swedish
    sw swa swahili
    ta tam tamil
    te tel telugu
    th tha thai
    tl tgl tagalog
    tr tur turkish
    uk ukr ukrainian
    ur urd urdu
    uz uzb uzbek
    vi vie vietnamese
    zh zho chi chinese
    """
}
