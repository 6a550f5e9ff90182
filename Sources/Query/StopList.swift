public import TextAnalysis

/// Words that a query is ranked without, because nearly every article has them.
///
/// The lists hold words that only bind others: articles, pronouns, prepositions, conjunctions, forms of "to
/// be" and "to have", and question words. They leave out those that are also names or matters of news:
/// "us" (U.S.), "may" (a month, a prime minister), "mine", "second".
public struct StopList: Sendable {
  private let hashes: Set<UInt64>

  /// Makes a list from words in lower case, separated by spaces.
  public init(_ words: String) {
    hashes = Set(
      words.split(separator: " ").map { word in
        TokenHash.hash(AccentFolding.folded(word.utf8).filter { $0 != UInt8(ascii: "'") })
      })
  }

  /// Whether a word is on the list; initials such as `e.g.` are looked up without their dots.
  public func contains(_ word: QueryWord) -> Bool {
    switch word.form {
    case .single: contains(word.tokens[0])
    case .joined: word.tokens.allSatisfy { $0.lowercased.utf8.count == 1 } && contains(word.tokens)
    case .hyphenated, .ideographs: false
    }
  }

  private func contains(_ initials: [QueryToken]) -> Bool {
    hashes.contains(TokenHash.hash(initials.flatMap { Array($0.lowercased.utf8) }))
  }

  /// Whether a token is on the list, by its normal form.
  public func contains(_ token: QueryToken) -> Bool { hashes.contains(token.hash) }

  /// Whether a token of a text is on the list, by its normal form.
  public func contains(_ token: Token) -> Bool { hashes.contains(token.hash) }

  /// A list without words.
  public static let none = StopList("")

  /// The list of a language, by its two-letter code; nil where there is none.
  public static func list(for language: String) -> StopList? { byLanguage[language] }

  /// The list that fits a query: that of its language filter, else of the language whose words it holds most.
  ///
  /// It is English unless the list of another language holds at least two of the words and more than the
  /// English list, one of them at least a word that is not also an English one, as German "die" and "war" are.
  public static func list(for query: Query) -> StopList {
    if let language = query.language, let list = byLanguage[language] { return list }
    let tokens = query.leaves.flatMap(\.tokens).filter { $0.lowercased.utf8.count > 1 }
    func count(_ list: StopList) -> Int { tokens.count { list.contains($0) } }
    var best = (list: english, count: max(1, count(english)))
    for language in byLanguage.keys.sorted() {
      guard let list = byLanguage[language] else { continue }
      let count = count(list)
      let isSure = tokens.contains { list.contains($0) && !alsoEnglish.contains($0) }
      if count > best.count, isSure { best = (list, count) }
    }
    return best.list
  }

  /// The English list.
  public static let english = StopList(
    """
    a an the this that these those \
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers \
    herself it its itself they them their theirs themselves one \
    who whom whose which what when where why how \
    and or but nor if because as until while than though although whether so \
    of at by for with about against between into through during before after above below to from up down in \
    out on off over under upon within without among toward towards via per \
    am is are was were be been being have has had having do does did doing done can could will would shall \
    should might must \
    again further then once here there all any both each few more most other some such no not only own same \
    too very just also ever yet \
    i'm i've you're it's that's there's don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't \
    wouldn't shouldn't haven't hasn't hadn't i'd i'll you've you'd you'll he'd he'll she's she'd she'll we're we've we'd we'll \
    they're they've they'd they'll he's what's who's let's cannot s t d ll m re ve eg ie etc
    """)

  private static let alsoEnglish = StopList(
    """
    a al am an as at been con de die do du el elle en entre era es fin for fur had hat he hem her hen hier \
    hun i il in is la las le los man me mi mon more non nos o of on or os over pas per par plus pour sans \
    se sein sin so solo son sous sur te ton tu uns van via war was we wie wo y ze
    """)

  private static let byLanguage: [String: StopList] = [
    "en": english, "de": german, "fr": french, "es": spanish, "pt": portuguese, "it": italian, "nl": dutch,
    "ru": russian,
  ]

  private static let german = StopList(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen ich du er sie es wir ihr mich \
    dich sich uns euch ihm ihn ihnen mein dein sein seine seinen seiner ihre ihren ihrer unser und oder aber \
    denn sondern wenn weil dass ob als wie wer was wo wann warum welche welcher welches in im an am auf aus \
    bei beim mit nach von vom vor zu zum zur über unter für durch gegen ohne um bis seit zwischen ist sind \
    war waren bin bist wird werden wurde wurden hat haben hatte hatten kann können konnte soll sollen muss \
    nicht noch nur auch so dann da hier dort doch schon sehr mehr man dieser diese dieses diesem diesen
    """)

  private static let french = StopList(
    """
    le la les l un une des du de d au aux ce cet cette ces je tu il elle on nous vous ils elles me te se lui \
    leur leurs mon ma mes ton ta tes sa ses notre nos votre vos et ou mais donc or ni car si que qui quoi dont \
    où quand comment pourquoi quel quelle quels quelles comme à dans par pour en vers avec sans sous sur entre \
    chez contre depuis est sont était étaient être été a ont avait avaient avoir ai ne pas plus moins très aussi \
    y c s n j m t qu
    """)

  private static let spanish = StopList(
    """
    el la los las lo un una unos unas de del al a ante bajo con contra desde en entre hacia hasta para por según \
    sin sobre tras yo tú él ella ello nosotros vosotros ellos ellas me te se le les nos os mi mis tu tus su sus \
    nuestro nuestra y e o u pero sino que quien quienes cual cuales cuando donde como cómo qué porque si es son \
    era eran fue fueron ser sido está están estaba ha han había haber hay no ni más muy ya también este esta \
    estos estas ese esa esos esas
    """)

  private static let portuguese = StopList(
    """
    o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela pelos pelas para com \
    sem sob sobre entre até desde contra eu tu ele ela nós vós eles elas me te se lhe lhes meu minha seu sua \
    seus suas nosso nossa e ou mas que quem qual quais quando onde como porque se é são era eram foi foram ser \
    sido está estão estava há tem têm tinha não nem mais muito já também este esta estes estas esse essa isso
    """)

  private static let italian = StopList(
    """
    il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla \
    ai agli alle dal dallo dalla dai dalle nel nello nella nei negli nelle sul sulla sui sulle io tu egli lui \
    lei noi voi loro mi ti si ci vi ne mio mia suo sua suoi sue nostro e ed o ma che chi cui quale quali quando \
    dove come perché se è sono era erano fu essere stato stata ha hanno aveva avere non né più molto già anche \
    questo questa questi queste quello quella
    """)

  private static let dutch = StopList(
    """
    de het een en of maar want dat die dit deze ik jij je hij zij ze wij we jullie u hem haar hen hun mij me \
    ons zich mijn zijn onze uw in op aan van voor met bij naar uit over onder door tegen tussen tot om te na \
    zonder als dan toen wie wat waar wanneer waarom hoe welke er hier daar is was waren ben bent wordt worden \
    werd werden heeft hebben had hadden kan kunnen kon zal zullen zou niet geen nog ook al wel zo meer
    """)

  private static let russian = StopList(
    """
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее её мне было вот от меня \
    о из ему ей им они мы их нас вас них чтобы когда где кто который которая которые или ни если уже для до \
    при под над об без через между это этот эта эти того тот та те был была были быть есть будет только ещё еще \
    также
    """)
}

extension Query {
  /// The language that the query's filter asks for, if it asks for just one.
  var language: String? {
    let languages = leaves.compactMap { leaf in
      if case .field(.language, let value) = leaf.form { value } else { nil }
    }
    return languages.count == 1 ? languages[0] : nil
  }

  /// The query without the stop words among its alternatives.
  ///
  /// Words that stand alone, in phrases, or beside AND, NEAR or `-` stay. So do alternatives that are all stop
  /// words, and words in capitals where the rest is not: `WHO`, `IT`.
  public func withoutStopWords(_ list: StopList) -> Query {
    let capitalsCount = !text.unicodeScalars.contains { $0.properties.isLowercase }
    return Query(
      text: text,
      root: root.withoutStopWords { word in
        list.contains(word) && (capitalsCount || !word.tokens[0].isAllCapitals)
      })
  }
}

extension QueryNode {
  /// The tokens of a word, phrase, prefix or headline; none for other parts.
  package var tokens: [QueryToken] {
    switch form {
    case .word(let word): word.tokens
    case .phrase(let phrase): phrase.tokens
    case .prefix(let prefix): [prefix.token]
    case .near(let words, _): words.flatMap(\.tokens)
    case .title(let node): node.tokens
    case .everything, .any, .all, .restricted, .field, .published: []
    }
  }

  fileprivate func withoutStopWords(_ isStopWord: (QueryWord) -> Bool) -> QueryNode {
    switch form {
    case .any(let parts):
      let kept = parts.filter { part in
        guard case .word(let word) = part.form else { return true }
        return !isStopWord(word)
      }
      let inner = (kept.isEmpty ? parts : kept).map { $0.withoutStopWords(isStopWord) }
      return inner.count == 1 ? inner[0] : QueryNode(.any(inner), range: range)
    case .all(let parts):
      return QueryNode(.all(parts.map { $0.withoutStopWords(isStopWord) }), range: range)
    case .restricted(let base, let filters, let exclusions):
      let base = base.withoutStopWords(isStopWord)
      return QueryNode(.restricted(base, filters: filters, exclusions: exclusions), range: range)
    case .everything, .word, .phrase, .prefix, .near, .title, .field, .published: return self
    }
  }
}
