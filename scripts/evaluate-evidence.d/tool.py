"""Runs the program on records in a folder of its own."""
import gzip
import json
import subprocess
from pathlib import Path


class Reprise:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, Path(folder)

    def index(self, name, records):
        """Indexes records; returns the folder of the index."""
        path = self.folder / f"{name}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        database = str(self.folder / f"{name}.db")
        subprocess.run([self.binary, "index", "--quiet", "--db", database, str(path)], check=True)
        return database

    def pairs(self, database):
        """The pairs of the report, by the ids of both articles in their order."""
        out = subprocess.run([self.binary, "reprints", "--quiet", "--json", "--db", database],
                             capture_output=True, text=True)
        rows = map(json.loads, out.stdout.splitlines())
        return {tuple(sorted((row["a"], row["b"]))): row for row in rows if row.get("type") == "pair"}

    def check(self, database, text):
        """The ids of the articles that `check` names for a text, in order."""
        out = subprocess.run([self.binary, "check", "--quiet", "--json", "--db", database, "-"],
                             input=text, capture_output=True, text=True)
        return [row.get("article") or row.get("id") for row in map(json.loads, out.stdout.splitlines())]

    def titles(self, folder):
        """Indexes the text files of a folder; the title of each, by file name."""
        database, out = str(self.folder / "texts.db"), self.folder / "texts.out"
        subprocess.run([self.binary, "index", "--quiet", "--db", database, str(folder)], check=True)
        subprocess.run([self.binary, "export", "--quiet", "--db", database, "--out", str(out)], check=True)
        with out.open(encoding="utf-8") as file:
            return {Path(row["id"]).name: row.get("title") for row in map(json.loads, file)}


def records(path):
    """The records of a JSON Lines file, packed with gzip or not."""
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")) as file:
        yield from map(json.loads, file)


def f1(right, told, wanted):
    precision, recall = right / max(1, told), right / max(1, wanted)
    return 2 * precision * recall / max(1e-9, precision + recall)
