#!/usr/bin/env python3
"""Runs the commands that stand in the documentation, and holds what they print to what it says.

    scripts/docs/run_examples.py REPRISE PAGE...

A block of the kind `console` has commands after `$ `, and below each what it prints; `…` on a line of its own stands for any number
of lines, and at the end of a line for any end. A block of the kind `python` is run as it is. Each page has a folder of its own.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


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


def run_page(page: pathlib.Path, program: str, python: str) -> list[str]:
    """What went wrong on a page."""
    blocks = re.findall(r"^```(console|python)\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        tools = pathlib.Path(folder, "tools")
        tools.mkdir()
        os.symlink(program, tools / "reprise")
        work = pathlib.Path(folder, "work")
        (work / "clippings").mkdir(parents=True)
        (work / "clippings/tea.txt").write_text("Tea\n\nThe tea is late.")
        environment = dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}", REPRISE_PROGRAM=program, NO_COLOR="1",
                           PYTHONPATH=os.path.abspath("scripts/python"), PYTHONDONTWRITEBYTECODE="1")
        environment.pop("REPRISE_DB", None)
        for kind, block in blocks:
            for command, expected in steps(block) if kind == "console" else [(block, ["…"])]:
                export = re.fullmatch(r"export (\w+)=(.*)", command)
                if export:
                    environment[export.group(1)] = export.group(2)
                    continue
                arguments = ["bash", "-c", command] if kind == "console" else [python, "-c", command]
                done = subprocess.run(arguments, cwd=work, env=environment, capture_output=True, text=True, check=False)
                if done.returncode not in (0, 1) or (kind == "python" and done.returncode):
                    problems.append(f"{page}: $ {command}\n  ended with {done.returncode}: {done.stderr}")
                elif not pattern(expected).match(done.stdout):
                    problems.append(f"{page}: $ {command}\n  expected:\n{chr(10).join(expected)}\n  printed:\n{done.stdout}")
    print(f"{page}: {len(blocks)} blocks, {len(problems)} problems")
    return problems


def main() -> int:
    program = os.path.abspath(sys.argv[1])
    problems = [problem for page in sys.argv[2:] for problem in run_page(pathlib.Path(page), program, sys.executable)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
