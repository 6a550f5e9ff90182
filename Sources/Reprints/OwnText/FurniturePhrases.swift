internal import TextAnalysis

/// Phrases that newspapers and their sites use around articles, never in them.
enum FurniturePhrases {
  /// Sentences that begin so speak to the reader.
  static let openings = PhraseTable(
    """
    sign up for
    sign up to
    sign up now
    subscribe to
    subscribe now
    follow us
    follow him on
    follow her on
    follow them on
    follow on twitter
    follow me on
    like us on
    find us on
    join us on
    join our
    join the conversation
    join the discussion
    become a member
    don't miss
    tune in
    tune into
    tune to
    we encourage you
    please
    browse our
    click here
    click to
    read more
    read also
    read next
    read the full
    read the rest
    read the whole
    read our
    read or share this
    also read
    also follow
    see also
    see more
    related story
    related video
    related stories
    related article
    related articles
    related coverage
    more from
    more on this
    more stories
    more coverage
    most read
    most popular
    popular right now
    recommended for you
    you may also like
    you might also like
    download our
    download the
    get the latest
    get our
    catch up on
    choose your country
    select your country
    get breaking news
    stay up to date
    stay informed
    support our
    support us
    leave a review
    leave a comment
    leave a reply
    share this
    share on
    share your
    advertisement
    story continues below
    article continues below
    continue reading
    scroll down
    watch live
    watch the video
    watch more
    have a tip
    got a tip
    want more
    want to read more
    if you enjoyed this
    if you like this
    enjoyed this article
    to find out more
    to read more
    to hear more
    to see more
    to comment on
    to receive
    to respond to
    you can read diverse opinions
    you can follow
    follow the
    listen to
    this story has been updated
    this article
    this post
    this essay
    this story originally appeared
    this story is part of a
    here's what you need to know
    here's everything you need to know
    here's what else you need to know
    you can also read
    this video is
    media playback is
    editor's note
    this website uses
    we use cookies
    journalists fight on their own frontline
    copyright
    image source
    image caption
    media caption
    """)

  /// Phrases that make their sentence a piece of furniture wherever they stand in it.
  static let anywhere = PhraseTable(
    """
    all rights reserved
    may not be published broadcast
    may not be reproduced
    story continues below
    article continues below
    contributed to this report
    contributed to this story
    contributed to this article
    contributed reporting
    contributed from
    reporting by
    editing by
    become our patron
    subscribe to our
    our newsletter
    our newsletters
    our daily newsletter
    our free newsletter
    morning newsletter
    delivered to your inbox
    to your email box
    sign up here to
    as an interest to stay
    facebook and twitter feeds
    facebook or twitter feed
    straight to your inbox
    our facebook page
    follow him on twitter
    follow her on twitter
    follow them on twitter
    follow us on twitter
    follow us on facebook
    on twitter at
    terms of service
    terms of use
    privacy policy
    a confirmation email
    the confirmation within
    your spam folder
    protected by recaptcha
    maintained by a third party
    imported onto this page
    readers who wish to comment
    he is the author of
    she is the author of
    the views expressed
    views expressed in this
    opinions expressed in this
    opinions expressed here
    opinions expressed by
    the opinions expressed
    is a member of usa today's board
    board of contributors
    on the opinion front page
    in our daily opinion newsletter
    submit a letter to
    is a syndicated columnist
    is a nationally syndicated
    is a weekly column
    is a content partner
    content partner providing
    exclusively in your inbox
    check local listings
    nrplus
    the views of the author
    becoming a member
    """)

  /// Phrases of captions and photo credits.
  static let captions = PhraseTable(
    """
    getty images
    ap photo
    associated press photo
    file photo
    photo by
    photo credit
    photograph by
    photo illustration
    photo courtesy
    image credit
    reuters file
    via reuters
    via getty
    via ap
    via afp
    afp photo
    epa photo
    in this file photo
    in this photo
    pictured left
    pictured right
    pictured above
    pictured below
    screenshot
    фото
    just watched
    must watch
    replay more videos
    view photos
    """)

  /// Phrases of sentences about how a survey was made.
  static let surveys = PhraseTable(
    """
    has a margin of error
    had a margin of error
    have a margin of error
    margin of error is
    margin of error was
    margin of sampling error
    sampling error is
    sampling error of
    credibility interval
    questioned by telephone
    interviewed by telephone
    conducted by telephone
    landline and
    cell phone interviews
    mail survey methods
    were asked which way they leaned
    random national sample
    representative of the us population
    """)

  /// The words that a sentence of furniture has one of at least, but for how it begins and ends.
  static let telling = {
    var filter = anywhere.filter
    for other in [surveys.filter, captions.filter, ReaderAddress.business.filter] { filter.formUnion(other) }
    return filter
  }()

  /// Agencies whose name stands beside a photographer's, as hashes.
  static let agencies = ["reuters", "ap", "afp", "epa", "upi"].map { TokenHash.hash($0.utf8) }

  /// What stands after each caption of a gallery.
  static let galleries = PhraseTable(
    """
    hide caption
    toggle caption
    """)

  /// Lines of a few words that begin so name the author.
  static let bylines = PhraseTable(
    """
    by
    written by
    posted by
    from
    """)
}
