"""Query latency of Reprise, from outside: what a process takes for more queries than another.

A batch of queries is answered by one process (`search --queries`). Start-up, opening the index and the first touch of
every page are taken out: the batch is run once with every query once and once with every query twice, and the
difference, divided by the number of queries, is the warm mean. For the spread over queries, single queries of a
sample are run alike, repeated 20 and 40 times. Runs alternate, and the mean of two differences counts.
"""
import json
import statistics
import subprocess
import tempfile
import time

import measure

SAMPLE, REPEATS, TURNS = 40, 20, 2


class Unsupported(Exception):
    """The command knows no batches in this format."""


def batch_seconds(binary, db, lines, arguments):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, line in enumerate(lines):
            file.write(json.dumps({"_id": f"q{number}", "text": line}) + "\n")
        file.flush()
        cost = measure.run([binary, "search", "--db", db, *arguments, "--queries", file.name])
        if cost.code not in (0, 1):
            raise Unsupported(f"search {' '.join(arguments)} --queries ends with {cost.code}")
        return cost.wall


def difference(binary, db, lines, arguments, once, turns=TURNS):
    """Returns the milliseconds of one query on average, from `once` rounds against twice as many."""
    found = []
    for _ in range(turns):
        short = batch_seconds(binary, db, lines * once, arguments)
        long = batch_seconds(binary, db, lines * (2 * once), arguments)
        found.append((long - short) * 1_000 / (len(lines) * once))
    return statistics.median(found)


def times(binary, db, corpus, arguments, repeats=REPEATS, turns=TURNS):
    """Returns mean, p50 and p99 in milliseconds; the percentiles from a sample, each query by itself."""
    binary, db = str(binary), str(db)
    lines = corpus.queries.read_text(encoding="utf-8").splitlines()
    mean = difference(binary, db, lines, arguments, 1, turns)
    single = sorted(difference(binary, db, [line], arguments, repeats, 1) for line in lines[:SAMPLE])
    return {"queries": len(lines), "mean_ms": round(mean, 4), "p50_ms": round(single[len(single) // 2], 4),
            "p99_ms": round(single[-1], 4)}


def process_times(binary, db, corpus, arguments, count=60):
    """Returns the times of whole processes, one query each, as somebody at a terminal has them."""
    found = []
    for line in corpus.queries.read_text(encoding="utf-8").splitlines()[:count]:
        started = time.perf_counter()
        done = subprocess.run([str(binary), "search", "--db", str(db), *arguments, line], capture_output=True)
        found.append((time.perf_counter() - started) * 1_000)
        if done.returncode not in (0, 1):
            raise Unsupported(f"search ends with {done.returncode}: {done.stderr.decode()[-300:]}")
    found.sort()
    return {"queries": len(found), "mean_ms": round(statistics.mean(found), 4),
            "p50_ms": round(found[len(found) // 2], 4), "p99_ms": round(found[-1], 4)}


def stages(binary, db, corpus, arguments):
    """Returns p50 and p99 of each stage and those before it, timed within the process, warm.

    All queries are asked twice in one process, and the second time counts.
    """
    lines = corpus.queries.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        asked, written = f"{folder}/queries.jsonl", f"{folder}/timings.jsonl"
        with open(asked, "w", encoding="utf-8") as file:
            for number, line in enumerate(lines * 2):
                file.write(json.dumps({"_id": f"q{number}", "text": line}) + "\n")
        done = subprocess.run([str(binary), "search", "--db", str(db), *arguments, "--queries", asked, "--timings",
                               written], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode not in (0, 1):
            raise Unsupported(f"search --timings ends with {done.returncode}: {done.stderr.decode()[-300:]}")
        with open(written, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file][len(lines):]
    return {"ranking": quantiles([row["ranking"] for row in rows]),
            "with extracts": quantiles([row["ranking"] + row["extracts"] for row in rows]),
            "with extracts and outlets": quantiles([row["total"] for row in rows])}


def quantiles(microseconds):
    found = sorted(microseconds)
    return {"p50_ms": found[len(found) // 2] / 1_000, "p99_ms": found[len(found) * 99 // 100] / 1_000}
