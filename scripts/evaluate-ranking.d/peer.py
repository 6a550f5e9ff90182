"""bm25s, a BM25 in Python, beside Reprise on the same collections, in one run.

It stands at its defaults (k1 1.5, b .75) and at Lucene's usual .9 and .4, with Snowball's stemmer of the collection's
language and its own list of stop words where it has one: `pip install bm25s PyStemmer`.
"""
import json
import pathlib
import tempfile

SETTINGS = ((1.5, 0.75), (0.9, 0.4))
STEMMERS = {"da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fr": "french",
            "hu": "hungarian", "it": "italian", "nl": "dutch", "pt": "portuguese", "ru": "russian", "tr": "turkish"}


def measure(evaluation, reprise, folders):
    """Prints nDCG@10 of both, and by how much Reprise is ahead of the better setting."""
    try:
        import bm25s  # noqa: F401
        import Stemmer  # noqa: F401
    except ImportError:
        return print("evaluate-ranking: skipped, bm25s and PyStemmer are not installed: pip install bm25s PyStemmer")
    print(f"{'collection':24}{'reprise':>10}" + "".join(f"{f'bm25s {k}/{b}':>16}" for k, b in SETTINGS) + "   ahead by")
    ahead = []
    for folder in folders:
        grades = evaluation.judgements(folder)
        with tempfile.TemporaryDirectory() as scratch:
            run, _, _ = evaluation.fresh_run(reprise, folder, pathlib.Path(scratch), ())
            own = evaluation.score(grades, evaluation.run_lines(run))[0][0]
        theirs = [evaluation.score(grades, run)[0][0] for run in runs(folder)]
        ahead.append(own / max(theirs) - 1)
        print(f"{folder.name:24}{own:10.4f}" + "".join(f"{value:16.4f}" for value in theirs)
              + f"{100 * ahead[-1]:+9.1f} %", flush=True)
    print(f"{'mean':66}{100 * sum(ahead) / len(ahead):+9.1f} %")


def runs(folder):
    """Gives what bm25s finds at each setting: the documents of each query."""
    import bm25s
    import Stemmer
    records = [json.loads(line) for line in open(folder / "corpus.jsonl", encoding="utf-8")]
    queries = [json.loads(line) for line in open(folder / "queries.jsonl", encoding="utf-8")]
    named = folder / "language"
    language = named.read_text().strip() if named.exists() else "en"
    options = {"stemmer": Stemmer.Stemmer(STEMMERS[language]) if language in STEMMERS else None,
               "show_progress": False}
    texts = [((record.get("title") or "") + " " + record["text"]).strip() for record in records]
    try:
        corpus = bm25s.tokenize(texts, stopwords=language, **options)
        asked = bm25s.tokenize([query["text"] for query in queries], stopwords=language, **options)
    except ValueError:  # it has no list for the language
        corpus = bm25s.tokenize(texts, stopwords=None, **options)
        asked = bm25s.tokenize([query["text"] for query in queries], stopwords=None, **options)
    for saturation, length in SETTINGS:
        index = bm25s.BM25(k1=saturation, b=length)
        index.index(corpus, show_progress=False)
        found, scores = index.retrieve(asked, k=min(1_000, len(records)), show_progress=False)
        yield {query["_id"]: [records[place]["_id"] for place, score in zip(row, values) if score > 0]
               for query, row, values in zip(queries, found, scores)}
