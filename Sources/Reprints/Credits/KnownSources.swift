/// Agencies and outlets that articles credit often, with the names they go by.
///
/// Names of one word in capitals count only in capitals, so that "AP" is found and "ap" is not.
enum KnownSources {
  /// A source: the one form of its name, and all forms.
  struct Entry {
    var canonical: String
    var names: [String]
  }

  /// Sources whose name signs the texts of others: agencies and syndicates.
  static let agencies: Set<String> = [
    "AP", "Reuters", "AFP", "UPI", "dpa", "EFE", "ANSA", "TASS", "Interfax", "RIA Novosti", "Xinhua", "Kyodo",
    "Yonhap", "PTI", "ANI", "IANS", "PA", "Canadian Press", "Anadolu Agency", "SANA", "IRNA", "Ukrinform",
    "UNIAN",
    "Creators Syndicate", "King Features Syndicate", "Tribune Content Agency",
  ]

  /// All known sources.
  static let entries: [Entry] = lines.split(whereSeparator: \.isNewline).map { line in
    let parts = line.split(separator: "|").map(String.init)
    return Entry(canonical: parts[0], names: parts.count > 1 ? Array(parts.dropFirst()) : parts)
  }

  private static let lines = """
    AP|The Associated Press|Associated Press|AP|apnews
    Reuters|Thomson Reuters|Reuters
    AFP|Agence France-Presse|Agence France Presse|AFP
    UPI|United Press International|UPI
    dpa|Deutsche Presse-Agentur|dpa|DPA
    EFE|Agencia EFE|EFE
    ANSA|ANSA
    TASS|ITAR TASS|TASS
    Interfax|Interfax Ukraine|Interfax
    RIA Novosti|RIA Novosti
    Sputnik|Sputnik News|Sputnik
    Xinhua|Xinhua News Agency|Xinhua
    Kyodo|Kyodo News|Kyodo
    Yonhap|Yonhap News Agency|Yonhap
    PTI|Press Trust of India|PTI
    ANI|Asian News International|ANI
    IANS|Indo Asian News Service|IANS
    PA|Press Association|PA Media|PA
    Canadian Press|The Canadian Press|Canadian Press
    Anadolu Agency|Anadolu News Agency|Anadolu Agency|Anadolu
    SANA|SANA|Syrian Arab News Agency
    IRNA|IRNA
    Ukrinform|Ukrinform
    UNIAN|UNIAN
    Ukrainska Pravda|Ukrayinska Pravda|Ukrainska Pravda|Ukrainian Pravda
    Kyiv Independent|The Kyiv Independent|Kyiv Independent
    Kyiv Post|Kyiv Post
    Bloomberg|Bloomberg News|Bloomberg
    CNN|CNN
    BBC|BBC News|BBC
    NBC News|NBC News|NBC|nbcnews
    ABC News|ABC News|abcnews
    CBS News|CBS News|cbsnews
    Fox News|Fox News Channel|Fox News|Fox Online News|foxnews
    MSNBC|MSNBC
    CNBC|CNBC
    NPR|National Public Radio|NPR
    PBS|PBS NewsHour|PBS
    New York Times|The New York Times|New York Times|NYT|nytimes
    Washington Post|The Washington Post|Washington Post|washingtonpost
    Wall Street Journal|The Wall Street Journal|Wall Street Journal|WSJ|wsj
    USA TODAY|USA Today|usatoday|usatoday30
    Los Angeles Times|Los Angeles Times|LA Times|latimes
    Chicago Tribune|Chicago Tribune
    Boston Globe|The Boston Globe|Boston Globe
    San Francisco Chronicle|San Francisco Chronicle
    Financial Times|The Financial Times|Financial Times
    The Guardian|The Guardian|theguardian
    The Telegraph|The Telegraph|Daily Telegraph|The Daily Telegraph
    The Independent|The Independent
    Daily Mail|The Daily Mail|Daily Mail|Mail Online|MailOnline|dailymail
    The Sun|The Sun
    The Mirror|Daily Mirror
    The Economist|The Economist
    Politico|Politico|POLITICO
    The Hill|The Hill|thehill
    Axios|Axios
    Vox|Vox
    Slate|Slate
    Salon|Salon
    Newsweek|Newsweek
    TIME|TIME|Time magazine|Time Magazine
    The Atlantic|The Atlantic
    The New Yorker|The New Yorker
    New York Magazine|New York Magazine|New York magazine
    New York Post|The New York Post|New York Post|nypost
    Daily Beast|The Daily Beast|Daily Beast
    HuffPost|The Huffington Post|Huffington Post|HuffPost|huffingtonpost
    BuzzFeed News|BuzzFeed News|BuzzFeed
    Business Insider|Business Insider|businessinsider
    Insider|Insider
    Forbes|Forbes
    Fortune|Fortune
    MarketWatch|MarketWatch
    ProPublica|ProPublica
    Mother Jones|Mother Jones
    The Nation|The Nation
    National Review|National Review|National Review Online
    Weekly Standard|The Weekly Standard|Weekly Standard
    Washington Times|The Washington Times|Washington Times|washingtontimes
    Washington Examiner|The Washington Examiner|Washington Examiner
    Washington Free Beacon|The Washington Free Beacon|Washington Free Beacon
    Daily Caller|The Daily Caller News Foundation|The Daily Caller|Daily Caller
    Breitbart|Breitbart News|Breitbart
    Townhall|Townhall|Townhall.com|townhall
    Newsmax|Newsmax|Newsmax News
    Christian Science Monitor|The Christian Science Monitor|Christian Science Monitor|csmonitor
    CBN|CBN News|CBN
    TheBlaze|TheBlaze|The Blaze
    Reason|Reason magazine
    Al Jazeera|Al Jazeera
    Al Arabiya|Al Arabiya
    Daily Sabah|Daily Sabah|dailysabah
    Hurriyet|Hurriyet Daily News|Hurriyet
    TRT World|TRT World|TRTWorld|trt
    Al-Ahram|Ahram Online|Al Ahram|ahram
    Al-Araby|The New Arab|alaraby
    Jordan Times|The Jordan Times|Jordan Times|jordantimes
    Times of India|The Times of India|Times of India|timesofindia
    Hindustan Times|Hindustan Times
    NDTV|NDTV
    South China Morning Post|South China Morning Post|SCMP
    China Daily|China Daily|chinadaily
    Global Times|Global Times
    Xinhua|Xinhua
    RT|Russia Today|RT
    Moscow Times|The Moscow Times|Moscow Times
    Meduza|Meduza
    Der Spiegel|Der Spiegel|Spiegel Online
    Die Zeit|Die Zeit
    Süddeutsche Zeitung|Süddeutsche Zeitung
    Bild|BILD
    Deutsche Welle|Deutsche Welle|DW
    Le Monde|Le Monde
    Le Figaro|Le Figaro
    El País|El País
    La Repubblica|La Repubblica
    Haaretz|Haaretz
    Times of Israel|The Times of Israel|Times of Israel
    Jerusalem Post|The Jerusalem Post|Jerusalem Post
    Globe and Mail|The Globe and Mail|Globe and Mail
    Toronto Star|Toronto Star
    CBC|CBC News|CBC
    Sydney Morning Herald|The Sydney Morning Herald|Sydney Morning Herald
    Sky News|Sky News
    ITV|ITV News|ITV
    Radio Free Europe|Radio Free Europe|RFE
    Voice of America|Voice of America|VOA
    Euronews|Euronews
    Hollywood Reporter|The Hollywood Reporter|Hollywood Reporter
    Rolling Stone|Rolling Stone
    TMZ|TMZ
    People|People magazine
    Variety|Variety
    Yahoo News|Yahoo News
    Louisville Courier-Journal|Louisville Courier Journal|Courier Journal|Courier-Journal
    Creators Syndicate|Creators Syndicate|Creators.com
    King Features Syndicate|King Features Syndicate|King Features
    Tribune Content Agency|Tribune Content Agency|Tribune Media Services
    The Conversation|The Conversation
    RIA|RIA
    """
}
