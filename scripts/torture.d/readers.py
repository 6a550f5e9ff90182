"""Readers that query throughout while a writer replaces articles, file by file."""
import json
import random
import threading
import time

from disturbed import Tally
from world import World, Wrong, run, word


class Reader(threading.Thread):
    """Asks for the first and last words of some articles, again and again, each time in a fresh process."""

    def __init__(self, world, number, bounds, stopping):
        super().__init__(daemon=True)
        self.world, self.number, self.bounds, self.stopping = world, number, bounds, stopping
        self.random, self.asked, self.wrong = random.Random(number), 0, []

    def run(self):
        while not self.stopping.is_set():
            articles = self.random.sample(range(self.world.count), 20)
            lowest = [self.bounds[article][0] for article in articles]
            queries = self.world.folder / f"reader{self.number}.jsonl"
            with open(queries, "w", encoding="utf-8") as out:
                for article, low in zip(articles, lowest):
                    # The writer may raise a version once or twice while the process runs.
                    for version in range(low, low + 4):
                        for part in ("begin", "end"):
                            out.write(json.dumps({"_id": f"{article} {part} {version}",
                                                  "text": word(article * 100 + version, part)}) + "\n")
            done = run([self.world.reprise, "search", "--db", self.world.database, "--json", "--group", "none",
                        "--quiet", "--queries", queries])
            highest = [self.bounds[article][1] for article in articles]
            self.judge(done, articles, lowest, highest)

    def judge(self, done, articles, lowest, highest):
        if done.code not in (0, 1):
            self.wrong.append(f"search {done}")
            return
        found = {}
        for line in done.lines():
            found.setdefault(line["query"], []).append(line["article"])
        for article, low, high in zip(articles, lowest, highest):
            self.asked += 1
            hits = {part: [version for version in range(low, low + 4)
                           for _ in found.get(f"{article} {part} {version}", [])] for part in ("begin", "end")}
            if hits["begin"] != hits["end"] or len(hits["begin"]) != 1 or not low <= hits["begin"][0] <= high:
                self.wrong.append(f"a{article} begins in versions {hits['begin']} and ends in {hits['end']}, "
                                  f"{low} to {high} were possible")


def readers(options, scratch):
    tally = Tally("readers during writes")
    world = World(options.reprise, scratch / "readers", options.articles, options.files, options.words, options.seed)
    bounds = [(1, 1)] * world.count
    everything = list(range(options.files))
    for file in everything:
        world.write(file)
    first = run(world.index_command(everything))
    if first.code != 0:
        tally.fail(0, f"indexing {first}")
        return tally
    stopping = threading.Event()
    threads = [Reader(world, number, bounds, stopping) for number in range(options.readers)]
    for thread in threads:
        thread.start()
    deadline, runs = time.monotonic() + options.reader_seconds, 0
    while time.monotonic() < deadline and max(world.version) < 90:
        file = world.random.randrange(options.files)
        world.write(file)
        for article in world.members[file]:
            bounds[article] = (bounds[article][0], world.version[article])
        done = run(world.index_command([file]))
        if done.code != 0:
            tally.fail(runs, f"indexing {done}")
            break
        for article in world.members[file]:
            bounds[article] = (world.version[article], world.version[article])
        runs += 1
    stopping.set()
    for thread in threads:
        thread.join()
    tally.counts["answers"] = sum(thread.asked for thread in threads)
    tally.counts["runs of the writer meanwhile"] = runs
    for thread in threads:
        for message in thread.wrong:
            tally.fail(thread.number, message)
    world.must_hold(everything)
    try:
        world.check(world.count)
    except Wrong as wrong:
        tally.fail(runs, str(wrong))
    return tally
