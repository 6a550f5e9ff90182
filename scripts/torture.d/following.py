"""Articles that come in over minutes while a follower and two watches are killed: none may be lost, and none told twice."""
import json
import os
import random
import signal
import subprocess
import time

from disturbed import Tally
from world import run, word

STORY = " ".join(f"The {word(number, 'story')} of the harbour went to {word(number * 7, 'place')} on the third day."
                 for number in range(12))
PATIENCE = 300  # seconds after the last article within which all must be in and told
KILLS = 2


class Programs:
    """A follower and two watches: one of a word that all articles have, one of a text that every tenth repeats."""

    def __init__(self, options, folder):
        self.reprise, self.folder, self.running = options.reprise, folder, []
        (folder / "story.txt").write_text(STORY)

    def start(self):
        index = ["--quiet", "--db", self.folder / "index"]
        self.running = [subprocess.Popen([self.reprise, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                         stderr=open(self.folder / "errors.txt", "ab")) for arguments in (
            ["index", *index, "--follow", self.folder / "inbox", self.folder / "crawl.jsonl"],
            ["watch", *index, "--out", self.folder / "words.jsonl", "goat"],
            ["watch", *index, "--out", self.folder / "copies.jsonl", "--check", self.folder / "story.txt"])]

    def end(self, how):
        for process in self.running:
            process.send_signal(how)
        return [process.wait() for process in self.running]


class Arrivals:
    """Articles that come as files in a folder and as lines of a file that grows, by turns."""

    def __init__(self, folder, count):
        self.folder, self.count, self.came = folder, count, 0
        (folder / "inbox").mkdir(parents=True)
        self.crawl = open(folder / "crawl.jsonl", "ab", buffering=0)

    def text(self, number):
        text = f"The goat {word(number, 'name')} is back from {word(number * 3, 'far')}.\n\n"
        return text + (STORY if number % 10 == 0 else f"It has eaten {word(number, 'food')} and {word(number * 5, 'more')}.")

    def next(self):
        number = self.came
        line = json.dumps({"id": f"a{number}", "outlet": f"Outlet {number % 7}", "text": self.text(number)}).encode() + b"\n"
        if number % 2:
            self.crawl.write(line)
        elif number % 4:
            (self.folder / "inbox" / f"{number}.jsonl").write_bytes(line)
        else:  # as careful programs do it
            draft = self.folder / f"{number}.draft"
            draft.write_bytes(line)
            os.rename(draft, self.folder / "inbox" / f"{number}.jsonl")
        self.came += 1


def told(path):
    """The articles of a watch's file, in order."""
    lines = path.read_bytes().splitlines() if path.exists() else []
    return [line["article"] for line in map(json.loads, filter(None, lines)) if "article" in line]


def exported(options, folder):
    done = run([options.reprise, "export", "--quiet", "--db", folder / "index"])
    return [line["id"] for line in done.lines()] if done.code == 0 else []


def following(options, scratch):
    """The stage."""
    tally, draw = Tally(f"articles that came in {options.follow_seconds} s, all killed twice"), random.Random(options.seed)
    folder = scratch / "following"
    folder.mkdir(parents=True)
    # The watches begin with an index that is there.
    subprocess.run([options.reprise, "index", "--quiet", "--db", folder / "index", "-"], check=True,
                   input=b'{"id": "old", "text": "The goat of old."}\n')
    arrivals, programs = Arrivals(folder, options.followed), Programs(options, folder)
    programs.start()
    wait_for(lambda: (folder / "copies.jsonl").exists() and (folder / "words.jsonl").exists(), 60)
    kills = sorted(draw.uniform(0.15, 0.85) for _ in range(KILLS))
    started = time.monotonic()
    while arrivals.came < arrivals.count:
        arrivals.next()
        share = (time.monotonic() - started) / options.follow_seconds
        if kills and share >= kills[0]:
            kills.pop(0)
            programs.end(signal.SIGKILL)
            programs.start()
        time.sleep(max(0, started + arrivals.came / arrivals.count * options.follow_seconds - time.monotonic()))
    everything = {f"a{number}" for number in range(arrivals.count)}
    copies = {f"a{number}" for number in range(0, arrivals.count, 10)}
    last = time.monotonic()
    wait_for(lambda: len(told(folder / "words.jsonl")) >= len(everything) and len(told(folder / "copies.jsonl")) >= len(copies),
             PATIENCE)
    seconds = time.monotonic() - last
    codes = programs.end(signal.SIGTERM)
    judge(tally, "index", exported(options, folder), everything | {"old"})
    judge(tally, "watch of a word", told(folder / "words.jsonl"), everything)
    judge(tally, "watch of a text", told(folder / "copies.jsonl"), copies)
    if any(code not in (0, 130) for code in codes):
        tally.fail(0, f"ended with {codes}: {(folder / 'errors.txt').read_text()[-300:]}")
    verified = run([options.reprise, "verify", "--quiet", "--db", folder / "index"])
    if verified.code != 0:
        tally.fail(0, f"verify {verified}")
    tally.counts[f"of them {seconds:.1f} s after the last until all were told"] = 1
    return tally


def judge(tally, name, found, expected):
    """Counts what is there once, and tells what is lost, there twice, or should not be there."""
    lost, more = expected - set(found), sorted(set(found) - expected)
    twice = sorted({each for each in found if found.count(each) > 1}) if len(found) != len(set(found)) else []
    for what, which in (("lost", sorted(lost)), ("twice", twice), ("not expected", more)):
        if which:
            tally.fail(0, f"{name}: {len(which)} {what}, such as {', '.join(which[:5])}")
    tally.counts[f"once in the {name}"] = len(set(found) & expected) - len(twice)


def wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.2)
