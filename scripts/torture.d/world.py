"""Articles whose every version can be told from outside, and the check of an index against what it may hold.

Each article begins and ends with words of its own: one that stays and one for the version. Found by the first words,
by the last words and by its id, it must be there once, whole, in a version that it may have.
"""
import hashlib
import json
import pathlib
import random
import shutil
import subprocess

LETTERS = "bcdfghjklmnprtvwxz"
TIMEOUT = 120  # seconds after which a command counts as hanging


def word(number, prefix):
    """Returns a word of consonants, the same for the same number, that no stemmer shortens."""
    digits = ""
    while True:
        digits = LETTERS[number % len(LETTERS)] + digits
        number //= len(LETTERS)
        if number == 0:
            return prefix + digits.rjust(5, "b") + "q"


class Run:
    """What a finished command gave."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def crashed(self):
        return self.code is not None and self.code < 0 or self.code in (132, 133, 134, 135, 136, 139)

    @property
    def hung(self):
        return self.code is None

    def lines(self):
        return [json.loads(line) for line in self.out.decode().splitlines() if line.strip()]

    def __str__(self):
        how = "hung" if self.hung else f"ended with {self.code}"
        return f"{how}: {self.err.decode('utf-8', 'replace').strip()[-300:]}"


def run(arguments, environment=None, timeout=TIMEOUT, stdin=subprocess.DEVNULL, limit=None):
    try:
        done = subprocess.run([str(each) if not isinstance(each, bytes) else each for each in arguments],
                              capture_output=True, env=environment, timeout=timeout, stdin=stdin)
        return Run(done.returncode, done.stdout, done.stderr)
    except subprocess.TimeoutExpired as slow:
        return Run(None, slow.stdout or b"", slow.stderr or b"")


class Wrong(Exception):
    """The index is not as it must be; the text says how."""


class World:
    """Files of articles on the disk, and for each article the versions that the index may hold of it."""

    def __init__(self, reprise, folder, articles, files, words, seed, database=None):
        self.reprise, self.folder, self.random = reprise, pathlib.Path(folder), random.Random(seed)
        self.sources, self.database = self.folder / "sources", database or self.folder / "index"
        self.words, self.count = words, articles
        self.members = [range(file, articles, files) for file in range(files)]
        self.can_verify = self.knows("verify")
        self.start()

    def knows(self, command):
        """Tells whether there is such a command: an unknown one is an error of usage, 64."""
        return run([self.reprise, command, "--db", self.folder / "none"]).code != 64

    def start(self):
        """Begins again with no index and no versions."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.database, ignore_errors=True)
        self.sources.mkdir(parents=True)
        self.version = [0] * self.count  # on the disk
        self.allowed = [{None} for _ in range(self.count)]  # in the index; None: not there

    # Sources

    def text(self, article, version):
        """Returns the text of an article: the same for the same version, some paragraphs of filler between marks."""
        draw = random.Random(article * 1_000 + version)
        filler = [" ".join(word(int(draw.paretovariate(0.7)) % 20_000, "") for _ in range(60)).capitalize() + "."
                  for _ in range(max(1, self.words // 60))]
        first = f"{word(article, 'stay')} {word(article * 100 + version, 'begin')} opened the report."
        last = f"So closed {word(article, 'leave')} {word(article * 100 + version, 'end')} in the evening."
        return "\n\n".join([first.capitalize(), *filler, last])

    def path(self, file):
        return self.sources / f"part{file:03}.jsonl"

    def write(self, file):
        """Raises the version of all articles of a file and writes it."""
        with open(self.path(file), "w", encoding="utf-8") as out:
            for article in self.members[file]:
                self.version[article] += 1
                out.write(json.dumps({
                    "id": f"a{article}", "outlet": f"Outlet {article % 17}", "published": "2024-03-01",
                    "title": f"Report of {word(article, 'name')}", "text": self.text(article, self.version[article])})
                    + "\n")
        return self.path(file)

    # What the index may hold

    def may_hold(self, files):
        """A run over some files has begun: old or new may be there."""
        for article in self.members_of(files):
            self.allowed[article] = self.allowed[article] | {self.version[article]}

    def must_hold(self, files):
        """A run over some files ended well: the new is there."""
        for article in self.members_of(files):
            self.allowed[article] = {self.version[article]}

    def members_of(self, files):
        return [article for file in files for article in self.members[file]]

    def index_command(self, files, *more):
        return [self.reprise, "index", "--quiet", "--db", self.database, *more, *map(self.path, files)]

    def optimize_command(self):
        return [self.reprise, "optimize", "--quiet", "--db", self.database]

    # The check

    def check(self, sample):
        """Holds the index against what it may hold: counts, a sample of articles word for word, verify if known."""
        if not self.database.exists():
            if any(None not in versions for versions in self.allowed):
                raise Wrong("the folder of the index is gone")
            return
        status = run([self.reprise, "status", "--db", self.database, "--json"])
        if status.code != 0:
            if all(None in versions for versions in self.allowed) and status.code == 2:
                return  # killed before the first commit
            raise Wrong(f"status {status}")
        held = status.lines()[0]["articles"]
        least = sum(None not in versions for versions in self.allowed)
        most = sum(versions != {None} for versions in self.allowed)
        if not least <= held <= most:
            raise Wrong(f"status says {held} articles, there must be {least} to {most}")
        articles = self.random.sample(range(self.count), min(sample, self.count))
        self.check_words(articles)
        for article in articles[:max(3, sample // 10)]:
            self.check_text(article)
        if self.can_verify:
            verified = run([self.reprise, "verify", "--db", self.database])
            if verified.code != 0:
                raise Wrong(f"verify {verified}")

    def check_words(self, articles):
        """Asks for the first and last words of articles, all in one process and so of one state of the index."""
        queries = self.folder / "queries.jsonl"
        with open(queries, "w", encoding="utf-8") as out:
            for article in articles:
                for name, text in self.questions(article):
                    out.write(json.dumps({"_id": name, "text": text}) + "\n")
        asked = run([self.reprise, "search", "--db", self.database, "--json", "--group", "none", "--quiet",
                     "--queries", queries])
        if asked.code not in (0, 1):
            raise Wrong(f"search {asked}")
        found = {}
        for line in asked.lines():
            found.setdefault(line["query"], []).append(line["article"])
        for article in articles:
            self.judge(article, found)

    def questions(self, article):
        yield f"{article} stay", word(article, "stay")
        yield f"{article} leave", word(article, "leave")
        for version in sorted(self.allowed[article] - {None}):
            yield f"{article} begin {version}", word(article * 100 + version, "begin")
            yield f"{article} end {version}", word(article * 100 + version, "end")

    def judge(self, article, found):
        mine, versions = [f"a{article}"], self.allowed[article]
        stay, leave = (found.get(f"{article} {part}", []) for part in ("stay", "leave"))
        if stay != leave or stay not in ([], mine):
            raise Wrong(f"a{article} is found by its first words as {stay}, by its last as {leave}")
        begins, ends = ([version for version in versions - {None} if found.get(f"{article} {part} {version}")]
                        for part in ("begin", "end"))
        if begins != ends or len(begins) != len(stay):
            raise Wrong(f"a{article} begins in versions {begins} and ends in {ends}; allowed are {versions}")
        if not stay and None not in versions:
            raise Wrong(f"a{article} is lost; allowed are {versions}")
        self.allowed[article] = {begins[0]} if stay else {None}

    def check_text(self, article):
        shown = run([self.reprise, "show", "--db", self.database, "--json", f"a{article}"])
        versions = self.allowed[article]
        if shown.code in (1, 2) and None in versions:
            return
        if shown.code != 0:
            raise Wrong(f"show a{article} {shown}")
        text = shown.lines()[0]["text"]
        if not any(text == self.text(article, version) for version in versions - {None}):
            raise Wrong(f"a{article} has another text: {hashlib.sha256(text.encode()).hexdigest()}, "
                        f"{len(text)} characters; allowed are versions {versions}")
