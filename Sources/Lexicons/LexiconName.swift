extension Lexicon {
  /// Which list: the name of its file in the folder of each language that has one.
  public enum Name: String, CaseIterable, Sendable {
    /// Words that a query is ranked without.
    case stopWords = "stop-words"
    /// Stop words of other languages that are words of this one too.
    case sharedStopWords = "shared-stop-words"
    /// Words that tell nothing about a story.
    case functionWords = "function-words"

    /// Words that lose their vowel before another word, to which an apostrophe joins them.
    case elisions
    /// Languages that part a name from its endings by an apostrophe.
    case apostropheEndings = "apostrophe-endings"
    /// Languages in which the capital of `i` is `İ`.
    case dottedCapitals = "dotted-capitals"
    /// Endings that are often typed without accents, with those that stemmers know.
    case accentedEndings = "accented-endings"
    /// Letters that are shown by others: full width, ligatures, presentation forms.
    case letterForms = "letter-forms"

    /// How sentences begin in which a site speaks to its readers.
    case boilerplateOpenings = "boilerplate-openings"
    /// How sentences begin that speak to the reader or of the matter itself, which their form tells.
    case pleaOpenings = "plea-openings"
    /// Phrases that make their sentence page boilerplate wherever they stand in it.
    case boilerplatePhrases = "boilerplate-phrases"
    /// Phrases of captions and of photo credits.
    case captionPhrases = "caption-phrases"
    /// Phrases of sentences about how a survey was made.
    case surveyPhrases = "survey-phrases"
    /// What stands after each caption of a gallery.
    case galleryEnds = "gallery-ends"
    /// Phrases of pages that are no articles: forms of consent, errors, what a site says of itself.
    case sitePagePhrases = "site-page-phrases"
    /// How a line of a few words begins that names the author.
    case bylineOpenings = "byline-openings"
    /// Labels of pictures and videos, before a colon.
    case mediaLabels = "media-labels"
    /// Labels of the name of who made a picture.
    case pictureCreditLabels = "picture-credit-labels"
    /// Agencies whose name stands beside a photographer's.
    case photoAgencies = "photo-agencies"
    /// Verbs of notes on who an author is.
    case authorVerbs = "author-verbs"
    /// What authors are, in notes on them.
    case authorRoles = "author-roles"
    /// What a site speaks of to its readers that is its own business.
    case siteBusiness = "site-business"
    /// Pronouns by which a site addresses its readers or itself.
    case readerPronouns = "reader-pronouns"
    /// Pronouns by which a site means itself.
    case sitePronouns = "site-pronouns"
    /// What follows the hour of a programme.
    case clockTimes = "clock-times"
    /// What a reader does with a link.
    case linkVerbs = "link-verbs"

    /// Words that an introduction of a speaker begins with.
    case speakerIntroductions = "speaker-introductions"
    /// Phrases of sentences that every newsroom writes.
    case stockPhrases = "stock-phrases"
    /// Words that a colon follows before a quotation.
    case quotationCues = "quotation-cues"
    /// Words of speakers about themselves.
    case firstPerson = "first-person"
    /// Auxiliaries of sentences on what has been going on for long.
    case perfectAuxiliaries = "perfect-auxiliaries"

    /// Turns of phrase that the name of a text's source follows.
    case sourceTurns = "source-turns"
    /// Words that the names of newspapers and agencies end with.
    case paperNouns = "paper-nouns"
    /// Labels that a colon and the source of a text follow.
    case sourceLabels = "source-labels"
    /// What a person did who spoke to an outlet.
    case tellingVerbs = "telling-verbs"
    /// What an outlet was given by a person who spoke to it.
    case interviewWords = "interview-words"
    /// Words before a source that is cited.
    case citingWords = "citing-words"
    /// Verbs of a source that is cited.
    case reportingVerbs = "reporting-verbs"
    /// The people of an outlet.
    case pressStaff = "press-staff"
    /// Words of a photo's credit.
    case pictureWords = "picture-words"
    /// What writers did to a report that others signed.
    case contributingVerbs = "contributing-verbs"
    /// The word for where a text comes from.
    case sourceWords = "source-words"
    /// What a notice of rights begins with.
    case rightsWords = "rights-words"
    /// Agencies and outlets that articles credit often, with all forms of their names.
    case newsSources = "news-sources"
    /// Those of them whose name signs the texts of others.
    case pressAgencies = "press-agencies"
    /// Labels of web addresses that name no outlet.
    case domainLabels = "domain-labels"
    /// The months in order, with their abbreviations.
    case monthNames = "month-names"

    /// Addresses, programmes, offices and laws whose words look like an organisation's.
    case nonEntityPhrases = "non-entity-phrases"
    /// Last words of the names of laws, agreements and things, which are no organisations.
    case lawNouns = "law-nouns"
    /// Single words that are no organisation: plain words with a capital, boilerplate of pages.
    case nonOrganisations = "non-organisations"
    /// Laws, programmes, agreements and things whose names are acronyms.
    case programmeAcronyms = "programme-acronyms"
    /// Words for bodies that are a name only where the article gives the body's own.
    case bodyNouns = "body-nouns"
    /// Single words with a capital that name nobody and nothing.
    case nonEntities = "non-entities"
    /// States of the United States, with how news abbreviates them after a city.
    case usStateAbbreviations = "us-state-abbreviations"
    /// Abbreviations of states that are words too.
    case ambiguousStateAbbreviations = "ambiguous-state-abbreviations"
    /// Words that end with a dot of their own before or after a name.
    case nameAbbreviations = "name-abbreviations"
    /// Words that the names of newspapers and agencies end with, and of nothing else.
    case outletNouns = "outlet-nouns"
    /// Countries, with the adjectives that the names of organisations have for them.
    case countryAdjectives = "country-adjectives"
    /// Words within the names of organisations that their acronyms leave out.
    case organisationParticles = "organisation-particles"
    /// Other words within the names of organisations that do not tell which one it is.
    case organisationFillers = "organisation-fillers"
    /// Words of organisations' names, with the spelling that takes their place.
    case organisationSpellings = "organisation-spellings"
    /// Broadcasters whose news division goes by their name.
    case broadcasters = "broadcasters"
    /// Words that the names of several bodies begin or end with, so that one alone is not told by another.
    case sharedBodyWords = "shared-body-words"
    /// What follows a shared body word in the full name of its own body.
    case bodyComplements = "body-complements"
    /// Chambers of parliaments.
    case chambers = "chambers"
    /// Parties as they stand before a chamber or an office.
    case partyAdjectives = "party-adjectives"
    /// The members of parties.
    case partyFollowers = "party-followers"
    /// What is a leader's, after the name: "Obama Administration".
    case leaderNouns = "leader-nouns"
    /// Words that the names of buildings end with.
    case buildingNouns = "building-nouns"
    /// Bodies that every country has.
    case nationalBodies = "national-bodies"
    /// What follows a place and a hyphen in an adjective.
    case compoundParticiples = "compound-participles"
    /// Offices that somebody holds in a body.
    case offices = "offices"
    /// Words before an office that are part of it: "Majority Leader".
    case officeRanks = "office-ranks"
    /// Letters of parties before the state of a member of Congress.
    case partyLetters = "party-letters"
    /// Titles that censuses count as given names, which in news they hardly ever are.
    case titleRanks = "title-ranks"
    /// Words that qualify a title, or that headlines put before a name.
    case titleQualifiers = "title-qualifiers"
    /// Members of parties, and offices, before "of" or "from" and a state.
    case stateMembers = "state-members"
    /// Offices that follow the name of a state.
    case stateOffices = "state-offices"
    /// Relatives.
    case kinWords = "kin-words"
    /// Words between a word of kinship and a name that make the name another's than the relative's.
    case kinBreaks = "kin-breaks"
    /// Korean family names that stand first before a given name of two syllables with a hyphen.
    case koreanFamilyNames = "korean-family-names"
    /// Forms of one given name: short, long and transliterated.
    case givenNameForms = "given-name-forms"
    /// Titles and the like, with a dot, which another word always follows.
    case abbreviatedTitles = "abbreviated-titles"
    /// Other words with a dot of their own, with which a sentence may end.
    case abbreviations = "abbreviations"
    /// Words that often open a sentence and seldom follow an abbreviation inside one.
    case sentenceOpenings = "sentence-openings"
    /// The months in order, as dates of records name them.
    case recordMonths = "record-months"
    /// The days of the week, as dates of records name them.
    case recordWeekdays = "record-weekdays"
    /// Words between the parts of a date of a record.
    case recordDateFillers = "record-date-fillers"
    /// What a record writes before the date of publication.
    case recordDateLabels = "record-date-labels"
  }
}
