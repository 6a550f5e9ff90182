"""Known item: an article's headline as query should find the article.

The field of headlines is not used: no record that is indexed has a title. Two variants say what the text holds:

    headline in the text     the headline is the first line of the text, words like all others
    headline left out        the text alone; words of the headline count only where the article has them too

Raw Xapian stands beside each: one document an article, TermGenerator and BM25 at their defaults, over the same texts;
the query is an OR of the headline's stems. Articles without headline or text, and headlines that several articles have,
are left out of the queries but not of the index.
"""
import collections
import gzip
import json
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def measure(evaluation, reprise, path, most):
    """Prints R@1 and R@10 of both variants, through the command and through raw Xapian."""
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")) as file:
        articles = [json.loads(line) for line in file]
    articles = [article for article in articles if (article.get("text") or "").strip()]
    counts = collections.Counter(flat(article.get("title")).lower() for article in articles)
    asked = {str(number): article for number, article in enumerate(articles)
             if flat(article.get("title")) and counts[flat(article["title"]).lower()] == 1}
    if most and most < len(asked):
        asked = dict(random.Random(1).sample(sorted(asked.items(), key=lambda item: int(item[0])), most))
    print(f"{len(articles)} articles, {len(asked)} headlines\n")
    print(f"{'variant':24}{'':14}{'R@1':>8}{'R@10':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        raw = compiled(scratch)
        queries = scratch / "queries.jsonl"
        queries.write_text("".join(json.dumps({"_id": number, "text": flat(article["title"])}) + "\n"
                                   for number, article in asked.items()))
        for variant, has_headline in (("headline in the text", True), ("headline left out", False)):
            texts = {number: (flat(article.get("title")) + "\n\n" if has_headline else "") + article["text"]
                     for number, article in enumerate(articles)}
            for name, run in (("reprise", by_reprise), ("raw Xapian", by_xapian)):
                found = run(evaluation, reprise if run is by_reprise else raw, scratch, texts, articles, queries)
                ranks = [found.get(number, [])[:10] for number in asked]
                first = sum(bool(ids) and ids[0] == number for ids, number in zip(ranks, asked))
                ten = sum(number in ids for ids, number in zip(ranks, asked))
                print(f"{variant:24}{name:14}{first / len(asked):8.3f}{ten / len(asked):8.3f}", flush=True)


def flat(text):
    return " ".join((text or "").split())


def compiled(scratch):
    """Compiles the program that asks raw Xapian, and returns its path."""
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "xapian-core"], check=True, capture_output=True,
                           text=True).stdout.split()
    program = scratch / "raw_xapian"
    subprocess.run(["g++", "-O2", "-std=c++17", HERE / "raw_xapian.cc", "-o", program, *flags], check=True,
                   stderr=sys.stderr)
    return program


def by_reprise(evaluation, reprise, scratch, texts, articles, queries):
    corpus, run = scratch / "corpus.jsonl", scratch / "run.trec"
    with open(corpus, "w", encoding="utf-8") as file:
        for number, text in texts.items():
            record = {"id": str(number), "outlet": articles[number].get("outlet"), "text": text,
                      "published": articles[number].get("published")}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    database = scratch / "index"
    subprocess.run(["rm", "-rf", database], check=True)
    evaluation.indexed(reprise, corpus, database)
    evaluation.asked(reprise, database, queries, run, depth=10)
    found = collections.defaultdict(list)
    for line in run.read_text().splitlines():
        query, _, article, *_ = line.split()
        found[query].append(article)
    return found


def by_xapian(_, program, scratch, texts, articles, queries):
    documents, database = scratch / "documents.tsv", scratch / "raw"
    with open(documents, "w", encoding="utf-8") as file:
        for number, text in texts.items():
            file.write(f"{number}\t{flat(text)}\n")
    lines = scratch / "queries.tsv"
    with open(lines, "w", encoding="utf-8") as file:
        for line in open(queries, encoding="utf-8"):
            query = json.loads(line)
            file.write(f"{query['_id']}\t{query['text']}\n")
    subprocess.run(["rm", "-rf", database], check=True)
    subprocess.run([program, "index", database, documents], check=True)
    run = subprocess.run([program, "query", database, lines], check=True, capture_output=True, text=True).stdout
    found = collections.defaultdict(list)
    for line in run.splitlines():
        query, article = line.split("\t")
        found[query].append(article)
    return found
