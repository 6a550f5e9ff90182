"""Independent reports of one event in two languages: every pair that is called a translation is an accusation that is wrong.

Two kinds, both of real articles by different outlets:

WMT     documents of the translation test sets. Each comes with a human translation, so that which of them report one event is told
        by the English sides alone, with no dictionary: the cosine of their words, weighed by rarity, is EVENT or more. A foreign
        document stands beside the English sides of all others; its own and every cut of the same article are taken out. The
        documents are had in two folds, so that two articles of one language meet as well. Parts of one article (neighbouring
        blocks of a set without documents) are no pair of reports.
French  Wikinews (`entities-ml/fr_winer`, its words put together again, the date from its first words) beside news of American
        outlets (`news/allsides-part`) of the same days. There is no translation of either, so one event is told by rare
        names and numbers of the two texts: their cosine is FRENCH_EVENT or more.

What is called a translation is listed, to be read: a paper may well print an agency's text that another one translated.
"""
import collections
import gzip
import json
import math
import pathlib
import re
import unicodedata

# The cosine from which on two texts are taken to report one event.
EVENT = 0.25
FRENCH_EVENT = 0.25
# From here on two texts are one article, however its sentences were cut.
SAME_ARTICLE = 0.8
# The days between two reports of one event.
DAYS = 2
MONTHS = ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre").split()


def words(text: str) -> collections.Counter:
    return collections.Counter(re.findall(r"\w{3,}", text.lower()))


def names_and_numbers(text: str) -> collections.Counter:
    plain = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    found = re.findall(r"(?<![.!?»\"”]\s)(?<!^)\b[A-Z]\w{3,}|\b\d{2,}\b", plain, re.MULTILINE)
    return collections.Counter(word.lower() for word in found)


class Vectors:
    """Texts as unit vectors of words weighed by rarity, to ask which are like one."""

    def __init__(self, texts: list[str], terms, most_common: float = 0.1):
        counts = [terms(text) for text in texts]
        articles = collections.Counter(term for each in counts for term in each)
        self.vectors, self.postings = [], collections.defaultdict(list)
        for number, each in enumerate(counts):
            vector = {term: (1 + math.log(count)) * math.log(len(texts) / articles[term])
                      for term, count in each.items() if articles[term] <= most_common * len(texts)}
            length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1
            self.vectors.append({term: weight / length for term, weight in vector.items()})
            for term, weight in self.vectors[-1].items():
                self.postings[term].append((number, weight))

    def like(self, number: int) -> collections.Counter:
        sums = collections.Counter()
        for term, weight in self.vectors[number].items():
            for other, its_weight in self.postings[term]:
                sums[other] += weight * its_weight
        del sums[number]
        return sums


class Trial:
    """Articles of an archive, and the pairs in it that report one event: (foreign id, English id) -> cosine."""

    def __init__(self, articles: list[dict], events: dict[tuple[str, str], float]):
        self.articles, self.events = articles, events


def article(ident: str, text: str, language: str, published: str | None = None) -> dict:
    row = {"id": ident, "text": text, "outlet": ident.split(":")[0], "language": language}
    return row | ({"published": published} if published else {})


def are_neighbours(one: str, other: str) -> bool:
    """Whether two blocks of a set follow one another; they may be parts of one article."""
    places = [re.fullmatch(r"(.*)\.lines(\d+)-(\d+)", each) for each in (one, other)]
    if not all(places) or places[0][1] != places[1][1]:
        return False
    return abs(int(places[0][2]) - int(places[1][2])) <= 16


def wmt(data: pathlib.Path, language: str, source) -> list[Trial]:
    """The two folds of a language.

    `source` tells what article a document is of, whatever set it is in.
    """
    documents = {}
    for path in sorted((data / "translations" / "dev").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for document in map(json.loads, lines):
                text = "\n".join(document["en"])
                is_own = path.name.startswith(language + ".")
                if text not in documents or is_own:
                    documents[text] = (document, is_own)
    texts = list(documents)
    vectors = Vectors(texts, words)
    own = [number for number, text in enumerate(texts) if documents[text][1]]
    return [fold(own[part::2], texts, documents, vectors, language, source) for part in (0, 1)]


def fold(chosen: list[int], texts, documents, vectors, language: str, source) -> Trial:
    articles, events, hidden = [], {}, set()
    sources = {source(documents[texts[number]][0]) for number in chosen}
    hidden |= {number for number, text in enumerate(texts) if source(documents[text][0]) in sources}
    likes = {number: vectors.like(number) for number in chosen}
    for number in chosen:
        hidden |= {other for other, cosine in likes[number].items() if cosine >= SAME_ARTICLE}
    hidden |= set(chosen)
    for number in chosen:
        document = documents[texts[number]][0]
        ident = f"{language}:{document['id']}"
        articles.append(article(ident, "\n".join(document["xx"]), language))
        for other, cosine in likes[number].items():
            there = documents[texts[other]][0]["id"]
            if other not in hidden and cosine >= EVENT and not are_neighbours(document["id"], there):
                events[ident, f"en:{there}"] = cosine
    for number, text in enumerate(texts):
        if number not in hidden:
            articles.append(article(f"en:{documents[text][0]['id']}", text, "en"))
    return Trial(articles, events)


def french(data: pathlib.Path) -> list[Trial]:
    """French Wikinews beside American news of the same days."""
    theirs = list(wikinews(data / "entities-ml" / "fr_winer"))
    days = {day for _, day, _ in theirs}
    first, last = min(days), max(days)
    english = []
    with gzip.open(data / "news" / "allsides-part.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if first <= (row.get("published") or "") <= last:
                english.append((f"{row['outlet']}:{row['id']}", row["published"][:10], row["text"]))
    every = theirs + english
    vectors = Vectors([text for _, _, text in every], names_and_numbers, most_common=0.05)
    events = {}
    for number, (ident, day, _) in enumerate(theirs):
        for other, cosine in vectors.like(number).items():
            if other >= len(theirs) and cosine >= FRENCH_EVENT and abs(ordinal(day) - ordinal(every[other][1])) <= DAYS:
                events[ident, every[other][0]] = cosine
    articles = [article(ident, text, "fr", day) for ident, day, text in theirs]
    return [Trial(articles + [article(ident, text, "en", day) for ident, day, text in english], events)]


def ordinal(day: str) -> int:
    year, month, of_month = map(int, day.split("-"))
    return (year * 12 + month) * 31 + of_month


def wikinews(folder: pathlib.Path):
    """(id, day, text) of each article that begins with its date."""
    for path in sorted(folder.glob("*.conll*")):
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            blocks = re.split(r"^-DOCSTART-.*$", lines.read(), flags=re.MULTILINE)
        for number, block in enumerate(blocks[1:]):
            sentences = [" ".join(row.split("\t")[0] for row in sentence.splitlines())
                         for sentence in block.strip().split("\n\n")]
            text = "\n".join(map(joined, sentences))
            if found := re.search(r"(\d{1,2})(?:er)? (%s) (20\d\d)" % "|".join(MONTHS), text[:400]):
                day = f"{found[3]}-{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"
                yield f"wikinews:{path.name.split('.')[0]}-{number}", day, text


def joined(tokens: str) -> str:
    """A sentence of tokens as it is written."""
    text = re.sub(r"(\w['’]) ", r"\1", tokens)
    text = re.sub(r" ([.,)\]…])", r"\1", text)
    return re.sub(r"([(\[]) ", r"\1", text)


def run(data: pathlib.Path, language: str, report, source) -> tuple[int, int]:
    """Prints what is accused; gives the number of pairs of one event and of wrong pairs among them."""
    trials = wmt(data, language, source)
    kinds = [("WMT", trials)] + ([("Wikinews", french(data))] if language == "fr" else [])
    pairs = wrong = 0
    for kind, trials in kinds:
        events = {pair: cosine for trial in trials for pair, cosine in trial.events.items()}
        if not any(trial.articles for trial in trials):
            continue
        foreign = sum(each["language"] == language for trial in trials for each in trial.articles)
        accused = [found for trial in trials if trial.events for found in report(trial.articles)]
        within = [found for found in accused if (found[0], found[1]) in events]
        if not foreign:
            continue
        print(f"{language} reports, {kind}: {foreign} articles, {len(events)} pairs of one event "
              f"({sum(cosine >= 0.4 for cosine in events.values())} very near), accused {len(within)} of them, "
              f"and {len(accused) - len(within)} other pairs")
        for a, b, score in sorted(accused, key=lambda found: -found[2]):
            print(f"  accused: {score:.2f} cosine {events.get((a, b), 0):.2f} {a} {b}")
        pairs, wrong = pairs + len(events), wrong + len(accused)
    return pairs, wrong
