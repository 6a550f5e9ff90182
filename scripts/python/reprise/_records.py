"""What comes back: one frozen dataclass for each kind of line, with the names that the program's JSON has.

Each can be made of a line of ``--json`` too: ``Pair.of(json.loads(line))``. Keys that a newer program adds are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Optional, Tuple

Line = Dict[str, Any]
"""A line of JSON, decoded."""

Bytes = Tuple[int, int]
"""A stretch of a text: the first byte of it in UTF-8, and the first after it."""


def _bytes(value: Any) -> Bytes:
    return (value[0], value[1])


@dataclass(frozen=True)
class NamedEntity:
    """A person, organisation or place that a passage names."""

    kind: str
    """``person``, ``org`` or ``place``."""
    name: str
    """The name to show."""
    key: str
    """The form under which the index knows the entity."""
    given: bool
    """Whether the article's record brought it."""


@dataclass(frozen=True)
class Repeat:
    """An article that repeats the passage of a result."""

    article: str
    """The article's id."""
    outlet: Optional[str]
    published: Optional[str]
    """ISO 8601, as precise as it is known."""
    title: Optional[str]
    share: float
    """How much of the passage it has, 0 to 1 of the words."""
    relation: str
    """``verbatim``, ``edited`` or ``fingerprints`` (too many to compare: at least half of the fingerprints)."""
    spans: Tuple[Bytes, ...]
    """Where it has the passage, in UTF-8 bytes of its own text; empty where it was not compared."""

    @classmethod
    def of(cls, line: Line) -> "Repeat":
        return cls(
            line["article"], line.get("outlet"), line.get("published"), line.get("title"), line["share"], line["relation"],
            tuple(map(_bytes, line["spans"])))


@dataclass(frozen=True)
class Elsewhere:
    """A condition of the query that another passage of the article meets."""

    condition: str
    passage: Bytes
    """That passage, in UTF-8 bytes of the article's text."""


@dataclass(frozen=True)
class Result:
    """A passage that answers a query."""

    rank: int
    score: float
    """BM25 of the article and its best passage; only its order means something."""
    article: str
    outlet: Optional[str]
    published: Optional[str]
    title: Optional[str]
    url: Optional[str]
    language: Optional[str]
    """ISO 639-1: as declared, else as detected."""
    passage: Bytes
    """The passage, in UTF-8 bytes of the article's text."""
    extract: str
    marks: Tuple[Bytes, ...]
    """The words of the query, in UTF-8 bytes of ``extract``."""
    entities: Tuple[NamedEntity, ...]
    repeated_by: Tuple[Repeat, ...]
    repeated_by_more: int
    """How many more articles share a little of the passage."""
    origin: bool
    """Whether the text is credited to this article's outlet by those that repeat it."""
    elsewhere: Tuple[Elsewhere, ...]
    """Conditions of the query that other passages of the article meet."""

    @classmethod
    def of(cls, line: Line) -> "Result":
        return cls(
            line["rank"], line["score"], line["article"], line.get("outlet"), line.get("published"), line.get("title"),
            line.get("url"), line.get("language"), _bytes(line["passage"]), line["extract"],
            tuple(map(_bytes, line["marks"])),
            tuple(NamedEntity(e["class"], e["name"], e["key"], e.get("given", False)) for e in line["entities"]),
            tuple(map(Repeat.of, line["repeated_by"])), line["repeated_by_more"], line["origin"],
            tuple(Elsewhere(e["condition"], _bytes(e["passage"])) for e in line.get("elsewhere", ())))


@dataclass(frozen=True)
class Facet:
    """A value of a facet, counted over all articles that match."""

    facet: str
    """``outlet``, ``person``, ``org``, ``place`` or ``month``."""
    value: str
    key: str
    articles: int
    texts: Optional[int]
    """The distinct texts among them; None where there are too many to compare."""

    @classmethod
    def of(cls, line: Line) -> "Facet":
        return cls(line["facet"], line["value"], line["key"], line["articles"], line.get("texts"))


@dataclass(frozen=True)
class Span:
    """A stretch of text that two articles have."""

    a: Bytes
    """Where it stands in the first text."""
    b: Bytes
    """Where it stands in the second text."""
    kind: str
    """``verbatim``, ``edited`` or, in another language, ``translated``."""
    content: str
    """``narration``, ``quotation`` or ``boilerplate``."""

    @classmethod
    def of(cls, line: Line) -> "Span":
        return cls(_bytes(line["a"]), _bytes(line["b"]), line["kind"], line["content"])


@dataclass(frozen=True)
class Change:
    """What was cut, added or changed inside a span; of a translation also whole sentences that one text lacks."""

    a: Bytes
    b: Bytes
    kind: str
    """``cut``, ``added`` or ``changed``."""
    weight: str
    """What the change touches: names and numbers weigh more than words."""
    words_a: str
    words_b: str

    @classmethod
    def of(cls, line: Line) -> "Change":
        return cls(
            _bytes(line["a"]), _bytes(line["b"]), line["kind"], line["weight"], line.get("words_a", ""),
            line.get("words_b", ""))


@dataclass(frozen=True)
class Pair:
    """Two articles and what they have in common."""

    a: str
    """The id of the first article; ids are in byte order."""
    b: str
    outlet_a: Optional[str]
    outlet_b: Optional[str]
    published_a: Optional[str]
    published_b: Optional[str]
    relation: str
    """``reprint``, ``partial``, ``quotes``, ``boilerplate``, ``rewrite``, ``translation`` or, in a comparison, ``none``."""
    containment_a: float
    """The share of the first one's own words that the second has, 0 to 1."""
    containment_b: float
    direction: str
    """``a_from_b``, ``b_from_a``, ``both_from_third`` or ``unknown``."""
    basis: str
    """What the direction rests on, in words; empty where nothing tells."""
    source: Optional[str]
    """Whose text it is, as the articles credit it."""
    credit: str
    """``credited_and_copied``, ``copied_without_credit``, ``credited_not_copied``, ``lost_on_the_way`` or ``none``."""
    dropped_credits: Tuple[str, ...]
    confidence: float
    """How sure the relation is, 0 to 1."""
    why: str
    """The reason for the relation, in words."""
    spans: Optional[Tuple[Span, ...]]
    """Where the text stands that both have; None where it was not asked for."""
    changes: Optional[Tuple[Change, ...]]
    """What was changed in it; None where it was not asked for."""

    @classmethod
    def of(cls, line: Line) -> "Pair":
        spans, changes = line.get("spans"), line.get("changes")
        return cls(
            line["a"], line["b"], line.get("outlet_a"), line.get("outlet_b"), line.get("published_a"), line.get("published_b"),
            line["relation"], line["containment_a"], line["containment_b"], line["direction"], line.get("basis", ""),
            line.get("source"), line["credit"], tuple(line["dropped_credits"]), line["confidence"], line["why"],
            None if spans is None else tuple(map(Span.of, spans)),
            None if changes is None else tuple(map(Change.of, changes)))


@dataclass(frozen=True)
class Match:
    """An article that has text of a text that was checked; spans have the checked text as ``a``."""

    article: str
    outlet: Optional[str]
    published: Optional[str]
    title: Optional[str]
    share: float
    """How much of the checked text it has, 0 to 1 of the words."""
    relation: str
    spans: Tuple[Span, ...]
    why: str

    @classmethod
    def of(cls, line: Line) -> "Match":
        return cls(
            line["article"], line.get("outlet"), line.get("published"), line.get("title"), line["share"], line["relation"],
            tuple(map(Span.of, line["spans"])), line["why"])




@dataclass(frozen=True)
class Branch:
    """An article's place in a family's tree."""

    article: str
    parent: Optional[str]
    """The id of the article that it most likely has the text from; None for those that have it from the origin."""
    share: float
    """The share of the article's own words that the parent has, 0 to 1."""
    kept: float
    """The share of the parent's own words that the article has, 0 to 1."""
    translation_of: Optional[str] = None
    """The id of the article of the family that it has the text of in another language."""


@dataclass(frozen=True)
class Family:
    """Articles that are versions of one text."""

    articles: Tuple[str, ...]
    """Their ids, the oldest first."""
    outlets: int
    texts: int
    """The number of independent texts."""
    origin: Optional[str]
    """The id of the article that the text comes from; None where the source is none of them."""
    source: Optional[str]
    basis: str
    """What the origin rests on, in words."""
    confidence: float
    credited: bool
    """Whether articles of the family credit the origin; else it is only the earliest, or the fullest."""
    tree: Tuple[Branch, ...]

    @classmethod
    def of(cls, line: Line) -> "Family":
        return cls(
            tuple(line["articles"]), line["outlets"], line["texts"], line.get("origin"), line.get("source"), line["basis"],
            line["confidence"], line["credited"],
            tuple(Branch(b["article"], b.get("from"), b["share"], b["kept"], b.get("translation_of")) for b in line["tree"]))


@dataclass(frozen=True)
class Entity:
    """An entity of the archive and how often it is named."""

    kind: str
    """``person``, ``org`` or ``place``."""
    key: str
    name: str
    passages: int
    """The passages that name it, under any of its keys."""
    reason: Optional[str]
    """Why it is listed for the name that was asked for."""
    variants: Tuple[str, ...]
    """The other keys that were counted with it."""
    country: Optional[str]
    """ISO 3166-1."""
    latitude: Optional[float]
    longitude: Optional[float]

    @classmethod
    def of(cls, line: Line) -> "Entity":
        return cls(
            line["class"], line["key"], line["name"], line["passages"], line.get("reason"), tuple(line.get("variants", ())),
            line.get("country"), line.get("latitude"), line.get("longitude"))


@dataclass(frozen=True)
class Mention:
    """A mention of an entity in an article."""

    kind: str
    bytes: Bytes
    """Where it stands, in UTF-8 bytes of the text."""
    name: str
    key: str


@dataclass(frozen=True)
class Article:
    """An article with what is known of it."""

    id: str
    outlet: Optional[str]
    url: Optional[str]
    title: Optional[str]
    language: Optional[str]
    byline: Optional[str]
    published: Optional[str]
    printed: Optional[str]
    crawled: Optional[str]
    printed_in_text: Optional[str]
    date_conflicts: Tuple[str, ...]
    sources: Tuple[str, ...]
    text: str
    text_sha256: str
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal digits."""
    entities: Tuple[Mention, ...]
    boilerplate: Tuple[Bytes, ...]
    """What its outlet prints under many articles."""

    @classmethod
    def of(cls, line: Line) -> "Article":
        return cls(
            line["id"], line.get("outlet"), line.get("url"), line.get("title"), line.get("language"), line.get("byline"),
            line.get("published"), line.get("printed"), line.get("crawled"), line.get("printed_in_text"),
            tuple(line["date_conflicts"]), tuple(line["sources"]), line["text"], line["text_sha256"],
            tuple(Mention(m["class"], _bytes(m["bytes"]), m["name"], m["key"]) for m in line["entities"]),
            tuple(map(_bytes, line["boilerplate"])))


@dataclass(frozen=True)
class Flow:
    """What one outlet takes from one other."""

    source: str
    taker: str
    month: Optional[str]
    """The month of the takers' publication, as ``2024-03``; None for all time."""
    articles: int
    """Articles of the taker that have text of the source."""
    source_articles: int
    """Articles of the source that they have it from; 0 for a source that is known by credits alone."""
    reprints: int
    words: int
    words_from_agencies: int
    credited: int
    """The articles that say whose text it is."""
    median_delay_hours: Optional[float]
    """The middle one of the delays; None where none is known."""
    delays: int
    """The articles of which the delay is known: both are dated, and the source's article not after the taker's."""
    delay_precision: Optional[str]
    """``second``, or ``day`` where one of the delays is known in days alone."""
    back: int
    """Articles that go the other way."""
    source_later: int
    """Articles whose source's article is dated after them; nothing is known of their delay."""

    @classmethod
    def of(cls, line: Line) -> "Flow":
        return cls(
            line["source"], line["taker"], line.get("month"), line["articles"], line["source_articles"], line["reprints"],
            line["words"], line["words_from_agencies"], line["credited"], line.get("median_delay_hours"), line["delays"],
            line.get("delay_precision"), line["back"], line["source_later"])


@dataclass(frozen=True)
class Outlet:
    """What one outlet takes and gives."""

    outlet: str
    in_archive: bool
    agency: bool
    month: Optional[str]
    articles: int
    words: int
    taking: int
    """Its articles that have text from another outlet."""
    words_taken: int
    words_from_agencies: int
    share_taken: Optional[float]
    """The share of all its words, 0 to 1; None where it has no words."""
    share_from_agencies: Optional[float]
    given: int
    """Articles of others that have text from it."""
    sources: int
    takers: int

    @classmethod
    def of(cls, line: Line) -> "Outlet":
        return cls(
            line["outlet"], line["in_archive"], line["agency"], line.get("month"), line["articles"], line["words"],
            line["taking"], line["words_taken"], line["words_from_agencies"], line.get("share_taken"),
            line.get("share_from_agencies"), line["given"], line["sources"], line["takers"])


@dataclass(frozen=True)
class OutletReport:
    """Who takes text from whom: the report as a whole, with its tables as answers."""

    rules: int
    """The version of the rules that decided it: cite it."""
    articles: int
    without_outlet: int
    undirected_pairs: int
    undated: int
    reciprocity: float
    """The share of takings that go back and forth between two outlets, 0 to 1."""
    flows: Any
    """An :class:`Answer` of :class:`Flow`, the most articles first."""
    outlets: Any
    """An :class:`Answer` of :class:`Outlet`, those that take most words first."""


@dataclass(frozen=True)
class Refusal:
    """A record that could not be read."""

    file: str
    line: Optional[int]
    reason: str
    message: str

    @classmethod
    def of(cls, line: Line) -> "Refusal":
        return cls(line["file"], line.get("line"), line["reason"], line["message"])


@dataclass(frozen=True)
class Indexed:
    """What a run of indexing did."""

    added: int
    replaced: int
    unchanged: int
    removed: int
    unchanged_files: int
    refused: Tuple[Refusal, ...]
    warnings: int
    text_bytes: int
    """UTF-8 bytes of the texts that were added or replaced."""

    @classmethod
    def of(cls, line: Line) -> "Indexed":
        return cls(
            line["added"], line["replaced"], line["unchanged"], line["removed"], line["unchanged_files"],
            tuple(map(Refusal.of, line["refused"])), line["warnings"], line["text_bytes"])


@dataclass(frozen=True)
class Status:
    """What an index holds."""

    path: str
    commit: int
    articles: int
    passages: int
    outlets: int
    segments: int
    text_bytes: int
    disk_bytes: int
    earliest: Optional[str]
    latest: Optional[str]
    refused: Tuple[Refusal, ...]

    @classmethod
    def of(cls, line: Line) -> "Status":
        return cls(
            line["path"], line["commit"], line["articles"], line["passages"], line["outlets"], line["segments"],
            line["text_bytes"], line["disk_bytes"], line.get("earliest"), line.get("latest"),
            tuple(map(Refusal.of, line["refused"])))
