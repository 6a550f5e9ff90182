extension Lexicon {
  /// Which list: the name of its file in the folder of each language that has one.
  public enum Name: String, CaseIterable, Sendable {
    /// Words that a query is ranked without.
    case stopWords = "stop-words"
    /// Stop words of other languages that are words of this one too.
    case sharedStopWords = "shared-stop-words"
    /// Words that tell nothing about a story.
    case functionWords = "function-words"

    /// How sentences begin in which a site speaks to its readers.
    case boilerplateOpenings = "boilerplate-openings"
    /// Phrases that make their sentence page boilerplate wherever they stand in it.
    case boilerplatePhrases = "boilerplate-phrases"
    /// Phrases of captions and of photo credits.
    case captionPhrases = "caption-phrases"
    /// Phrases of sentences about how a survey was made.
    case surveyPhrases = "survey-phrases"
    /// What stands after each caption of a gallery.
    case galleryEnds = "gallery-ends"
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
  }
}
