"""Indexes and folders that somebody made to do harm: nothing outside the index may change, whatever they are.

Each trial draws one or more changes to a good index, or a folder that only looks like one, and commands that are run on
it. Beside it lies a tree of files, by which every link and every forged name leads: its names, contents and times must
be the same afterwards. No command may crash, hang, or take more than a gigabyte.
"""
import hashlib
import json
import os
import random
import resource
import shutil
import subprocess
import time

from disturbed import Tally

MASK = (1 << 64) - 1
PRIME = 0x9E3779B185EBCA87
MEMORY = 1 << 30
TEXT = "The harbour of Elm was closed on Monday by ice, the port authority said, and ships waited outside. "


# What a writer of the format could write: the checksums have no key.

def digest(content):
    """The hash by which an index knows its files, as 16 digits."""
    lanes, place = [1, 2, 3, 4], 0
    while place + 32 <= len(content):
        for lane in range(4):
            word = int.from_bytes(content[place + 8 * lane:place + 8 * lane + 8], "little")
            value = (lanes[lane] ^ word) * PRIME & MASK
            lanes[lane] = value ^ value >> 29
        place += 32
    value = len(content) * PRIME & MASK
    for word in lanes + list(content[place:]):
        value = (value ^ word) * PRIME & MASK
        value ^= value >> 31
    return f"{value:016x}"


def sign(index, manifest):
    zeros = '"' + "0" * 16 + '"'
    text = json.dumps({**manifest, "checksum": "0" * 16}, indent=2, sort_keys=True) + "\n"
    text = text.replace(zeros, f'"{digest(text.encode())}"', 1)
    path = index / "manifest.json"
    if path.is_symlink() or path.exists():
        path.unlink()
    path.write_text(text)


# The tree that must stay as it is.

def snapshot(folder):
    state = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        state.update(f"{path.relative_to(folder)} {status.st_mode} {status.st_size} {status.st_mtime_ns}\n".encode())
        if path.is_file() and not path.is_symlink():
            state.update(path.read_bytes())
    return state.hexdigest()


def make_sentinel(folder):
    (folder / "photos" / "2024").mkdir(parents=True)
    (folder / "thesis.txt").write_text("four years of work\n")
    (folder / "photos" / "2024" / "a.jpg").write_text("a picture\n")
    (folder / "00000001").mkdir()
    (folder / "00000001" / "iamglass").write_text("not ours\n")
    (folder / "00000001.deleted-1").write_text("not ours either\n")
    (folder / "sources.json.commit-1").write_text("a list\n")
    (folder / "lock").write_text("4711\n")


# Changes to a copy of a good index.

def places(index):
    return sorted(path for path in index.rglob("*") if not path.is_symlink())


def gone(path):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path.is_symlink() or path.exists():
        path.unlink()


def link(draw, index, sentinel):
    """A file or a folder of the index becomes a link, or a link lies where a writer will make a file."""
    target = draw.choice([sentinel, sentinel / "thesis.txt", sentinel / "photos", sentinel / "00000001",
                          sentinel / "lock", sentinel / "missing"])
    names = ["lock", "manifest.json.new", "shards", "shards/00", "shards/00/segments", "damaged",
             f"sources.json.commit-{draw.randrange(1, 9)}", f"shards/00/segments/{draw.randrange(1, 6):08}",
             f"shards/00/segments/00000001.deleted-{draw.randrange(1, 9)}"]
    path = index / draw.choice(names) if draw.random() < .7 else draw.choice(places(index))
    gone(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if draw.random() < .2 and target.is_file():
        os.link(target, path)
    else:
        path.symlink_to(os.path.relpath(target, path.parent) if draw.random() < .5 else target)


def special(draw, index, sentinel):
    """A pipe or a sparse file of a terabyte takes the place of a file."""
    path = draw.choice([path for path in places(index) if path.is_file()])
    gone(path)
    if draw.random() < .5:
        os.mkfifo(path)
    else:
        with open(path, "wb") as file:
            file.truncate(draw.choice([1 << 20, 1 << 33, 1 << 40]))


NAMES = ["../sentinel", "../../../../sentinel", "/etc", "..", ".", "", "a/b", "\0", "sentinel", "00000001/../../x", "lock",
         "manifest.json", "x" * 300, "00000001.deleted-1", "sources.json.commit-1", "००००००००", "00000099"]
NUMBERS = [-1, 0, 1, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 62, 2 ** 63 - 1, 2 ** 64, -2 ** 63, 1e30]


def forge(draw, index, sentinel):
    """A value of the manifest is another one, and the checksum is right again."""
    try:
        manifest = json.loads((index / "manifest.json").read_text())
    except (OSError, ValueError):
        return
    for _ in range(draw.choice([1, 1, 1, 3])):
        spots = []

        def walk(value, holder, key):
            if isinstance(value, dict):
                for each in list(value):
                    walk(value[each], value, each)
            elif isinstance(value, list):
                for each in range(len(value)):
                    walk(value[each], value, each)
            if holder is not None:
                spots.append((holder, key))
        walk(manifest, None, None)
        holder, key = draw.choice(spots)
        value = holder[key]
        if isinstance(value, str):
            holder[key] = draw.choice(NAMES)
        elif isinstance(value, (int, float)):
            holder[key] = draw.choice(NUMBERS)
        elif isinstance(value, list) and value:
            holder[key] = draw.choice([[], value + value, value[:1] * 1000])
        elif draw.random() < .5:
            holder[key] = draw.choice([None, [], {}, "", 7])
    if draw.random() < .3:
        manifest.setdefault("companions", {})["refusals.jsonl"] = {
            "name": draw.choice(NAMES), "size": 1, "modified": 1, "hash": "0" * 16}
    sign(index, manifest)


def garble(draw, index, sentinel):
    """A table or a small file has other bytes."""
    path = draw.choice([path for path in places(index) if path.is_file()])
    content = bytearray(path.read_bytes())
    for _ in range(draw.choice([1, 8, 64])):
        if content:
            content[draw.randrange(len(content))] = draw.randrange(256)
    path.write_bytes(content)


def stranger(draw, index, sentinel):
    """Files of somebody else lie in the index."""
    place = draw.choice([path for path in places(index) if path.is_dir()] + [index])
    path = place / draw.choice(["t.txt", "work", "00000077", "00000077.deleted-3", "a.commit-2", ".hidden"])
    if path.exists() or path.is_symlink():
        return
    if draw.random() < .5:
        path.mkdir()
        (path / "mine.txt").write_text("mine\n")
    else:
        path.write_text("mine\n")


def lose_manifest(draw, index, sentinel):
    gone(index / "manifest.json")


CHANGES = [link, link, link, special, forge, forge, forge, garble, stranger, lose_manifest]


def look_alike(draw, index):
    """A folder of somebody's that has nothing but names of an index."""
    shutil.rmtree(index)
    inner = index / "shards" / "00" / "segments" / draw.choice(["work", "00000001", "x"])
    inner.mkdir(parents=True)
    (inner / draw.choice(["t.txt", "iamglass", "mine"])).write_text("thesis\n")
    if draw.random() < .7:
        (index / "lock").write_text("my list of locks\n")
    return snapshot(index)


# Running.

def run(command, folder, seconds):
    """Runs a command; gives its exit code, what it wrote to either stream, and what was wrong with it."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))
    started = time.monotonic()
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, preexec_fn=limit) as process:
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return None, b"", b"", f"no end after {time.monotonic() - started:.0f} s"
    if process.returncode not in (0, 1, 2, 64):
        return process.returncode, out, err, f"exit code {process.returncode}: {err[-200:]!r}"
    return process.returncode, out, err, ""


def commands(draw, reprise, home):
    index = ["--db", "db"]
    each = [["index", *index, "new.jsonl"], ["optimize", *index], ["remove", *index, "a1"], ["verify", *index],
            ["verify", "--repair", *index], ["verify", "--repair", *index], ["search", *index, "harbour"], ["status", *index],
            ["export", *index, "--out", "out.jsonl"], ["reprints", *index, "--json"], ["show", *index, "a2"]]
    for command in draw.sample(each, draw.randrange(2, 6)):
        yield [str(reprise), *command]


def hostile(options, scratch):
    tally = Tally("hostile indexes, folders and outputs")
    good = scratch / "good"
    good.mkdir()
    for number, name in enumerate(["one", "two", "three"]):
        lines = [json.dumps({"id": f"a{number * 40 + each}", "outlet": f"o{each % 5}", "text": TEXT * 3 + f"Ship {each}."})
                 for each in range(40)]
        (good / f"{name}.jsonl").write_text("\n".join(lines))
        subprocess.run([options.reprise, "index", "-q", "--db", good / "db", good / f"{name}.jsonl"], check=True)
    subprocess.run([options.reprise, "remove", "-q", "--db", good / "db", "a5"], check=False)
    for trial in range(options.hostile):
        draw = random.Random(options.seed * 1_000_003 + trial)
        home = scratch / f"trial{trial}"
        sentinel = home / "sentinel"
        home.mkdir()
        make_sentinel(sentinel)
        shutil.copytree(good / "db", home / "db")
        (home / "new.jsonl").write_text(json.dumps({"id": "n", "outlet": "o", "text": TEXT}) + "\n")
        kept, kinds = None, ["look-alike"]
        if draw.random() < .08:
            kept = look_alike(draw, home / "db")
        else:
            chosen = draw.sample(CHANGES, draw.choice([1, 1, 2]))
            kinds = []
            for change in chosen:
                try:
                    change(draw, home / "db", sentinel)
                    kinds.append(change.__name__)
                except (OSError, IndexError):
                    pass
        if draw.random() < .3:
            target = home / "out.jsonl"
            kind = draw.choice(["link", "pipe", "folder", "draft"])
            if kind == "link":
                target.symlink_to(sentinel / "thesis.txt")
            elif kind == "pipe":
                os.mkfifo(target)
            elif kind == "folder":
                target.mkdir()
            else:
                (home / "out.jsonl.new").symlink_to(sentinel / "thesis.txt")
        before = snapshot(sentinel)
        what = f"trial {trial} of seed {options.seed} ({', '.join(kinds)})"
        codes = set()
        for command in commands(draw, options.reprise, home):
            code, _, _, fault = run(command, home, options.timeout)
            codes.add(code)
            tally.add("of them runs")
            if fault:
                tally.fail(trial, f"{what}: {' '.join(command[1:])}: {fault}")
        if snapshot(sentinel) != before:
            tally.fail(trial, f"{what}: something outside the index has changed")
        elif kept and snapshot(home / "db") != kept:
            tally.fail(trial, f"{what}: a folder that is no index has changed")
        else:
            tally.add("refused" if codes == {2} else "answered or refused")
        shutil.rmtree(home, ignore_errors=True)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(f"torture: the most memory of a command was {usage >> 20} MB", flush=True)
    if usage > MEMORY:
        tally.fail(0, f"a command took {usage >> 20} MB")
    return tally
