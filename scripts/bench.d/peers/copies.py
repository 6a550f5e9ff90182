"""Pairs of near-copies by MinHash over 5-word shingles: copies.py datasketch|rensa ARTICLES.jsonl PAIRS.jsonl"""
import json
import re
import sys

WORD = re.compile(r"\w+")
THRESHOLD, PERMUTATIONS, BANDS = 0.3, 128, 32


def articles(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            words = WORD.findall(record["text"].lower())
            shingles = {" ".join(words[i:i + 5]) for i in range(max(1, len(words) - 4))}
            yield record["id"], shingles


def by_datasketch(path):
    import datasketch
    join = datasketch.MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for article, shingles in articles(path):
        signature = datasketch.MinHash(num_perm=PERMUTATIONS)
        signature.update_batch([shingle.encode() for shingle in shingles])
        for other in join.query(signature):
            yield other, article
        join.insert(article, signature)


def by_rensa(path):
    import rensa
    join, signatures, names = rensa.RMinHashLSH(THRESHOLD, PERMUTATIONS, BANDS), [], []
    for number, (article, shingles) in enumerate(articles(path)):
        signature = rensa.RMinHash(num_perm=PERMUTATIONS, seed=42)
        signature.update(list(shingles))
        for other in join.query(signature):
            if signatures[other].jaccard(signature) >= THRESHOLD:
                yield names[other], article
        join.insert(number, signature)
        signatures.append(signature)
        names.append(article)


if __name__ == "__main__":
    find = {"datasketch": by_datasketch, "rensa": by_rensa}[sys.argv[1]]
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        for one, other in find(sys.argv[2]):
            out.write(json.dumps({"a": one, "b": other, "relation": "reprint"}) + "\n")
