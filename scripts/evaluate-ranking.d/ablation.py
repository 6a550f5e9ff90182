"""What each part of the ranking brings: the same queries with one part changed at a time."""
import json
import pathlib
import tempfile

# (name, the option --ranking or another of the search, whether the index is to hold whole words instead of stems)
SETTINGS = (
    ("as it is", [], False),
    ("without the headline's weight", ["--ranking=titleWeight=0"], False),
    ("without neighbouring words", ["--ranking=pairWeight=0"], False),
    ("without the burstiness of terms", ["--ranking=burstinessPower=0"], False),
    ("without the query's frequency of terms", ["--ranking=queryFrequency=0"], False),
    ("without the stop list", ["--ranking=stopList=0"], False),
    ("only the best passage", ["--ranking=articleShare=0"], False),
    ("only the whole article", ["--ranking=articleShare=1"], False),
    ("the number of articles of a term estimated from passages", ["--ranking=countedArticles=0"], False),
    ("BM25 with 0.9 and 0.4 for 1.2 and 0.75", ["--ranking=saturation=0.9,lengthShare=0.4"], False),
    ("without stemming", ["--ranking=stems=0"], True),
    ("expanded by the best articles (`--expand`)", ["--expand"], False),
)
# The language that is declared for an index of whole words: one that has no stemmer.
UNSTEMMED = "pl"


def measure(evaluation, reprise, folders):
    """Prints a Markdown table: nDCG@10 of each collection, MAP for one named cacm, and their mean."""
    columns = {name: [] for name, _, _ in SETTINGS}
    for folder in folders:
        grades = evaluation.judgements(folder)
        measured = "MAP" if "cacm" in folder.name else "nDCG@10"
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch)
            unstemmed = scratch / "unstemmed.jsonl"
            declare(UNSTEMMED, folder / "corpus.jsonl", unstemmed)
            evaluation.indexed(reprise, folder / "corpus.jsonl", scratch / "stems")
            evaluation.indexed(reprise, unstemmed, scratch / "words")
            for name, options, is_unstemmed in SETTINGS:
                database, run = scratch / ("words" if is_unstemmed else "stems"), scratch / "run.trec"
                evaluation.asked(reprise, database, folder / "queries.jsonl", run, options)
                means, _ = evaluation.score(grades, evaluation.run_lines(run))
                columns[name].append(means[evaluation.MEASURES.index(measured)])
    print("| setting | " + " | ".join(folder.name for folder in folders) + " | mean |")
    print("| --- |" + " --- |" * (len(folders) + 1))
    for name, values in columns.items():
        cells = [f"{value:.3f}".lstrip("0") for value in [*values, sum(values) / len(values)]]
        print(f"| {name} | " + " | ".join(cells) + " |")


def declare(language, corpus, out):
    """Writes the records of a collection again with a language declared."""
    with open(corpus, encoding="utf-8") as records, open(out, "w", encoding="utf-8") as file:
        for line in records:
            record = json.loads(line)
            written = {"id": record["_id"], "title": record.get("title") or None, "text": record["text"],
                       "language": language}
            file.write(json.dumps(written, ensure_ascii=False) + "\n")
