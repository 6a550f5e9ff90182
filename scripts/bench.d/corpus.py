"""Prepares what the programs are measured on: articles, passages for the peers, queries."""
import collections
import gzip
import json
import os
import pathlib
import random
import re
import subprocess

WORDS_A_PASSAGE = 100
QUERIES = 500
WORD = re.compile(r"[a-z]{4,}")
STOP = set("""about after again against also been before being both could does down during each even ever every first
from have having here high into just like made make many more most much must never next only other over said same should
since some such than that their them then there these they this those through time under until upon very well went were
what when where which while whom will with within without would year years your""".split())


class Corpus:
    """A folder with articles.jsonl, truth.tsv where known, passages.tsv and queries."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.name = self.folder.name
        self.articles = self.folder / "articles.jsonl"
        self.truth = self.folder / "articles.truth.tsv"
        self.passages = self.folder / "passages.tsv"
        self.queries = self.folder / "queries.txt"
        self.queries_json = self.folder / "queries.jsonl"
        self.text_megabytes = self.article_count = self.passage_count = 0

    def make(self, make_news, size, extra=(), passages=True):
        """Makes the articles by recipe, once for the same arguments; `passages` is for the peers."""
        recipe = " ".join([str(size), *extra])
        stamp = self.folder / "recipe"
        if not (stamp.exists() and stamp.read_text() == recipe):
            self.folder.mkdir(parents=True, exist_ok=True)
            subprocess.run([str(make_news), str(size), str(self.articles), *extra], check=True)
            self.passages.unlink(missing_ok=True)
            (self.folder / "counts.json").unlink(missing_ok=True)
            stamp.write_text(recipe)
        return self.prepared(passages)

    def take(self, source):
        """Takes articles that somebody else made, and the truth that lies beside them."""
        self.folder.mkdir(parents=True, exist_ok=True)
        source = pathlib.Path(source)
        opened = gzip.open if source.suffix == ".gz" else open
        with opened(source, "rb") as file, open(self.articles, "wb") as out:
            while block := file.read(1 << 20):
                out.write(block)
        truth = pathlib.Path(re.sub(r"\.jsonl(\.gz)?$", ".truth.tsv", str(source)))
        if truth.exists():
            self.truth.write_bytes(truth.read_bytes())
        self.passages.unlink(missing_ok=True)
        return self.prepared()

    def prepared(self, passages=True):
        counts = self.folder / "counts.json"
        if passages and not self.passages.exists() or not counts.exists():
            sample = self.read_articles(passages)
            self.write_queries(sample)
            counts.write_text(json.dumps([self.text_megabytes, self.article_count, self.passage_count]))
        self.text_megabytes, self.article_count, self.passage_count = json.loads(counts.read_text())
        return self

    def read_articles(self, passages):
        """Counts the articles and returns a sample of their passages, up to 60,000 texts.

        Writes what the peers index, if wanted: id, outlet, date, title on the first passage, text, between tabs.
        """
        draw, texts, characters, self.article_count, self.passage_count = random.Random(7), [], 0, 0, 0
        with open(self.articles, encoding="utf-8") as file, \
                open(self.passages if passages else os.devnull, "w", encoding="utf-8") as out:
            for line in file:
                record = json.loads(line)
                words = record["text"].split()
                title = " ".join((record.get("title") or "").split())
                date = record.get("published") or record.get("date") or ""
                outlet = " ".join((record.get("outlet") or "").split())
                for ordinal, start in enumerate(range(0, max(1, len(words)), WORDS_A_PASSAGE)):
                    text = " ".join(words[start:start + WORDS_A_PASSAGE])
                    out.write(f"{record['id']}#{ordinal}\t{outlet}\t{date}\t{'' if ordinal else title}\t{text}\n")
                    self.passage_count += 1
                    if len(texts) < 60_000:
                        texts.append(text)
                    elif draw.random() < 60_000 / self.passage_count:
                        texts[draw.randrange(60_000)] = text
                characters += len(record["text"].encode())
                self.article_count += 1
        self.text_megabytes = round(characters / 1e6, 3)
        return texts

    def write_queries(self, texts):
        """Writes queries of two to four words that some passage holds, none of them rare or everywhere."""
        draw = random.Random(8)
        words = [WORD.findall(text.lower()) for text in texts]
        frequency = collections.Counter(word for each in words for word in set(each))
        usual = {word for word, count in frequency.items()
                 if 5 <= count <= 0.05 * len(texts) and word not in STOP}
        found = []
        while len(found) < QUERIES:
            choices = sorted(set(draw.choice(words)) & usual)
            if len(choices) >= 4:
                found.append(" ".join(draw.sample(choices, draw.randint(2, 4))))
        self.queries.write_text("\n".join(found) + "\n", encoding="utf-8")
        with open(self.queries_json, "w", encoding="utf-8") as out:
            for number, query in enumerate(found):
                out.write(json.dumps({"_id": f"q{number}", "text": query}) + "\n")
