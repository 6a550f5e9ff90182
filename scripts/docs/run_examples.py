#!/usr/bin/env python3
"""Runs the commands that stand in the documentation, and holds what they print to what it says.

    scripts/docs/run_examples.py REPRISE PAGE...

A block of the kind `console` has commands after `$ `, and below each what it prints; `…` on a line of its own stands for any number
of lines, and at the end of a line for any end. A block of the kind `python` or `r` is run as it is; those of R where R and what they call
by `package::` are installed, else they are skipped and counted. Each page has a folder of its own, with samples of all formats below it.
"""
import gzip
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry to Olm runs again after the ice - Hask Herald</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Hask Herald">
<meta property="og:title" content="Ferry to Olm runs again after the ice">
<meta property="article:published_time" content="2024-02-06T07:30:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Ferry to Olm runs again after the ice</h1>
<p>The ferry between Hask and the island of Olm has begun to run again after eleven days in which ice as thick as a hand had kept it at
its pier, the harbour office said on Tuesday.</p>
<p>“We could hear it crack all night,” said the captain, Jorun Velde, who had spent the time repainting the saloon. Some forty islanders had
been fetched by an ice breaker of the coast guard.</p>
<p>The council wants to know by the summer whether a second, stronger ship would cost less than such days do.</p></article></main>
<footer><a href="/about">About us</a> <a href="/terms">Terms</a></footer></body></html>
"""


def steps(block: str) -> list[tuple[str, list[str]]]:
    """The commands of a block, each with the lines that it is to print."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    for _, expected in found:
        while expected and not expected[-1]:
            expected.pop()
    return found


def pattern(expected: list[str]) -> re.Pattern:
    parts = []
    for line in expected:
        if line == "…":
            parts.append(r"(?:[^\n]*\n)*?")
        elif line.endswith("…"):
            parts.append(re.escape(line[:-1]) + r"[^\n]*\n")
        else:
            parts.append(re.escape(line) + r"[ ]*\n")
    return re.compile("".join(parts) + r"\Z")


def lay_out(work: pathlib.Path) -> None:
    """What the commands find in their folder."""
    (work / "clippings").mkdir(parents=True)
    (work / "clippings/tea.txt").write_text("Tea\n\nThe tea is late.")
    samples = work / "samples"
    shutil.copytree("corpus/formats/files", samples)
    (samples / "page.html").write_text(PAGE, encoding="utf-8")
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()
    record = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:8b2e3a52-6f3e-4b1c-9a53-1f6a5c0d7e11>\r\n"
              "WARC-Target-URI: https://herald.example/ferry\r\nWARC-Date: 2024-02-06T12:00:00Z\r\n"
              f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(head)}\r\n\r\n").encode()
    (samples / "crawl.warc.gz").write_bytes(gzip.compress(record + head + b"\r\n\r\n"))


def missing_for_r(block: str) -> str:
    """What a block of R needs and is not here; empty where nothing is missing."""
    if not shutil.which("Rscript"):
        return "R"
    for name in sorted(set(re.findall(r"(\w+)::", block))):
        asked = subprocess.run(["Rscript", "-e", f"quit(status = !requireNamespace('{name}', quietly = TRUE))"],
                               capture_output=True, check=False)
        if asked.returncode:
            return f"R's {name}"
    return ""


def run_page(page: pathlib.Path, program: str, python: str) -> list[str]:
    """What went wrong on a page."""
    blocks = re.findall(r"^```(console|python|r)\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
    problems = []
    skipped: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        tools = pathlib.Path(folder, "tools")
        tools.mkdir()
        os.symlink(program, tools / "reprise")
        work = pathlib.Path(folder, "work")
        lay_out(work)
        environment = dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}", REPRISE_PROGRAM=program, NO_COLOR="1",
                           PYTHONPATH=os.path.abspath("scripts/python"), PYTHONDONTWRITEBYTECODE="1",
                           RETICULATE_PYTHON=python)
        environment.pop("REPRISE_DB", None)
        for kind, block in blocks:
            if kind == "r" and (missing := missing_for_r(block)):
                skipped.append(missing)
                continue
            for command, expected in steps(block) if kind == "console" else [(block, ["…"])]:
                export = re.fullmatch(r"export (\w+)=(.*)", command)
                if export:
                    environment[export.group(1)] = export.group(2)
                    continue
                arguments = {"console": ["bash", "-c"], "python": [python, "-c"], "r": ["Rscript", "-e"]}[kind] + [command]
                done = subprocess.run(arguments, cwd=work, env=environment, capture_output=True, text=True, check=False)
                if done.returncode not in (0, 1) or (kind != "console" and done.returncode):
                    problems.append(f"{page}: $ {command}\n  ended with {done.returncode}: {done.stderr}")
                elif not pattern(expected).match(done.stdout):
                    problems.append(f"{page}: $ {command}\n  expected:\n{chr(10).join(expected)}\n  printed:\n{done.stdout}")
    note = f", {len(skipped)} skipped, without {' and '.join(sorted(set(skipped)))}" if skipped else ""
    print(f"{page}: {len(blocks)} blocks, {len(problems)} problems{note}")
    return problems


def main() -> int:
    program = os.path.abspath(sys.argv[1])
    problems = [problem for page in sys.argv[2:] for problem in run_page(pathlib.Path(page), program, sys.executable)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
