"""Copies made of news in several scripts: an agency's text whole, or parts of it in a paper's own."""
import random

from tool import f1, records

LANGUAGES = ("zh", "ru", "uk", "de", "cs")
# English in the letters of other scripts, word by word: no Urdu and no Arabic, but words without capitals in their codes.
LETTERS = {"ur": "اببپتٹجچحدڈرزسشعغفقکگلمنوہ", "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنه"}
ENDS = {"zh": "", "ur": "۔", "ar": "."}


def run(reprise, data):
    folder = data / "translations" / "dev"
    if not folder.is_dir():
        return print(f"skipped: no {folder}")
    english = None
    for language in LANGUAGES:
        rows = list(records(folder / f"{language}.jsonl.gz"))
        measure(reprise, language, [row["xx"] for row in rows])
        english = english or [row["en"] for row in rows]
    measure(reprise, "en", english)
    for language, letters in LETTERS.items():
        table = str.maketrans({chr(ord("a") + i): letter for i, letter in enumerate(letters)})
        measure(reprise, language, [[line.lower().translate(table) for line in text] for text in english])


def measure(reprise, language, texts):
    chance = random.Random(5)
    texts = [text for text in texts if 8 <= len(text) <= 60][:240]
    third = len(texts) // 3
    join = "" if language == "zh" else " "
    articles, wanted, kinds = [], {}, {}

    def add(name, outlet, lines):
        articles.append({"id": name, "outlet": outlet, "text": join.join(lines)})

    for number, text in enumerate(texts):
        add(f"agency-{number}", "Agency", text)
        if number >= 2 * third:
            continue
        whole = number < third
        own = texts[2 * third + chance.randrange(len(texts) - 2 * third)]
        start = chance.randrange(max(1, len(text) // 3))
        part = text if whole else text[start:start + max(4, len(text) * 2 // 5)]
        taken = [edited(line, chance, join) for line in part if chance.random() > 0.1]
        lines = taken if whole else own[:len(own) // 2] + taken
        add(f"paper-{number}", f"Paper {number % 7}", lines)
        wanted[f"agency-{number}", f"paper-{number}"] = kinds[f"paper-{number}"] = "whole" if whole else "partial"
    database = reprise.index(language, articles)
    found = {pair: row["relation"] for pair, row in reprise.pairs(database).items()
             if pair[0].startswith("agency") and pair[1].startswith("paper")}
    reuse = {pair for pair, relation in found.items() if relation in ("reprint", "partial", "rewrite")}
    # What a paper's own part was made of is shared too.
    told = [pair for pair in reuse if pair in wanted or kinds[pair[1]] == "whole"]
    right = sum(pair in wanted for pair in told)
    agencies = reprise.index(language + "-agency", [a for a in articles if a["id"].startswith("agency")])
    first = {"whole": [], "partial": []}
    for article in articles:
        kind = kinds.get(article["id"])
        if kind and len(first[kind]) < 40:
            named = reprise.check(agencies, article["text"])[:2 if kind == "partial" else 1]
            first[kind].append(article["id"].replace("paper", "agency") in named)
    print(f"{language}: {len(wanted)} copies, F1 of reuse {f1(right, len(told), len(wanted)):.3f}; check names the source: whole "
          f"{sum(first['whole']) / len(first['whole']):.2f}, partial (first two, one is of the paper's own part) "
          f"{sum(first['partial']) / len(first['partial']):.2f}")


def edited(line, chance, join):
    """A line with one word in twenty left out."""
    words = list(line) if not join else line.split(" ")
    return join.join(word for word in words if chance.random() > 0.05)
