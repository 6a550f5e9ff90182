"""The programs that are compared: how to find them, build them, and what to run."""
import glob
import json
import pathlib
import shutil
import subprocess
import tempfile

import machine
import measure

HERE = pathlib.Path(__file__).parent / "peers"


class Missing(Exception):
    """A peer is not installed; the text says what is wanted."""


class Peer:
    """One row of the tables. `index` and `query` give the arguments of a command."""

    def __init__(self, name, version, index, query=None):
        self.name, self.version, self.index, self.query = name, version, index, query


def raw_xapian_program(work):
    """Compiles the program on raw Xapian, unless that was done, and returns its path."""
    if not shutil.which("g++") or not shutil.which("xapian-config"):
        raise Missing("g++ and libxapian-dev")
    program = work / "raw_xapian"
    source = HERE / "raw_xapian.cc"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["g++", "-std=c++17", "-O2", str(source), "-o", str(program), "-lxapian"], check=True)
    return program


def raw_xapian(work, stems):
    program = raw_xapian_program(work)
    extra = ["--stems"] if stems else []
    version = machine.first_line("xapian-config", "--version").split()[-1]
    return Peer("raw Xapian, stems only" if stems else "raw Xapian", version,
                lambda db, corpus: [program, "index", *extra, db, corpus.passages],
                lambda db, corpus, more: [program, "query", *extra, *more, db, corpus.queries])


def lucene(work):
    jars = [jar for part in ("core", "analyzers-common", "highlighter", "memory", "queries")
            for jar in glob.glob(f"/usr/share/java/lucene-{part}-[0-9]*.jar")]
    if len(jars) < 5 or not shutil.which("javac"):
        raise Missing("liblucene8-java and a JDK")
    classes = work / "java"
    path = ":".join(jars)
    subprocess.run(["javac", "-cp", path, "-d", str(classes), str(HERE / "LuceneBench.java")], check=True)
    java = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4", "-cp", f"{path}:{classes}", "LuceneBench"]
    version = pathlib.Path(jars[0]).stem.rsplit("-", 1)[-1]
    return Peer("Lucene", version, lambda db, corpus: [*java, "index", db, corpus.passages],
                lambda db, corpus, more: [*java, "query", *more, db, corpus.queries])


def fts5(python):
    version = subprocess.run([python, "-c", "import sqlite3; c = sqlite3.connect(':memory:'); "
                              "c.execute('create virtual table t using fts5(x)'); print(sqlite3.sqlite_version)"],
                             capture_output=True, text=True)
    if version.returncode:
        raise Missing("a Python whose sqlite3 has FTS5")
    script = [python, HERE / "fts5.py"]
    return Peer("SQLite FTS5", version.stdout.strip(),
                lambda db, corpus: [*script, "index", db, corpus.passages],
                lambda db, corpus, more: [*script, "query", *more, db, corpus.queries])


def tantivy(python):
    version = machine.module_version(python, "tantivy")
    if not version:
        raise Missing("tantivy (PyPI)")
    script = [python, HERE / "tantivy_peer.py"]
    return Peer("tantivy", version, lambda db, corpus: [*script, "index", db, corpus.passages],
                lambda db, corpus, more: [*script, "query", *more, db, corpus.queries])


def reprise(binary, jobs=None):
    extra = ["--jobs", str(jobs)] if jobs else []
    version = machine.first_line(str(binary), "--version")
    name = f"Reprise, {jobs} job{'s' * (jobs != 1)}" if jobs else "Reprise"
    return Peer(name, version,
                lambda db, corpus: [binary, "index", "--quiet", "--db", db, *extra, corpus.articles])


def copies(python, name):
    version = machine.module_version(python, name)
    if not version:
        raise Missing(f"{name} (PyPI)")
    return Peer(name, version, lambda out, corpus: [python, HERE / "copies.py", name, corpus.articles, out])


def query_times(arguments):
    """Runs a peer's queries and returns its own figures, in milliseconds."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        cost = measure.run([str(each) for each in arguments], stdout=out, stderr=errors)
        out.seek(0)
        text = out.read().decode()
        if cost.code:
            errors.seek(0)
            raise RuntimeError(f"{arguments[0]} ended with {cost.code}: {errors.read().decode()[-500:]}")
        return json.loads(text.strip().split("\n")[-1])
