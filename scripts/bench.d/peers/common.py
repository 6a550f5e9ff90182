"""What the peers written in Python share: the passages' file, and timing queries."""
import json
import time


def passages(path):
    """Yields id, outlet, date, title (of an article's first passage) and text."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def time_queries(path, answer):
    """Runs every query twice through `answer`, which returns a count of hits, and prints the second pass's times."""
    with open(path, encoding="utf-8") as file:
        queries = file.read().splitlines()
    for query in queries:
        answer(query)
    times, hits = [], 0
    for query in queries:
        start = time.perf_counter()
        hits += answer(query)
        times.append((time.perf_counter() - start) * 1_000)
    mean, times = sum(times) / len(times), sorted(times)
    print(json.dumps({"queries": len(times), "hits": hits, "mean_ms": round(mean, 4),
                      "p50_ms": round(times[len(times) // 2], 4),
                      "p99_ms": round(times[len(times) * 99 // 100], 4)}))
