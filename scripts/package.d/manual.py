#!/usr/bin/env python3
"""Writes man pages from what the program says of itself: scripts/package.d/manual.py REPRISE DIR DATE."""
import json
import pathlib
import re
import subprocess
import sys


def described(program: str) -> dict:
    """The commands and their options, as the program describes them."""
    run = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True)
    return json.loads(run.stdout)["command"]


def spelled(argument: dict) -> list[str]:
    """The names of an option, as they are typed."""
    dashes = {"long": "--", "short": "-", "longWithSingleDash": "-"}
    return [dashes[name["kind"]] + name["name"] for name in argument.get("names", [])]


def escaped(text: str) -> str:
    """Text as roff has it."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"(?m)^([.'])", r"\\&\1", text)


def paragraphs(discussion: str) -> list[str]:
    """A discussion in man(7): running text, and examples as they are typed."""
    lines: list[str] = []
    is_example = False
    for line in discussion.splitlines():
        wants_example = line.startswith("  ")
        if line.strip() == "":
            continue
        if wants_example != is_example:
            lines.append(".PP" if not wants_example else ".PP\n.RS 4\n.nf")
            if is_example:
                lines[-1] = ".fi\n.RE\n.PP"
            is_example = wants_example
        elif not is_example:
            lines.append(".PP")
        lines.append(escaped(line.strip()))
    if is_example:
        lines.append(".fi\n.RE")
    return lines


def options(command: dict) -> list[str]:
    lines: list[str] = []
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True):
            continue
        value = argument.get("valueName", "")
        if argument["kind"] == "positional":
            names = f"\\fI{escaped(value)}\\fR"
        else:
            names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in spelled(argument))
            if argument["kind"] == "option":
                names += f" \\fI{escaped(value)}\\fR"
        text = argument.get("abstract", "")
        values = argument.get("allValues")
        notes = ([f"one of {', '.join(values)}"] if values else []) + (
            [f"default: {argument['defaultValue']}"] if "defaultValue" in argument else [])
        lines += [".TP", names, escaped(text + (f" ({'; '.join(notes)})" if notes else ""))]
    return lines


def page(command: dict, name: str, date: str, version: str, others: list[str]) -> str:
    """A man page."""
    lines = [
        f'.TH "{name.upper()}" "1" "{date}" "Reprise {version}" "User Commands"', ".SH NAME",
        f"{escaped(name)} \\- {escaped(command.get('abstract', '').rstrip('.'))}", ".SH SYNOPSIS",
        f"\\fB{escaped(name.replace('-', ' '))}\\fR " + ("\\fIcommand\\fR" if command.get("subcommands") else
                                                        "[\\fIoptions\\fR]")
        + "".join(f" \\fI{escaped(argument['valueName'])}\\fR" for argument in command.get("arguments", [])
                  if argument["kind"] == "positional"), ".SH DESCRIPTION", escaped(command.get("abstract", ""))]
    lines += paragraphs(command.get("discussion", ""))
    if command.get("subcommands"):
        lines.append(".SH COMMANDS")
        for sub in command["subcommands"]:
            if sub.get("shouldDisplay", True) and sub["commandName"] != "help":
                lines += [".TP", f"\\fBreprise\\-{sub['commandName']}\\fR(1)", escaped(sub.get("abstract", ""))]
    lines += [".SH OPTIONS"] + options(command)
    lines += [".SH EXIT STATUS", "0 found or done; 1 nothing found (index: done, but records were refused); 2 failed; "
              "64 wrong usage; 130 interrupted.", ".SH SEE ALSO",
              ", ".join(f"\\fB{escaped(other)}\\fR(1)" for other in others if other != name)]
    return "\n".join(lines) + "\n"


def main() -> int:
    program, folder, date = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    command = described(program)
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.split()[0]
    subs = [sub for sub in command["subcommands"] if sub.get("shouldDisplay", True) and sub["commandName"] != "help"]
    names = ["reprise"] + [f"reprise-{sub['commandName']}" for sub in subs]
    folder.mkdir(parents=True, exist_ok=True)
    for name, described_command in zip(names, [command] + subs):
        (folder / f"{name}.1").write_text(page(described_command, name, date, version, names), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
