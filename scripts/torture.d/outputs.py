"""Texts, names, tables and files made to become code, control or other people's files; and what must come out of them.

Each trial draws records whose ids, outlets, headlines and texts are made of what some reader of the output takes for more
than text, indexes them, and asks for them in every format. Each format is read by a program of its own kind: CSV by Python's
csv, JSON by json, GEXF by an XML parser, pages by an HTML parser and some of them by a browser, the rest byte by byte.
"""
import csv
import gzip
import html.parser
import io
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import time
import xml.etree.ElementTree

from disturbed import Tally
from hostile import MEMORY, make_sentinel, run, snapshot

HIT = "document.documentElement.setAttribute('data-hit','1')"
PIECES = [
    f"<script>{HIT}</script>", f'<img src=x onerror="{HIT}">', f"<svg onload={HIT}>", f'" onmouseover="{HIT}" x="',
    f"javascript:{HIT}", "</title>", "<!--", "]]>", "&amp;&#60;", "{{7*7}}", "${7*7}", "\x1b]52;c;eA==\x07", "\x1b[2J", "\u009b31m",
    "\x7f", "\x08\x08", "\r", "\n", "\u2028", "\u0085", "\u202e", "\u2066", "\u200f", "\u061c", "=HYPERLINK(\"http://e\",\"x\")",
    "@SUM(A1)", "+1", "-2+3", "\t=1", " =1", "＝1", ",", '"', "'", ";", "\\", '"]; x -> y [label="', "q1 Q0 forged 1 9 reprise",
    "● origin: forged", "\u0000", "\ufeff", "%0a", "..", "/etc/passwd", "café", "cafe\u0301", "%s%n", "A" * 300, "\u0301" * 200,
]
JOINERS = ["", "", "", "\u0600", "\u0301", "\u200d", "\U0001f1e6", "\U000110bd"]
CONTROL = {chr(code) for code in [*range(0x20), 0x7F, *range(0x80, 0xA0)]} - {"\n"}
CONTROL |= set("\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
BODY = "The harbour of Elm was closed on Monday by ice, Ann Lee of the port authority said, and ships waited outside for days. "


def name(draw):
    parts = [draw.choice(PIECES) if draw.random() < .6 else draw.choice(["Elm", "Post", "Echo", "1"])
             for _ in range(draw.randint(1, 3))]
    return "".join(draw.choice(JOINERS) + part + draw.choice(JOINERS) for part in parts)


def records(draw):
    for number in range(4):
        text = BODY * 3 + " ".join(name(draw) for _ in range(3)) + f" Ship {number}. " + name(draw)
        yield {"id": f"{number}{name(draw)}" if draw.random() < .7 else f"{name(draw)}{number}", "outlet": name(draw), "title": name(draw),
               "url": name(draw), "byline": name(draw), "published": f"2024-01-0{number + 1}", "text": text,
               "entities": [{"class": "person", "name": name(draw)}]}


# What must hold of each format.

def tabbed(out):
    """A text as it was given, whose tabs stay."""
    return text(out, {"\t"})


def text(out, allowed=frozenset()):
    found = {f"U+{ord(each):04X}" for each in out.decode() if each in CONTROL - allowed}
    return f"raw control: {', '.join(sorted(found)[:5])}" if found else ""


def json_lines(out):
    for line in out.decode().splitlines() if b"\r" not in out else [out.decode()]:
        json.loads(line)
    return text(out)


def csv_table(out):
    rows = list(csv.reader(io.StringIO(out.decode(), newline="")))
    if len({len(row) for row in rows}) > 1:
        return f"rows of {sorted({len(row) for row in rows})} columns"
    for cell in (cell for row in rows for cell in row):
        if cell.strip()[:1] in tuple("=+-@＝＋－＠") and cell.strip() or cell[:1] in ("\t", "\r", "\n"):
            return f"a cell is a formula: {cell[:60]!r}"
    return text(out.replace(b"\r\n", b"\n"))


def trec(out):
    wrong = [line for line in out.decode().splitlines() if len(line.split(" ")) != 6]
    return f"not six columns: {wrong[0][:80]!r}" if wrong else text(out)


def dot(out):
    inside, escaped = False, False
    for each in out.decode():
        if inside and each == "\n":
            return "a string of DOT goes on on the next line"
        if each == '"' and not escaped:
            inside = not inside
        escaped = inside and each == "\\" and not escaped
    return "a string of DOT has no end" if inside else text(out)


def gexf(out):
    xml.etree.ElementTree.fromstring(out)
    return ""


class Tags(html.parser.HTMLParser):
    """Finds what could run in a page."""

    def __init__(self):
        super().__init__()
        self.wrong, self.policy = [], ""

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag in ("script", "img", "svg", "iframe", "object", "embed", "form", "base", "link"):
            self.wrong.append(tag)
        self.wrong += [key for key, value in attributes if key.startswith("on") or (value or "").strip().lower().startswith("javascript")]
        if tag == "meta" and named.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = named.get("content", "")


def page(out):
    tags = Tags()
    tags.feed(out.decode())
    if tags.wrong:
        return f"the page has {tags.wrong[0]}"
    return "" if "default-src 'none'" in tags.policy and "script-src" not in tags.policy else "the page has no policy"


def asked(draw, reprise, ids):
    """Commands, each with what must hold of its output."""
    index, (a, b) = ["--db", "db"], draw.sample(ids, 2)
    each = [
        (["search", *index, "harbour"], text), (["search", *index, "--json", "harbour"], json_lines),
        (["search", *index, "--format", "trec", "--queries", "q.jsonl"], trec), (["show", *index, "--", a], text),
        (["show", *index, "--json", "--", a], json_lines), (["compare", *index, "--", a, b], text),
        (["compare", *index, "--html", "page.html", "--", a, b], text), (["reprints", *index], text),
        (["reprints", *index, "--families"], text), (["reprints", *index, "--csv"], csv_table), (["reprints", *index, "--dot"], dot),
        (["reprints", *index, "--json"], json_lines), (["reprints", *index, "--format", "gexf"], gexf), (["outlets", *index], text),
        (["outlets", *index, "--format", "csv"], csv_table), (["outlets", *index, "--format", "gexf"], gexf),
        (["entities", *index], text), (["entities", *index, "--json"], json_lines), (["status", *index, "--refusals"], text),
        (["export", *index], json_lines), (["verify", *index], text), (["check", *index, "t.txt"], text), (["tag", "t.txt"], tabbed),
        (["tag", "--format", "json", "t.txt"], json_lines), (["watch", *index, "--all", "--once", "--out", "w.jsonl", "harbour"], text),
        (["search", *index, "--aliases", "names.txt", "person:\"Ann Lee\""], text), (["search", *index, "--", name(draw)], text),
        (["search", *index, "--facets", "outlet,person", "harbour"], text), (["index", *index, *FILES[draw.randrange(len(FILES))]], text),
    ]
    for command, holds in draw.sample(each, 8):
        yield [str(reprise), *(part.replace("\0", "") for part in command)], holds


FILES = [["in.jsonl"], ["box"], ["bomb.jsonl.gz"], ["box", "--prune"], ["gone", "--prune"], ["deep"], ["many.jsonl.gz"]]


def lay_out(draw, home):
    """Writes the files of a trial."""
    (home / "q.jsonl").write_text("\r\n".join(json.dumps({"_id": name(draw), "text": draw.choice(["harbour", name(draw)])})
                                              for _ in range(3)))
    (home / "t.txt").write_bytes((BODY + "\n".join(name(draw) for _ in range(6))).encode())
    lines = [f"person: Ann Lee = {name(draw)}", name(draw), "person: A = B"]
    (home / "names.txt").write_bytes("\r\n".join(draw.sample(lines, draw.randint(1, 3))).encode())
    box = home / "box"
    box.mkdir()
    (box / ".hidden").write_text("a key\n")
    for target in [home / "sentinel", home / "sentinel" / "thesis.txt", pathlib.Path(".hidden"), pathlib.Path("/dev/zero"), box]:
        os.symlink(target, box / f"{draw.randrange(1 << 30)}.txt")
    os.mkfifo(box / "pipe.txt")
    for each in ["../sentinel/thesis.txt", ".hidden", "/etc/hostname", "pipe.txt", "x\0y", "", "."]:
        with open(box / "list.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps({"id": f"f{each}", "outlet": "o", "file": each}) + "\n")
    (box / "caf\u00e9.txt").write_text("The goat is back.")
    (box / "cafe\u0301.txt").write_text("So is the bell.")
    deep = home / "deep"
    deep.mkdir()
    for _ in range(draw.choice([2, 40, 150])):
        deep = deep / "d"
        deep.mkdir()
    (deep / "a.txt").write_text("The goat is back.")
    (home / "bomb.jsonl.gz").write_bytes(gzip.compress(b"\0" * draw.choice([1 << 16, 1 << 24]), 9))
    (home / "many.jsonl.gz").write_bytes(gzip.compress(b"x\n" * draw.choice([100, 100_000]), 9))


def trial(draw, options, home, tally, what, pages):
    sentinel = home / "sentinel"
    make_sentinel(sentinel)
    lay_out(draw, home)
    made = list(records(draw))
    (home / "in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in made), encoding="ascii")
    before, ids = snapshot(sentinel), [record["id"].replace("\0", "") for record in made]
    faults = []
    for command, holds in [([str(options.reprise), "index", "--db", "db", "in.jsonl"], text), *asked(draw, options.reprise, ids)]:
        (home / "page.html").unlink(missing_ok=True)
        _, out, err, fault = run(command, home, options.timeout)
        tally.add("of them runs")
        try:
            fault = fault or (holds(out) if out else "") or text(err)
            if (home / "page.html").exists():
                content = (home / "page.html").read_bytes()
                fault = fault or page(content)
                pages.append(content)
        except (ValueError, UnicodeDecodeError, xml.etree.ElementTree.ParseError) as error:
            fault = f"cannot be read back: {error}: {out[:100]!r}"
        if fault:
            faults.append(f"{what}: {' '.join(command[1:])[:120]}: {fault}")
    if snapshot(sentinel) != before:
        faults.append(f"{what}: something outside the index has changed")
    for fault in faults:
        tally.fail(0, fault)
    if not faults:
        tally.add("harmless")


def in_browser(pages, scratch, tally, most=24):
    """Opens pages in Chromium, where there is one, and looks whether anything ran."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        print("torture: no chromium: pages are not opened in a browser", flush=True)
        return
    for number, content in enumerate(pages[:most]):
        path = scratch / f"page{number}.html"
        path.write_bytes(content)
        done = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000", "--dump-dom",
                               f"--user-data-dir={scratch / 'browser'}", path.as_uri()], capture_output=True, timeout=120, check=False)
        head = done.stdout[:done.stdout.find(b"<head")]
        if not done.stdout:
            tally.fail(number, f"the browser shows nothing: {done.stderr[-200:]!r}")
        elif b"data-hit" in head:
            tally.fail(number, "a script of a text ran in the page")
        else:
            tally.add("of them pages in a browser")


def interrupted(options, scratch, tally):
    """A run that is at one large record ends within a second or two of Ctrl-C, and of SIGTERM."""
    folder = scratch / "long"
    folder.mkdir()
    words = "".join(f"Ann{number:06} Lee{number:06} said (AP) — no. " for number in range(400_000))
    (folder / "in.jsonl").write_text(json.dumps({"id": "a", "outlet": "o", "text": words}))
    for number in (signal.SIGINT, signal.SIGTERM):
        with subprocess.Popen([options.reprise, "index", "-q", "--db", folder / "db", folder / "in.jsonl"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(1.5)
            process.send_signal(number)
            started = time.monotonic()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
            seconds = time.monotonic() - started
        print(f"torture: signal {number.name}: obeyed after {seconds:.2f} s", flush=True)
        if seconds > 3 or process.returncode not in (0, 130):
            tally.fail(0, f"{number.name} in a record: {seconds:.1f} s, code {process.returncode}")
        else:
            tally.add("signals obeyed")


def outputs(options, scratch):
    tally = Tally("hostile texts, tables and files")
    pages = []
    for number in range(options.outputs):
        home = scratch / f"trial{number}"
        home.mkdir()
        draw = random.Random(options.seed * 7_000_003 + number)
        trial(draw, options, home, tally, f"trial {number} of seed {options.seed}", pages)
        shutil.rmtree(home, ignore_errors=True)
    in_browser(pages, scratch, tally)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    if usage > MEMORY:
        tally.fail(0, f"a command took {usage >> 20} MB")
    interrupted(options, scratch, tally)
    return tally
