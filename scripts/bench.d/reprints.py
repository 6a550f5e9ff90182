#!/usr/bin/env python3
"""Measures the report on reprints, a family of thousands and the check of a draft, on articles made by make-news.

    scripts/bench.d/reprints.py                       20,000 articles, a family of 2,000 in 20,000 more
    scripts/bench.d/reprints.py --size 200000 --family 0
    scripts/bench.d/reprints.py --base FILE.jsonl.gz  words that follow one another as in that corpus

Times are of the whole process: CPU is what it used on all threads, and the smallest of --runs. A busy machine makes
poor figures; its load is printed first.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "scripts" / "bench.d"))

import machine  # noqa: E402

DRAFT_WORDS = 5_000
REUSE = ("reprint", "partial", "rewrite")


def timed(command, output=subprocess.DEVNULL):
    """Returns wall seconds, CPU seconds and peak megabytes of a process, which must not fail."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(runs, command, output=None):
    def once():
        if not output:
            return timed(command)
        with open(output, "wb") as file:
            return timed(command, file)

    return min((once() for _ in range(runs)), key=lambda times: times[1])


def recall(truth, report):
    """Returns the share of planted pairs that are reported, and how many others are called reprints."""
    planted = set()
    with open(truth, encoding="utf-8") as file:
        for line in file:
            planted.add(tuple(sorted(line.split("\t")[:2])))
    found, false = 0, 0
    with open(report, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["type"] != "pair" or row["relation"] not in REUSE:
                continue
            if (row["a"], row["b"]) in planted:
                found += 1
            elif row["relation"] == "reprint":
                false += 1
    return found / max(1, len(planted)), false


def made(folder, name, options, reprise, *arguments):
    articles, index = folder / f"{name}.jsonl", folder / name
    command = [sys.executable, ROOT / "scripts/make-news", *arguments, articles, "--seed", options.seed]
    if options.base:
        command += ["--base", options.base]
    subprocess.run([str(part) for part in command], check=True, stderr=subprocess.DEVNULL)
    subprocess.run([str(reprise), "index", "--quiet", "--db", str(index), str(articles)], check=True)
    return articles, index


def report(folder, name, options, reprise, articles, index):
    out = folder / f"{name}.report.jsonl"
    wall, cpu, memory = best(options.runs, [reprise, "reprints", "--json", "--families", "--db", index], out)
    share, false = recall(str(articles).replace(".jsonl", ".truth.tsv"), out)
    print(f"{name}: report {wall:.2f} s, {cpu:.2f} s of CPU, {memory:.0f} MB; "
          f"recall {share:.4f}, {false} other reprints")
    return out


def check(folder, options, reprise, articles, index):
    words, draft = [], folder / "draft.txt"
    with open(articles, encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % 97 == 0:
                words += json.loads(line)["text"].split(" ")
            if len(words) >= DRAFT_WORDS:
                break
    draft.write_text(" ".join(words[:DRAFT_WORDS]), encoding="utf-8")
    wall, cpu, _ = best(max(5, options.runs), [reprise, "check", "--json", "--db", index, draft])
    print(f"check of {DRAFT_WORDS} words: {1000 * wall:.0f} ms, {1000 * cpu:.0f} ms of CPU")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--size", type=int, default=20_000, help="articles of the report (default 20000)")
    parser.add_argument("--family", type=int, default=2_000, help="outlets that run one text; 0 for none")
    parser.add_argument("--seed", type=int, default=1, help="of the invented articles")
    parser.add_argument("--base", metavar="FILE", help="follow the words of this corpus")
    parser.add_argument("--runs", type=int, default=3, help="of each report (default 3)")
    parser.add_argument("--reprise", default=ROOT / ".build/release/reprise", help="the command")
    options = parser.parse_args()
    print(machine.described())
    with tempfile.TemporaryDirectory(prefix="reprise-bench-") as name:
        folder, reprise = pathlib.Path(name), pathlib.Path(options.reprise).resolve()
        corpus = made(folder, "copies", options, reprise, options.size)
        report(folder, "copies", options, reprise, *corpus)
        check(folder, options, reprise, *corpus)
        if options.family:
            corpus = made(folder, "family", options, reprise, 20_000 + options.family, "--family", options.family)
            out = report(folder, "family", options, reprise, *corpus)
            with open(out, encoding="utf-8") as file:
                sizes = [len(row["articles"]) for row in map(json.loads, file) if row["type"] == "family"]
            print(f"family: the largest has {max(sizes, default=0)} of {options.family} articles")


if __name__ == "__main__":
    main()
