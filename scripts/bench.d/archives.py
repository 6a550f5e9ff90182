#!/usr/bin/env python3
"""Measures how Reprise reads a web archive: against the same pages in files, and killed at any point.

    archives.py --reprise BINARY --work FOLDER [--megabytes N] [--kills N] [--pages FOLDER]

Makes an archive of N megabytes (100) from the pages of $REPRISE_PAGES, or of --pages, by scripts/make-web-archive, and writes
the pages of the same captures as files. Indexes each, and prints the articles a CPU second and the highest memory. Then indexes the archive
anew, killed by SIGKILL --kills (5) times at moments drawn by seed and begun again each time, and compares ids and texts
with those of the first index: each article must be there once.
"""
import argparse
import gzip
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "scripts" / "bench.d"))

import measure  # noqa: E402
from tables import table  # noqa: E402


def unpack(archive, folder):
    """Writes the body of each page of an archive as a file of its own."""
    folder.mkdir()
    count = 0
    with open(archive, "rb") as source:
        for head, body in records(gzip.open(source)):
            if b"WARC-Type: response" not in head or not body.startswith(b"HTTP/1.1 200"):
                continue
            http, _, content = body.partition(b"\r\n\r\n")
            if b"Transfer-Encoding: chunked" in http:
                content = joined(content)
            if b"Content-Encoding: gzip" in http:
                content = gzip.decompress(content)
            (folder / f"{count:07}.html").write_bytes(content)
            count += 1
    return count


def records(stream):
    """Head and block of each record."""
    while True:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = stream.readline()
            if not line:
                return
            head += line if head or line.strip() else b""
        size = int(next(line for line in head.split(b"\r\n") if line.startswith(b"Content-Length")).split(b":")[1])
        yield head, stream.read(size)


def joined(content):
    parts, at = [], 0
    while True:
        end = content.index(b"\r\n", at)
        size = int(content[at:end], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(content[end + 2:end + 2 + size])
        at = end + 4 + size


def index(binary, database, source):
    """What it takes to index a source anew; an exit code of 1 tells of pages that are no articles."""
    shutil.rmtree(database, ignore_errors=True)
    cost = measure.run([binary, "index", "--quiet", "--db", database, source])
    if cost.code not in (0, 1):
        sys.exit(f"archives: indexing {source} ended with {cost.code}")
    return cost


def exported(binary, database):
    """Id and digest of each article, sorted: an id that is there twice is there twice in the list."""
    out = subprocess.run([binary, "export", "--db", database], capture_output=True, check=True).stdout
    rows = map(json.loads, out.splitlines())
    return sorted((row["id"], hashlib.sha256(row["text"].encode()).hexdigest()) for row in rows)


def killed(binary, database, archive, kills, wall, seed=7):
    """Indexes an archive with so many kills; how many of them met a run under way."""
    shutil.rmtree(database, ignore_errors=True)
    draw = random.Random(seed)
    met = 0
    command = [binary, "index", "--quiet", "--db", database, archive]
    for _ in range(kills):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(draw.uniform(0.05, 0.9) * wall * 1.5 / kills + 0.1)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            met += 1
        process.wait()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    if code not in (0, 1):
        sys.exit(f"archives: the last run ended with {code}")
    return met


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reprise", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--pages", default=os.environ.get("REPRISE_PAGES"))
    options = parser.parse_args()
    if not options.pages:
        print("skipped: REPRISE_PAGES names no folder of unpacked pages", file=sys.stderr)
        return
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    archive, folder = work / "crawl.warc.gz", work / "files"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, ROOT / "scripts" / "make-web-archive", archive, str(options.megabytes), options.pages],
                   check=True)
    pages = unpack(archive, folder)
    first, files = work / "archive.db", work / "files.db"
    costs = {"web archive": index(options.reprise, first, archive), "files": index(options.reprise, files, folder)}
    rows = [[name, str(pages), f"{cost.cpu:.1f}", f"{pages / cost.cpu:.0f}", f"{cost.wall:.1f}", f"{cost.megabytes:.0f}"]
            for name, cost in costs.items()]
    print(table(["read from", "pages", "CPU s", "pages a CPU s", "wall s", "MB"], rows))
    print(f"rate of the archive against files: {costs['files'].cpu / costs['web archive'].cpu:.2f}")
    wanted = exported(options.reprise, first)
    met = killed(options.reprise, work / "killed.db", archive, options.kills, costs["web archive"].wall)
    found = exported(options.reprise, work / "killed.db")
    print(f"killed {met} times: {len(found)} articles, {len(wanted)} without kills, "
          + ("all the same" if found == wanted else "NOT the same"))
    shutil.rmtree(folder)
    if found != wanted:
        sys.exit(1)


if __name__ == "__main__":
    main()
