"""Mutated queries and mutated records: whatever comes in, an answer or a message."""
import json
import random

from disturbed import Tally
from world import World, run, word

PIECES = """AND OR NOT NEAR/3 NEAR/ NEAR/99999999999999999999 ( ) (( )) " ' “ ” - -- + * drone* *drone a* : title: outlet:
person: org: place: lang: date: after: before: id: foo: date:2023 date:2023-13-45 date:2023..2022 date:.. before:x
person:"Antony title:( outlet:"" ~ ^ ! | & \\ \\0 / % _ @ # $ { } [ ] < > the Who "the Who" U.S. ZT-180 COVID-19
élan élan İstanbul ß ﬁ 東京 العربية Київ 👩‍👩‍👧 \u200b \u202e \ufeff e\u0301\u0301\u0301 \U0010ffff
report evening opened""".split()


def mutated(draw):
    """Returns the bytes of a query made of pieces that mean something, sometimes with bytes that do not."""
    text = (" " if draw.random() < 0.7 else "").join(draw.choice(PIECES) for _ in range(draw.choice((1, 2, 2, 3, 4, 6, 12))))
    kind = draw.randrange(12)
    if kind == 0:
        text = "(" * draw.randint(1, 3_000) + text
    elif kind == 1:
        text = "NOT " * draw.randint(1, 2_000) + text
    elif kind == 2:
        text = text * draw.randint(1, 300)
    elif kind == 3:
        text = draw.choice("abé(\"-:") * draw.randint(1, 5_000)
    content = bytearray(text.encode())
    if kind in (4, 5, 6):
        for _ in range(draw.randint(1, 5)):
            place = draw.randrange(len(content) + 1)
            content[place:place + draw.randrange(3)] = bytes(draw.randrange(1, 256) for _ in range(draw.randrange(4)))
    return bytes(byte for byte in content if byte) or b"x"


def queries(options, scratch):
    tally = Tally("mutated queries")
    draw = random.Random(options.seed)
    world = World(options.reprise, scratch / "queries", 200, 1, 300, options.seed)
    world.write(0)
    run(world.index_command([0]))
    for trial in range(options.queries):
        query = mutated(draw)
        done = run([world.reprise, "search", "--db", world.database, "--json", "--", query], timeout=options.timeout)
        if done.hung or done.crashed or done.code not in (0, 1, 2, 64):
            tally.fail(trial, f"{query[:120]!r}{'…' if len(query) > 120 else ''} ({len(query)} bytes) {done}")
        elif done.code in (2, 64) and not done.err.strip():
            tally.fail(trial, f"{query[:120]!r} failed without a message")
        else:
            try:
                done.lines()
                tally.add({0: "found", 1: "nothing found"}.get(done.code, "refused with a message"))
            except (ValueError, UnicodeDecodeError):
                tally.fail(trial, f"{query[:120]!r}: the output is no JSON")
    return tally


def record(draw, number):
    """Returns one valid record, of any of the shapes that are read."""
    text = " ".join(word(draw.randrange(5_000), "") for _ in range(draw.randint(0, 80)))
    shapes = [{"id": f"r{number}", "outlet": "Echo", "published": "2024-01-02", "title": "A title", "text": text,
               "language": "en", "entities": [{"class": "person", "name": "Anna Bell"}]},
              {"_id": f"r{number}", "title": "A title", "text": text},
              {"source": "http://a.example/x", "source-hostname": "a.example", "date": "2024-01-02", "text": text,
               "title": "A", "id": f"r{number}"},
              {"source_domain": "a.example", "date_publish": "2024-01-02 03:04:05", "maintext": text, "title": "None",
               "url": "http://a.example/x"},
              {"id": f"r{number}", "series": "echo", "date": "2024-01-02", "text": text},
              {"uuid": f"r{number}", "thread": {"site": "a.example"}, "title": "A", "text": text,
               "published": "2024-01-02T00:00:00Z", "entities": {"persons": [{"name": "Anna"}]}}]
    return draw.choice(shapes)


def spoilt(draw, line):
    """Returns a line with bytes changed, cut, repeated or nested."""
    content = bytearray(line)
    for _ in range(draw.choice((0, 1, 1, 2, 8))):
        kind, place = draw.randrange(7), draw.randrange(len(content) + 1)
        if kind == 0 and content:
            content[place % len(content)] = draw.randrange(256)
        elif kind == 1:
            content[place:place + draw.randrange(20)] = b""
        elif kind == 2:
            content[place:place] = bytes(draw.randrange(256) for _ in range(draw.randrange(8)))
        elif kind == 3:
            content[place:place] = draw.choice((b"\\ud800", b"\\u0000", b"\\udc00\\ud800", b"1e999", b"null", b"{}",
                                                b"[[", b'"', b"\\", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf",
                                                b"\xf4\x90\x80\x80", b"\r", b"-0.0", b"\xe2\x80\xae", b"\x00"))
        elif kind == 4:
            content[place:place] = b"[" * draw.randrange(1, 2_000)
        elif kind == 5:
            content[place:place] = content[place:place + draw.randrange(100)] * draw.randrange(4)
        else:
            del content[place:]
    return bytes(content)


def inputs(options, scratch):
    """Indexes files of spoilt records. A file on which the command crashes is cut down to a line."""
    tally = Tally("mutated records")
    draw = random.Random(options.seed)
    folder = scratch / "inputs"
    folder.mkdir()
    path, number, batch = folder / "records.jsonl", 0, 2_000
    while number < options.inputs:
        lines = [spoilt(draw, json.dumps(record(draw, number + n), ensure_ascii=draw.random() < 0.5).encode())
                 for n in range(min(batch, options.inputs - number))]
        number += len(lines)
        done = indexed(options, folder, path, lines)
        if is_fine(done):
            tally.counts["records read or refused"] = tally.counts.get("records read or refused", 0) + len(lines)
            continue
        guilty = smallest(options, folder, path, lines)
        tally.fail(number, f"{done}; smallest file: {b''.join(guilty)[:300]!r}")
    return tally


def indexed(options, folder, path, lines):
    path.write_bytes(b"\n".join(lines) + b"\n")
    database = folder / "index"
    run(["rm", "-rf", database])
    return run([options.reprise, "index", "--quiet", "--db", database, path], timeout=options.timeout)


def is_fine(done):
    return not done.hung and not done.crashed and done.code in (0, 1, 2) and (done.code != 2 or done.err.strip())


def smallest(options, folder, path, lines):
    """Halves the lines as long as one half still shows the fault."""
    while len(lines) > 1:
        middle = len(lines) // 2
        half = next((half for half in (lines[:middle], lines[middle:])
                     if not is_fine(indexed(options, folder, path, half))), None)
        if half is None:
            break
        lines = half
    return lines
