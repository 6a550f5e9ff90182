"""Reads the pages of training: features of blocks as `train-extraction` wrote them, and which blocks the gold text has."""
import gzip
import json
import re
from urllib.parse import urlsplit

import numpy as np

COLUMNS = 96
CLASS_COLUMNS = slice(86, 95)
TOKEN = re.compile(r"\w+")
#: Labels under which sites are registered, as co.uk.
SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne", "go", "gv"}


def site(row):
    """The registered domain of a page; the page itself where it has no address."""
    host = (urlsplit(row.get("url") or "").hostname or row["id"]).lower()
    parts = host.split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and parts[-2] in SECOND_LEVEL else parts[-2:])


def grams(tokens, size):
    """All runs of so many tokens."""
    return {tuple(tokens[at:at + size]) for at in range(len(tokens) - size + 1)}


def labels_by_text(texts, gold):
    """Label, and weight by words, of each block: whether most of its 4-grams are in the gold text."""
    tokens = TOKEN.findall(gold.lower())
    four = grams(tokens, 4)
    lines = {" ".join(TOKEN.findall(line.lower())) for line in gold.split("\n")}
    label, weight = np.zeros(len(texts)), np.zeros(len(texts))
    for index, text in enumerate(texts):
        words = TOKEN.findall(text.lower())
        if not words:
            continue
        if len(words) >= 4:
            own = grams(words, 4)
            label[index] = len(own & four) / len(own) >= .5
        else:
            label[index] = " ".join(words) in lines
        weight[index] = min(len(words) / max(len(tokens), 20), 1) + .002
    return label, weight


def labels_by_segments(texts, row):
    """Label and weight of the blocks that hold a segment which must, or must not, be in the text."""
    fold = lambda text: re.sub(r"\s+", " ", text).strip()
    label, weight = np.zeros(len(texts)), np.zeros(len(texts))
    folded = [fold(text) for text in texts]
    for segments, value in ((row.get("without") or [], 0), (row.get("with") or [], 1)):
        for segment in map(fold, segments):
            held = [index for index, text in enumerate(folded) if segment and segment in text]
            for index in held:
                label[index], weight[index] = value, .15 / len(held)
    return label, weight


class Page:
    """One page: its blocks with features, class words, labels and weights."""

    def __init__(self, name, row, texts, rows, words):
        self.set, self.row, self.id, self.site, self.texts = name, row, row["id"], site(row), texts
        self.rows, self.words = rows, words
        if row.get("text"):
            self.label, self.weight = labels_by_text(texts, row["text"])
        else:
            self.label, self.weight = labels_by_segments(texts, row)
        if name == "fundus":
            self.weight = self.weight * 2


def read(name, prefix, gold_path):
    """All pages of a set that have a gold text or segments."""
    gold = {row["id"]: row for row in map(json.loads, gzip.open(gold_path, "rt"))}
    rows = np.fromfile(prefix + ".rows", dtype=np.float32).reshape(-1, COLUMNS)
    words = np.fromfile(prefix + ".words", dtype=np.uint32)
    pages, at, word_at = [], 0, 0
    for line in open(prefix + ".jsonl"):
        page = json.loads(line)
        count = len(page["texts"])
        blocks = []
        for _ in range(count):
            sizes = words[word_at:word_at + 3]
            word_at += 3
            buckets = []
            for size in sizes:
                buckets.append(words[word_at:word_at + size])
                word_at += int(size)
            blocks.append(buckets)
        row = gold.get(page["id"])
        if row and (row.get("text") or row.get("with")):
            pages.append(Page(name, row, page["texts"], rows[at:at + count].copy(), blocks))
        at += count
    return pages
