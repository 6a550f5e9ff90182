#!/usr/bin/env python3
"""Makes the pages of the documentation that the program or the sources have: scripts/docs/reference.py REPRISE PAGES."""
import json
import pathlib
import re
import subprocess
import sys

# Pages that stand beside what they describe.
COPIED = {
    "Sources/Query/QUERY-LANGUAGE.md": "reference/query-language.md",
    "Sources/Entities/NAMES.md": "reference/names.md",
    "Sources/reprise/Batch/PROTOCOL.md": "reference/protocol.md",
    "Sources/Reprints/Reprints.docc/Method.md": "explanation/method.md",
    "Sources/Reprints/Reprints.docc/Claims.md": "explanation/claims.md",
    "ARCHITECTURE.md": "explanation/architecture.md",
    "CHANGELOG.md": "changes.md",
}


def spelled(argument: dict) -> str:
    if argument["kind"] == "positional":
        return f"`{argument['valueName']}`"
    dashes = {"long": "--", "short": "-", "longWithSingleDash": "-"}
    names = ", ".join(dashes[name["kind"]] + name["name"] for name in argument["names"])
    return f"`{names} {argument['valueName']}`" if argument["kind"] == "option" else f"`{names}`"


def about(argument: dict) -> str:
    text = argument.get("abstract", "").replace("|", "\\|").replace("<", "&lt;")
    if argument.get("allValues"):
        text += f" One of {', '.join(argument['allValues'])}."
    if "defaultValue" in argument:
        text += f" Default: {argument['defaultValue']}."
    return text


def discussion(text: str) -> str:
    """The discussion of a command, its examples as code."""
    return "\n".join(("  " + line if line.startswith("  ") else line.replace("<", "&lt;")) for line in text.splitlines())


def commands(program: str) -> str:
    dumped = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    page = ["# Commands", "", "Made from what the program says of itself: `reprise help COMMAND`.", ""]
    for command in json.loads(dumped)["command"]["subcommands"]:
        if not command.get("shouldDisplay", True) or command["commandName"] == "help":
            continue
        page += [f"## reprise {command['commandName']}", "", command["abstract"], "",
                 discussion(command.get("discussion", "")), "", "| option | meaning |", "| --- | --- |"]
        page += [f"| {spelled(argument)} | {about(argument)} |" for argument in command.get("arguments", [])
                 if argument.get("shouldDisplay", True)]
        page.append("")
    return "\n".join(page)


def lines_page(schema: dict) -> str:
    """The page on JSON Lines, from the JSON Schema that tests hold the program to."""
    page = ["# JSON Lines", "",
            "Every command with `--json` prints one object a line, each with a `type`; the first line has `schema`, the version of these "
            "shapes (`reprise/1`). It grows where a name changes its meaning or goes; new names may come at any time. "
            "The same, for machines: `scripts/docs/schema/reprise-1.schema.json` (JSON Schema 2020-12).", ""]
    for name, described in sorted(schema["$defs"].items()):
        if "type" not in described.get("properties", {}):
            continue
        page += [f"## {name}", "", described.get("description", ""), "", "| key | values | meaning |", "| --- | --- | --- |"]
        needed = set(described.get("required", []))
        for key, value in described["properties"].items():
            mark = "" if key in needed else " (may be missing)"
            page.append(f"| `{key}` | {values(value)}{mark} | {value.get('description', '')} |")
        page.append("")
    return "\n".join(page)


def formats_page(program: str) -> str:
    """The page on input formats, from what the program lists."""
    listed = subprocess.run([program, "formats", "--json"], check=True, capture_output=True, text=True).stdout
    formats = [json.loads(line) for line in listed.splitlines()]
    notes = subprocess.run([program, "formats"], check=True, capture_output=True, text=True).stdout.split("\n\n", 1)[1]
    page = ["# Input formats", "", "Files are told by their content, not by their names. `--format NAME` reads all files as one format.", "",
            "| format | what it is |", "| --- | --- |"]
    page += [f"| `{each['name']}` | {each['summary']} |" for each in formats if each["type"] == "format"]
    return "\n".join([*page, "", notes, "How to bring in [exports of libraries](../how-to/library-exports.md), [crawls](../how-to/crawl.md), "
                      "[Telegram](../how-to/telegram.md).", ""])


def values(value: dict) -> str:
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if "$ref" in value:
        return value["$ref"].rsplit("/", 1)[-1]
    if value.get("type") == "array":
        return "list of " + values(value["items"]) if "items" in value else "list"
    return value.get("type", "any")


def main() -> int:
    program, pages = sys.argv[1], pathlib.Path(sys.argv[2])
    for source, target in COPIED.items():
        path = pathlib.Path(source)
        if path.is_file():
            # Links between files of the repository lead nowhere on the site: their words stay.
            text = re.sub(r"\[([^\]]+)\]\((?!https?:|#)[^)]*\)", r"\1", path.read_text(encoding="utf-8"))
            text = re.sub(r"<doc:(\w+)>", lambda link: f"[{link.group(1)}]({link.group(1).lower()}.md)", text)
            (pages / target).parent.mkdir(parents=True, exist_ok=True)
            (pages / target).write_text(text, encoding="utf-8")
    (pages / "reference/formats.md").write_text(formats_page(program), encoding="utf-8")
    (pages / "reference/commands.md").write_text(commands(program), encoding="utf-8")
    schema = json.loads(pathlib.Path("scripts/docs/schema/reprise-1.schema.json").read_text(encoding="utf-8"))
    (pages / "reference/json.md").write_text(lines_page(schema), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
