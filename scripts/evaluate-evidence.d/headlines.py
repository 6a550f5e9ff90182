"""Headlines of texts that bring none: pages as lines of text that begin up to five lines above the headline."""
import html.parser
import io
import random
import re
import tarfile
import unicodedata

from tool import records

BLOCKS = set("p div li ul ol h1 h2 h3 h4 h5 h6 br td tr table section article header footer nav figure figcaption blockquote "
             "main aside form button time dd dt".split())
HIDDEN = set("script style noscript template svg select option iframe".split())
MOST_ABOVE = 5


class Lines(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.hidden = [""], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag):
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data):
        if not self.hidden:
            self.lines[-1] += data


def folded(text):
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", (text or "").lower()))


def run(reprise, data):
    for name in ("wcxb", "postlight", "fundus"):
        folder = data / "extraction" / name
        if not folder.is_dir():
            print(f"skipped: no {folder}")
            continue
        texts, target = dict(samples(folder)), reprise.folder / name
        target.mkdir()
        for number, (title, above, text) in texts.items():
            (target / f"{number}.txt").write_text(text, encoding="utf-8")
        titles = reprise.titles(target)
        for kind, wanted in (("headline first", 0), ("lines above it", 1)):
            rows = [(folded(title), folded(titles.get(str(number)) or titles.get(f"{number}.txt")), folded(text.split("\n")[0]))
                    for number, (title, above, text) in texts.items() if (above > 0) == wanted]
            right, first = (sum(gold == told[i] for gold, *told in rows) / max(1, len(rows)) for i in (0, 1))
            print(f"{name}, {kind}: {len(rows)} texts, right {right:.3f}; their first line is it in {first:.3f}")


def samples(folder):
    """Headline, lines above it and text of each page whose headline stands in it."""
    chance = random.Random(3)
    gold = {row["id"]: row for row in records(folder / "gold.jsonl.gz")}
    with tarfile.open(folder / "pages.tar.xz") as pages:
        for member in pages:
            row = gold.get(member.name.rsplit("/", 1)[-1].removesuffix(".html"))
            if not member.isfile() or not row or len(folded(row.get("title"))) < 8:
                continue
            if row.get("page_type", "article") != "article":
                continue
            parser = Lines()
            parser.feed(io.TextIOWrapper(pages.extractfile(member), encoding="utf-8", errors="replace").read())
            lines = [line for line in (" ".join(line.split()) for line in parser.lines) if line]
            title = folded(row["title"])
            place = next((i for i, line in enumerate(lines) if i and folded(line) == title
                          and any(len(other.split()) >= 20 for other in lines[i + 1:i + 15])), None)
            if place is not None:
                above = chance.randint(0, MOST_ABOVE)
                yield row["id"], (row["title"], above, "\n".join(lines[max(0, place - above):place + 80]))
