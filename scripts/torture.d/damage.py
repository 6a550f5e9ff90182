"""Copies of an index with flipped, zeroed or missing bytes: an error or a right answer, never a crash or a hang.

What `verify` finds, `verify --repair` and a run over the sources must mend: then all answers are as before.
"""
import json
import os
import random
import shutil

from disturbed import Tally
from world import World, run, word

KINDS = ("one bit", "eight bytes", "zeroed page", "cut short", "file gone", "swapped pages")


def damaged(draw, folder, kind, keeps_time):
    """Damages one file under a folder, the larger ones more often, and says what was done.

    A failing disk leaves a file's time as it was; a person or a program that writes to it does not.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    path = draw.choices(files, [path.stat().st_size ** 0.5 for path in files])[0]
    content, before = bytearray(path.read_bytes()), path.stat()
    place = draw.randrange(len(content))
    if kind == "one bit":
        content[place] ^= 1 << draw.randrange(8)
    elif kind == "eight bytes":
        for _ in range(8):
            content[draw.randrange(len(content))] = draw.randrange(256)
    elif kind == "zeroed page":
        content[place & ~4095:(place & ~4095) + 4096] = bytes(len(content[place & ~4095:(place & ~4095) + 4096]))
    elif kind == "cut short":
        del content[place:]
    elif kind == "swapped pages":
        pages = [content[start:start + 8192] for start in range(0, len(content), 8192)]
        draw.shuffle(pages)
        content = b"".join(pages)
    if kind == "file gone":
        path.unlink()
    else:
        path.write_bytes(content)
        if keeps_time:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"{kind} of {path.relative_to(folder)} at {place}{', its time kept' * keeps_time}"


def commands(world, articles, queries):
    yield "status", ["status", "--json"]
    yield "search", ["search", "--json", "--queries", str(queries)]
    yield "trec", ["search", "--format", "trec", "--queries", str(queries)]
    yield "show", ["show", "--json", f"a{articles[0]}"]
    yield "reprints", ["reprints", "--json"]
    yield "verify", ["verify"]


def mended(world, folder, answers, right):
    """Repairs a damaged copy, and returns what is still wrong then; nothing where all is well."""
    repaired = run([world.reprise, "verify", "--repair", "--db", folder])
    if repaired.code == 2 and (b"manifest.json" in repaired.err or b"there is no index" in repaired.err):
        return ""  # without its manifest an index cannot be read at all, and says so
    if repaired.code != 0:
        return f"repair {repaired}"
    again = run([world.reprise, "index", "--quiet", "--db", folder, *map(world.path, (0, 1))])
    if again.code != 0:
        return f"indexing after the repair {again}"
    found = answers(folder)
    differing = [name for name in right if found[name] != right[name]]
    return f"after the repair other answers of {', '.join(differing)}" if differing else ""


def damage(options, scratch):
    tally = Tally("damaged copies")
    draw = random.Random(options.seed)
    world = World(options.reprise, scratch / "damage", 60, 2, 300, options.seed)
    for file in (0, 1, 1):  # the second comes twice, so that there are replaced articles
        world.write(file)
        run(world.index_command([file]))
    articles = draw.sample(range(60), 8)
    queries = scratch / "damage.jsonl"
    with open(queries, "w", encoding="utf-8") as out:
        for article in articles:
            out.write(json.dumps({"_id": f"{article}", "text": word(article, "stay") + " report evening"}) + "\n")
    asked = list(commands(world, articles, queries))

    def answers(folder):
        return {name: run([world.reprise, rest[0], "--db", folder, *rest[1:]], timeout=options.timeout)
                for name, rest in asked}

    def comparable(text, folder):
        return text.replace(str(folder).encode(), b"")

    def essence(folder):
        """Returns what a repair must bring back; commit, segments and the order of equal scores may be others."""
        found = answers(folder)
        first = {}
        for line in found["search"].lines():
            first.setdefault(line["query"], line["article"])
        held = [(line["articles"], line["refused"]) for line in found["status"].lines()]
        return {"show": (found["show"].code, found["show"].out), "verify": found["verify"].code, "search": first,
                "status": held}

    copy = scratch / "copy"
    shutil.copytree(world.database, copy)
    right = {name: (done.code, comparable(done.out, copy)) for name, done in answers(copy).items()}
    essential = essence(copy)
    for trial in range(options.flips):
        shutil.rmtree(copy)
        shutil.copytree(world.database, copy)
        what = damaged(draw, copy, KINDS[trial % len(KINDS)], trial // len(KINDS) % 2 == 0)
        outcomes = set()
        for name, done in answers(copy).items():
            if done.hung or done.crashed:
                outcomes.add("WRONG")
                tally.wrong.append(f"{what}: {name} {done}")
            elif (done.code, comparable(done.out, copy)) == right[name]:
                outcomes.add("right")
            elif (done.code == 2 or name == "verify" and done.code == 1) and done.err.strip():
                outcomes.add("error")
            elif name == "status" and done.code == 0:
                outcomes.add("right")  # its sizes are those of the damaged copy
            else:
                outcomes.add("WRONG")
                tally.wrong.append(f"{what}: {name} gave another answer without an error (exit {done.code})")
        if "error" in outcomes:
            message = mended(world, copy, essence, essential)
            if message:
                outcomes.add("WRONG")
                tally.wrong.append(f"{what}: {message}")
            else:
                tally.counts["of them repaired"] = tally.counts.get("of them repaired", 0) + 1
        if "WRONG" in outcomes:
            tally.add("WRONG")
        else:
            tally.add("error" if "error" in outcomes else "right answers")
    return tally
