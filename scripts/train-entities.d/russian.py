"""Prepares what the Russian model is trained on, beside the sets that people marked.

    python3 russian.py DATA_DIR OUT_DIR

DATA_DIR holds the set ru_wikiner. Needs natasha 1.6.0 from PyPI (MIT), with the tagger (slovnet) and the word vectors
(navec) that it brings. Writes to OUT_DIR:

    silver.conll    the texts of ru_wikiner with the tags of natasha
    groups.tsv      the most frequent words of news, each with the number of the group that its vector falls into

The same inputs give the same files on the same machine: the vectors are added up as its processor does.
"""
import sys
from pathlib import Path

import natasha
import numpy as np
from navec import Navec

WORDS = 91_000
GROUPS = 1_000
ROUNDS = 12
SENTENCES = 15


def sentences(path):
    words = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        column = line.split("\t")[0].strip()
        if column and column != "-DOCSTART-":
            words.append(column)
        elif words:
            yield words
            words = []
    if words:
        yield words


def spans(words, tagger):
    """The tags of some words; a name that does not begin and end with a word is left out."""
    starts, ends, text = {}, {}, ""
    for number, word in enumerate(words):
        starts[len(text)] = number
        text += word
        ends[len(text)] = number
        text += " "
    tags = ["O"] * len(words)
    for span in tagger(text).spans:
        if span.start not in starts or span.stop not in ends:
            continue
        first, last = starts[span.start], ends[span.stop]
        tags[first:last + 1] = ["B-" + span.type] + ["I-" + span.type] * (last - first)
    return tags


def write_silver(folder, out):
    tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())
    with open(out / "silver.conll", "w", encoding="utf-8") as file:
        for part in ("train", "dev", "test"):
            for words in sentences(folder / "ru_wikiner" / f"{part}.conll"):
                for word, tag in zip(words, spans(words, tagger)):
                    file.write(f"{word}\t{tag}\n")
                file.write("\n")


def grouped(vectors, count, rounds):
    """Groups of vectors of length 1 by k-means; the first middles are the vectors of the most frequent words."""
    middles = vectors[:count].copy()
    for _ in range(rounds):
        numbers = nearest(vectors, middles)
        sums = np.zeros_like(middles)
        np.add.at(sums, numbers, vectors)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        middles = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), middles)
    return nearest(vectors, middles)


def nearest(vectors, middles):
    return np.concatenate([(part @ middles.T).argmax(axis=1) for part in np.array_split(vectors, 64)])


def write_groups(out):
    path = Path(natasha.__file__).parent / "data" / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"
    navec = Navec.load(str(path))
    order = sorted(
        (i for i, word in enumerate(navec.vocab.words) if not word.startswith("<")),
        key=lambda i: (-navec.vocab.counts[i], navec.vocab.words[i]))[:WORDS]
    words = [navec.vocab.words[i] for i in order]
    vectors = np.stack([navec[word] for word in words]).astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    with open(out / "groups.tsv", "w", encoding="utf-8") as file:
        for word, number in zip(words, grouped(vectors, GROUPS, ROUNDS)):
            file.write(f"{word}\t{number + 1}\n")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    write_groups(out)
    write_silver(folder, out)


main()
