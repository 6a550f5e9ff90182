#!/usr/bin/env python3
"""Holds what the program prints with --json to its schema: scripts/docs/check_schema.py REPRISE [FILE...].

Runs every command on the corpus, or takes files of JSON Lines. Each line must be as the schema has it, and each of its keys must stand
there, so that none is undocumented. jsonschema comes from PyPI; where it is not installed the lines are not checked, and that is said.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

SCHEMA = pathlib.Path(__file__).parent / "schema/reprise-1.schema.json"
CORPUS = pathlib.Path(__file__).parent.parent.parent / "corpus"
COMMANDS = [
    ["search", "--limit", "40", "grain fire water"], ["search", "--facets", "outlet,person,org,place,month", "grain"],
    ["reprints", "--families"], ["outlets"], ["outlets", "--by", "month"], ["compare", "harbour-wire", "harbour-cut"],
    ["show", "harbour-wire"], ["show", "ledger-eels"], ["entities"], ["entities", "Barker"], ["status"],
]


def closed(schema):
    """The schema with every object closed, so that a key that it does not name is found."""
    if isinstance(schema, dict):
        copy = {key: closed(value) for key, value in schema.items()}
        if copy.get("type") == "object" and "properties" in copy and "oneOf" not in copy:
            copy["additionalProperties"] = False
        return copy
    return [closed(value) for value in schema] if isinstance(schema, list) else schema


def printed(program: str) -> list[dict]:
    """What every command prints of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        index = f"{folder}/index"

        def run(*arguments: str, given: str = "") -> str:
            done = subprocess.run([program, *arguments], input=given, capture_output=True, text=True, check=False)
            if done.returncode not in (0, 1):
                raise SystemExit(f"check_schema: {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
            return done.stdout

        lines = run("index", "--json", "--db", index, str(CORPUS))
        for command in COMMANDS:
            lines += run(command[0], "--json", "--db", index, *command[1:])
        text = json.loads(run("show", "--json", "--db", index, "glacier-lab"))["text"]
        lines += run("check", "--json", "--db", index, "-", given=text)
        run("watch", "--db", index, "--once", "--all", "--out", f"{folder}/new.jsonl", "grain")
        lines += pathlib.Path(folder, "new.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in lines.splitlines()]


def main() -> int:
    try:
        import jsonschema
    except ImportError:
        print("check_schema: jsonschema is not installed: JSON Lines are not held to their schema", file=sys.stderr)
        return 0
    schema = closed(json.loads(SCHEMA.read_text(encoding="utf-8")))
    lines = [json.loads(line) for path in sys.argv[2:] for line in open(path, encoding="utf-8")] or printed(sys.argv[1])
    kinds = {name: jsonschema.Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{name}"})
             for name in schema["$defs"] if name != "bytes"}
    problems = []
    for line in lines:
        kind = line.get("type")
        if kind not in kinds:
            problems.append(f"the schema has no {kind}")
            continue
        problems += [f"{kind}: {error.json_path}: {error.message[:300]}" for error in kinds[kind].iter_errors(line)]
    for problem in sorted(set(problems)):
        print(problem, file=sys.stderr)
    print(f"schema: {len(lines)} lines of {len({line.get('type') for line in lines})} kinds, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
