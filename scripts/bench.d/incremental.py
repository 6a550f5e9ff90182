"""Measures indexing a folder of many files again, of which a few have changed.

    incremental.py REPRISE WORK [--files 100000] [--changed 10]

Makes the folder in WORK unless it is there, indexes it, then runs three times: with nothing changed, with some files
changed, and with nothing changed again. Prints what each run took as a table; an error if a run touched more or less
than it should.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys

import measure

WORDS = """harbour minister strike vote river bridge report council fire market police ship drone farmer budget
school election bank court storm factory border treaty village hospital""".split()


def text(number, version):
    chance = random.Random(number * 1000 + version)
    sentences = (" ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(4))
    return f"Article {number}, version {version}\n\n" + " ".join(sentences) + "\n"


def make(folder, files):
    for number in range(files):
        path = folder / f"{number // 1000:03}" / f"{number}.txt"
        if number % 1000 == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(number, 0))


def run(reprise, index, folder, expected):
    """Indexes the folder; returns what it cost, and ends the program where it did something else than expected."""
    out = index.with_suffix(".json")
    with open(out, "wb") as file:
        cost = measure.run([reprise, "index", "--json", "--quiet", "--db", index, folder], stdout=file)
    done = json.loads(out.read_text().split("\n")[0])
    found = {key: done[key] for key in expected}
    if cost.code or found != expected:
        sys.exit(f"expected {expected}, found {found}, exit code {cost.code}")
    return cost


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reprise", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--changed", type=int, default=10)
    options = parser.parse_args()
    options.reprise = options.reprise.resolve()
    folder, index = options.work / f"files-{options.files}", options.work / "incremental.reprise"
    subprocess.run(["rm", "-rf", index], check=True)
    make(folder, options.files)
    whole = {"added": options.files, "replaced": 0, "unchanged_files": 0}
    same = {"added": 0, "replaced": 0, "unchanged_files": options.files}
    some = {"added": 0, "replaced": options.changed, "unchanged_files": options.files - options.changed}
    rows = [("all new", run(options.reprise, index, folder, whole)),
            ("nothing changed", run(options.reprise, index, folder, same))]
    for number in range(0, options.files, max(1, options.files // options.changed)):
        (folder / f"{number // 1000:03}" / f"{number}.txt").write_text(text(number, 1) + "Changed.\n")
    rows += [(f"{options.changed} changed", run(options.reprise, index, folder, some)),
             ("nothing changed", run(options.reprise, index, folder, same))]
    print(f"| {options.files:,} files | wall s | CPU s | peak MB |\n| --- | ---: | ---: | ---: |")
    for name, cost in rows:
        print(f"| {name} | {cost.wall:.1f} | {cost.cpu:.1f} | {cost.megabytes:.0f} |")


if __name__ == "__main__":
    main()
