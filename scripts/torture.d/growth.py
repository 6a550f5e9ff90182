"""Cost by size: each kind of size is doubled twice, and the CPU time may not grow much faster than it does.

For each kind and command: seconds of CPU for one, two and four times a size, without those of an input of next to nothing, and the
exponent that fits them best. What is bounded (words of a query, lengths of fields, refusals that are listed) is measured beyond its bound.
"""
import gzip
import json
import math
import os
import random
import resource
import shutil
import subprocess

from disturbed import Tally
from hostile import MEMORY

MOST = 1.2  # the largest exponent that is linear, as far as such times can tell
LEAST = .08  # seconds below which a time says nothing
SENTENCE = "The minister said on Monday that the grain terminal in Odessa had been shut by a fire which started in a gallery. "


def name(number):
    letters, number = "", number + 26 * 26
    while number:
        letters, number = chr(97 + number % 26) + letters, number // 26
    return letters.capitalize()


def marks(number, seed=1):
    draw = random.Random(seed)
    return "".join(draw.choice("\u0301\u0323\u0345\u0327\u0334") for _ in range(number))


def one(folder, text, **fields):
    record = {"id": "a", "outlet": "o", "published": "2024-01-01", "text": text, **fields}
    (folder / "in.jsonl").write_text(json.dumps(record) + "\n")
    (folder / "in.txt").write_text(text)


def two(folder, text, **fields):
    one(folder, text, **fields)
    record = {"id": "b", "outlet": "p", "published": "2024-01-02", "text": text}
    with open(folder / "in.jsonl", "a", encoding="ascii") as file:
        file.write(json.dumps(record) + "\n")


def queries(folder, number):
    one(folder, SENTENCE)
    query = {"_id": "1", "text": " ".join(f"w{each}" for each in range(number))}
    (folder / "q.jsonl").write_text(json.dumps(query) + "\n")


def chain(folder, depth):
    shutil.rmtree(folder / "top", ignore_errors=True)
    inner = folder / "top"
    inner.mkdir()
    for number in range(depth):
        inner = inner / "d"
        inner.mkdir()
        if number % 8 == 0:
            (inner / "a.txt").write_text(f"The goat {number} is back.")


def refused(folder, number):
    (folder / "in.jsonl.gz").write_bytes(gzip.compress(b"x\n" * number, 9))


def zeros(folder, number):
    piece = gzip.compress(b"\0" * (1 << 20), 9)
    with open(folder / "in.jsonl.gz", "wb") as file:
        for _ in range(number):
            file.write(piece)


INDEX, TAG = ["index", "-q", "-j", "1", "--db", "new", "in.jsonl"], ["tag", "in.txt"]
PACKED = ["index", "-q", "-j", "1", "--db", "new", "in.jsonl.gz"]
SHOW, SEARCH = ["show", "--db", "db", "--", "a"], ["search", "--db", "db", "-q", "grain"]
CHECK, REPRINTS = ["check", "--db", "db", "-q", "in.txt"], ["reprints", "--db", "db", "-q", "-j", "1"]
COMPARE, PAGE = ["compare", "--db", "db", "--", "a", "b"], ["compare", "--db", "db", "--html", "page.html", "--", "a", "b"]

KINDS = [
    ("distinct names", 8_000, lambda f, n: one(f, " said. ".join(f"{name(2 * i)} {name(2 * i + 1)}" for i in range(n))), [INDEX, TAG]),
    ("one family name", 4_000, lambda f, n: one(f, " said. ".join(f"{name(i)} Smith" for i in range(n))), [INDEX, TAG]),
    ("family names alone", 4_000, lambda f, n: one(
        f, " said. ".join(f"{name(i)} {name(i + 500_000)}" for i in range(n)) + " said. "
        + " said. ".join(f"Mr. {name(i + 500_000)}" for i in range(n))), [INDEX, TAG]),
    ("one given name", 4_000, lambda f, n: one(f, " said. ".join(f"John {name(i)}" for i in range(n))), [INDEX, TAG]),
    ("organisations", 4_000, lambda f, n: one(
        f, " said. ".join(f"{name(i)} Bank of {name(i + 77)} ({name(i)[:4].upper()})" for i in range(n))), [INDEX, TAG]),
    ("acronyms", 16_000, lambda f, n: one(f, " said. ".join(name(i).upper() for i in range(n))), [INDEX, TAG]),
    ("different words", 50_000, lambda f, n: one(f, " ".join(name(i).lower() for i in range(n))), [INDEX, TAG]),
    ("credits", 6_000, lambda f, n: two(f, "Reuters reported. (AP) — no. " * n), [CHECK, REPRINTS]),
    ("credited papers", 4_000, lambda f, n: two(f, "".join(f"the {name(i)} Gazette reported. " for i in range(n))), [CHECK, REPRINTS]),
    ("credited addresses", 4_000, lambda f, n: two(f, "".join(f"first published by http://{name(i)}.com/a now. " for i in range(n))),
     [CHECK, REPRINTS]),
    ("bylines", 4_000, lambda f, n: two(f, "By John Smith, Reuters\n\n" * n), [CHECK, REPRINTS]),
    ("marks on a letter", 20_000, lambda f, n: two(f, SENTENCE * 3 + "grain a" + marks(n) + " fire. " + SENTENCE),
     [INDEX, TAG, SHOW, SEARCH, COMPARE, PAGE, CHECK]),
    ("letters with marks, one word", 40_000, lambda f, n: two(f, SENTENCE * 3 + "e\u0301" * n + " fire. " + SENTENCE),
     [INDEX, TAG, SHOW, SEARCH, COMPARE, PAGE, CHECK]),
    ("quotes", 20_000, lambda f, n: two(f, "“we will go there now,” he said. " * n), [INDEX, CHECK]),
    ("words of a query", 8_000, queries, [["search", "--db", "db", "--queries", "q.jsonl"]]),
    ("depth of folders", 200, chain, [["index", "-q", "--db", "new", "top"]]),
    ("refused lines", 60_000, refused, [PACKED]),
    ("packed zeros, MB", 100, zeros, [PACKED]),
    ("bytes of an outlet", 500_000, lambda f, n: two(f, SENTENCE * 3, outlet="o " * (n // 2)), [INDEX, SEARCH, REPRINTS]),
    ("bytes of a headline", 500_000, lambda f, n: two(f, SENTENCE * 3, title="t " * (n // 2)), [INDEX, SEARCH, REPRINTS]),
    ("bytes of an id", 500_000, lambda f, n: two(f, SENTENCE * 3, id="a" * n), [INDEX, SEARCH, REPRINTS]),
]


def seconds(command, folder):
    """The CPU seconds of a command, the least of two runs."""
    times = []
    for _ in range(2):
        shutil.rmtree(folder / "new", ignore_errors=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 1, 2):
            raise OSError(f"exit code {done.returncode}: {done.stderr[-200:]!r}")
        times.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return min(times)


def exponent(times):
    """The slope of the line through the logarithms of three times, of sizes that double."""
    logs = [math.log2(max(each, .001)) for each in times]
    return (logs[2] - logs[0]) / 2


def measured(kind, make, size, commands, reprise, folder):
    """For each command its times at one, two and four times a size, above those of the smallest input."""
    rows = {tuple(command): [] for command in commands}
    for number in (1, size, 2 * size, 4 * size):
        for each in folder.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        make(folder, number)
        if any("db" in command for command in commands):
            subprocess.run([reprise, "index", "-q", "--db", "db", "in.jsonl"], cwd=folder, check=False, stderr=subprocess.DEVNULL)
        for command in commands:
            rows[tuple(command)].append(seconds([reprise, *command], folder))
    for command, (least, *times) in rows.items():
        yield " ".join(command[:1]) + (" --html" if "--html" in command else ""), [max(0, each - least) for each in times]


def growth(options, scratch):
    tally = Tally("cost by size")
    print("| kind | size | command | seconds of CPU | exponent |\n| --- | ---: | --- | --- | ---: |", flush=True)
    for kind, size, make, commands in KINDS:
        if options.kinds and not any(each in kind for each in options.kinds):
            continue
        folder = scratch / "growth"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            for command, times in measured(kind, make, size, commands, os.fspath(options.reprise), folder):
                slope = exponent(times) if times[2] > LEAST else None
                print(f"| {kind} | {size:,} | {command} | {', '.join(f'{each:.2f}' for each in times)} | "
                      f"{'–' if slope is None else f'{slope:.2f}'} |", flush=True)
                if slope is not None and slope > MOST:
                    tally.fail(0, f"{kind}, {command}: {times} s for {size}, {2 * size}, {4 * size}: exponent {slope:.2f}")
                else:
                    tally.add("near linear or bounded")
        except OSError as error:
            tally.fail(0, f"{kind}: {error}")
    usage = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(f"torture: the most memory of a command was {usage >> 20} MB", flush=True)
    if usage > MEMORY:
        tally.fail(0, f"a command took {usage >> 20} MB")
    return tally
