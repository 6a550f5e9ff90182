"""Articles told anew by a program: synonyms of WordNet, clauses moved or dropped, sentences dropped or swapped."""
import collections
import os
import random
import re
from pathlib import Path

from tool import records

ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("", ""))
FUNCTION = {"the": ["that", "this"], "of": ["from"], "in": ["within"], "on": ["upon"], "and": ["as well as"], "to": ["toward"],
            "for": ["on behalf of"], "with": ["alongside"], "said": ["stated"], "says": ["states"], "after": ["following"],
            "before": ["prior to"], "about": ["around"], "because": ["since"], "also": ["additionally"], "but": ["yet"],
            "while": ["whereas"], "people": ["individuals"], "told": ["informed"], "last": ["past"], "many": ["numerous"],
            "was": ["had been"], "is": ["remains"], "has": ["possesses"], "by": ["via"], "that": ["which"]}
SET = 150


def run(reprise, data):
    source = data / "news" / "allsides-part.jsonl.gz"
    wordnet = Path(os.environ.get("REPRISE_WORDNET", "/usr/share/wordnet"))
    if not source.is_file() or not (wordnet / "data.noun").is_file():
        return print(f"skipped: no {source} or no WordNet at {wordnet}")
    synonyms, articles = read_synonyms(wordnet), list(records(source))
    chosen = random.Random(7).sample([a for a in articles if 250 < len(a["text"].split()) < 1200], SET)
    for name, rate, function, drop in (("half of the words", 0.5, 0, 0.2), ("all words", 1, 0, 0.2),
                                       ("all words, function words too", 1, 0.5, 0.3)):
        spinner = Spinner(synonyms, rate, function, drop)
        spun = [{**a, "id": "spun-" + a["id"], "outlet": f"Spin {i % 40}", "url": "", "title": "",
                 "text": spinner.text(a["text"], a["id"])} for i, a in enumerate(chosen)]
        found = reprise.pairs(reprise.index(f"spun-{rate}-{function}", articles + spun))
        wanted = {tuple(sorted((a["id"], "spun-" + a["id"]))) for a in chosen}
        told = collections.Counter(found[pair]["relation"] for pair in wanted if pair in found)
        hit = sum(told[relation] for relation in ("reprint", "partial", "rewrite"))
        other = sum(row["relation"] == "rewrite" for pair, row in found.items() if pair not in wanted)
        print(f"{name}: {hit} of {SET} found ({dict(told)}); rewrites told of the {len(articles):,} others: {other}")


def read_synonyms(folder):
    """The synonyms of each word in its most common sense, by part of speech."""
    synonyms = collections.defaultdict(dict)
    for kind in ("verb", "noun", "adj", "adv"):
        words = {}
        for line in (folder / f"data.{kind}").open(encoding="utf-8"):
            if not line.startswith("  "):
                fields = line.split("|")[0].split()
                words[fields[0]] = [fields[4 + 2 * i] for i in range(int(fields[3], 16))]
        for line in (folder / f"index.{kind}").open(encoding="utf-8"):
            if not line.startswith("  "):
                fields = line.split()
                others = [w for w in words.get(fields[6 + int(fields[3])], ())
                          if w != fields[0] and w.isalpha() and w.islower()]
                if others:
                    synonyms[fields[0]][kind] = others
    return synonyms


class Spinner:
    def __init__(self, synonyms, rate, function, drop):
        self.synonyms, self.rate, self.function, self.drop = synonyms, rate, function, drop

    def text(self, text, seed):
        chance, paragraphs = random.Random(seed), []
        for paragraph in filter(str.strip, text.split("\n")):
            sentences = re.split(r'(?<=[.!?”"])\s+(?=[A-Z“"])', paragraph.strip())
            kept = [self.sentence(s, chance) for s in sentences if chance.random() > self.drop]
            for i in range(len(kept) - 1):
                if chance.random() < 0.1:
                    kept[i], kept[i + 1] = kept[i + 1], kept[i]
            if kept:
                paragraphs.append(" ".join(kept))
        return "\n\n".join(paragraphs)

    def sentence(self, sentence, chance):
        out, is_quoted = [], False
        for token in re.findall(r"\w+|\W+", sentence):
            if any(mark in token for mark in '"“”'):
                is_quoted = not is_quoted if '"' in token else "“" in token
            out.append(token if is_quoted or not token.isalpha() or not token.islower() else self.word(token, chance))
        return self.turned("".join(out), chance)

    def word(self, word, chance):
        if word in FUNCTION:
            return chance.choice(FUNCTION[word]) if chance.random() < self.function else word
        if len(word) < 4 or chance.random() >= self.rate:
            return word
        for ending, base in ENDINGS:
            stem = word[:len(word) - len(ending)] + base
            kinds = self.synonyms.get(stem) if word.endswith(ending) and len(stem) > 3 else None
            kind = kinds and ("verb" if ending in ("ed", "ing") else "noun" if ending else next(iter(kinds)))
            if kinds and kind in kinds:
                other = chance.choice(kinds[kind])
                if ending in ("ed", "ing"):
                    return other.removesuffix("e") + ending
                return other + ("s" if ending else "")
        return word

    @staticmethod
    def turned(sentence, chance):
        """A leading clause at the end, a day in front, an apposition left out; or as it was."""
        if (m := re.match(r'^([A-Z][^,"“]{8,60}), ([^"“]{20,})\.$', sentence)) and chance.random() < 0.5:
            return f"{m[2][0].upper()}{m[2][1:]}, {m[1][0].lower()}{m[1][1:]}."
        if (m := re.match(r'^([^"“,]{20,}) (on [A-Z]\w+day)\b([^"“]*)\.$', sentence)) and chance.random() < 0.6:
            return f"{m[2][0].upper()}{m[2][1:]}, {m[1]}{m[3]}."
        if (m := re.match(r'^([^"“]*), (?:a|an|the|who|which) [^,"“]{5,60}, ([^"“]*)$', sentence)) and chance.random() < 0.5:
            return f"{m[1]} {m[2]}"
        return sentence
