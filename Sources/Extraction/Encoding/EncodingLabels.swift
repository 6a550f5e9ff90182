/// The labels by which pages name encodings (WHATWG Encoding Standard, section 4.2), and what is usual for a language.
enum EncodingLabels {
  /// The name of the encoding of a label; nil for a label that is not known.
  static func name(_ label: String) -> String? {
    let label = String(label.lowercased().trimmed)
    return names[label] ?? (label.hasPrefix("x-") ? names[String(label.dropFirst(2))] : nil)
  }

  /// The encoding that browsers assume for a page of a language that declares none.
  static func usual(forLanguage language: String?) -> String {
    guard let language else { return "windows-1252" }
    if language.hasPrefix("zh-tw") || language.hasPrefix("zh-hk") || language.hasPrefix("zh-hant") {
      return "big5"
    }
    return usual[String(language.prefix { $0 != "-" && $0 != "_" })] ?? "windows-1252"
  }

  /// The name under which the C library knows an encoding.
  static func iconvName(of name: String) -> String { iconvNames[name] ?? name.uppercased() }

  private static let usual = [
    "ar": "windows-1256", "az": "windows-1254", "ba": "windows-1251", "be": "windows-1251",
    "bg": "windows-1251",
    "cs": "windows-1250", "el": "iso-8859-7", "et": "windows-1257", "fa": "windows-1256",
    "he": "windows-1255",
    "hr": "windows-1250", "hu": "iso-8859-2", "ja": "shift_jis", "kk": "windows-1251", "ko": "euc-kr",
    "ku": "windows-1254", "ky": "windows-1251", "lt": "windows-1257", "lv": "windows-1257",
    "mk": "windows-1251",
    "pl": "iso-8859-2", "ru": "windows-1251", "sah": "windows-1251", "sk": "windows-1250", "sl": "iso-8859-2",
    "sr": "windows-1251", "tg": "windows-1251", "th": "windows-874", "tr": "windows-1254",
    "tt": "windows-1251",
    "uk": "windows-1251", "vi": "windows-1258", "zh": "gb18030",
  ]

  private static let iconvNames = [
    "shift_jis": "CP932", "euc-kr": "CP949", "gbk": "GB18030", "big5": "BIG5-HKSCS", "windows-874": "CP874",
    "macintosh": "MACINTOSH", "x-mac-cyrillic": "MAC-CYRILLIC", "euc-jp": "EUC-JP-MS",
    "iso-8859-8-i": "ISO-8859-8", "windows-1252": "CP1252",
  ]

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words { names[word] = words[0] }
    }
    return names
  }()

  private static let table = """
    utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8
    ibm866 866 cp866 csibm866
    iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 l2 latin2
    iso-8859-3 csisolatin3 iso8859-3 iso88593 iso_8859-3 l3 latin3
    iso-8859-4 csisolatin4 iso8859-4 iso88594 iso_8859-4 l4 latin4
    iso-8859-5 csisolatincyrillic cyrillic iso8859-5 iso88595 iso_8859-5
    iso-8859-6 arabic asmo-708 csisolatinarabic ecma-114 iso8859-6 iso88596 iso_8859-6
    iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso8859-7 iso88597 iso_8859-7 sun_eu_greek
    iso-8859-8 csisolatinhebrew hebrew iso8859-8 iso88598 iso_8859-8 visual
    iso-8859-8-i csiso88598i logical
    iso-8859-10 csisolatin6 iso8859-10 iso885910 l6 latin6
    iso-8859-13 iso8859-13 iso885913
    iso-8859-14 iso8859-14 iso885914
    iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9
    iso-8859-16
    koi8-r cskoi8r koi koi8 koi8_r
    koi8-u koi8-ru
    macintosh csmacintosh mac x-mac-roman
    windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
    windows-1250 cp1250 x-cp1250
    windows-1251 cp1251 x-cp1251
    windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso8859-1 iso88591 iso_8859-1 l1 \
    latin1 us-ascii x-cp1252
    windows-1253 cp1253 x-cp1253
    windows-1254 cp1254 csisolatin5 iso-8859-9 iso8859-9 iso88599 iso_8859-9 l5 latin5 x-cp1254
    windows-1255 cp1255 x-cp1255
    windows-1256 cp1256 x-cp1256
    windows-1257 cp1257 x-cp1257
    windows-1258 cp1258 x-cp1258
    x-mac-cyrillic x-mac-ukrainian
    gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 x-gbk
    gb18030
    big5 big5-hkscs cn-big5 csbig5 x-x-big5
    euc-jp cseucpkdfmtjapanese x-euc-jp
    iso-2022-jp csiso2022jp
    shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis
    euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949
    utf-16be unicodefffe
    utf-16le utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff
    """
}
