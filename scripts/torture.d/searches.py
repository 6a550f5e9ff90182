"""Searches with options drawn at random: every combination gives an answer or a message."""
import random

from disturbed import Tally
from mutations import mutated
from world import World, run

OPTIONS = (
    lambda draw, ids: ["--expand"],
    lambda draw, ids: ["--like", draw.choice([*ids, "nobody", ""])],
    lambda draw, ids: ["--copies"],
    lambda draw, ids: ["--spread"],
    lambda draw, ids: ["--fresh", draw.choice(["1", "0.001", "1e300", "0", "-1", "nan", "inf", "x"])],
    lambda draw, ids: ["--facets", draw.choice(["outlet", "person,org,place", "month,month", "outlet,x", ",", ""])],
    lambda draw, ids: ["--facet-limit", draw.choice(["1", "0", "1000000", "-3"])],
    lambda draw, ids: ["--sort", draw.choice(["relevance", "newest", "oldest", "random"])],
    lambda draw, ids: ["--group", draw.choice(["none", "text", "article", "x"])],
    lambda draw, ids: ["--limit", draw.choice(["1", "3", "100000", "0"])],
    lambda draw, ids: ["--offset", draw.choice(["0", "7", "100000000", "-1"])],
)


def searches(options, scratch):
    tally = Tally("searches with options")
    draw = random.Random(options.seed)
    world = World(options.reprise, scratch / "searches", 200, 1, 300, options.seed)
    world.write(0)
    run(world.index_command([0]))
    listed = run([world.reprise, "search", "--db", world.database, "--json", "--limit", "20", "after:1900"])
    ids = [line["article"] for line in listed.lines()] or ["none"]
    for trial in range(options.queries):
        chosen = [part for option in draw.sample(OPTIONS, draw.choice((1, 1, 2, 3, 5))) for part in option(draw, ids)]
        query = ["report evening", "drone*", "-report", mutated(draw)][draw.randrange(4)]
        command = [world.reprise, "search", "--db", world.database, "--json", *chosen, "--", query]
        done = run(command, timeout=options.timeout)
        if done.hung or done.crashed or done.code not in (0, 1, 2, 64):
            tally.fail(trial, f"{chosen} {query[:80]!r} {done}")
        elif done.code in (2, 64) and not done.err.strip():
            tally.fail(trial, f"{chosen} {query[:80]!r} failed without a message")
        else:
            try:
                done.lines()
                tally.add({0: "found", 1: "nothing found"}.get(done.code, "refused with a message"))
            except (ValueError, UnicodeDecodeError):
                tally.fail(trial, f"{chosen} {query[:80]!r}: the output is no JSON")
    return tally
