"""Pairs of real articles that were judged by reading."""
import collections

from tool import f1, records

SWAPPED = {"a_from_b": "b_from_a", "b_from_a": "a_from_b"}
REUSE = ("reprint", "partial")


def run(reprise, data):
    folder = data / "reprints"
    if not folder.is_dir():
        return print(f"skipped: no {folder}")
    for labels, documents in (("labels.jsonl", "docs.jsonl.gz"), ("labels-2.jsonl", "docs-2.jsonl.gz")):
        found = reprise.pairs(reprise.index(documents, records(folder / documents)))
        pairs = [(label, found.get(tuple(sorted((label["a"], label["b"]))))) for label in records(folder / labels)]
        relations(pairs)
        if any(label.get("direction") for label, _ in pairs):
            directions(pairs)
            sources(pairs)


def coarse(relation):
    return relation if relation in REUSE else "other"


def relations(pairs):
    table = collections.Counter((coarse(label["relation"]), coarse((row or {}).get("relation"))) for label, row in pairs)

    def score(classes):
        right = sum(n for (gold, told), n in table.items() if gold in classes and told in classes)
        return f1(right, sum(n for (_, told), n in table.items() if told in classes),
                  sum(n for (gold, _), n in table.items() if gold in classes))

    macro = sum(score((name,)) for name in (*REUSE, "other")) / 3
    print(f"{len(pairs)} pairs: macro-F1 {macro:.3f}, F1 of reuse {score(REUSE):.3f}")


def directions(pairs):
    table = collections.Counter()
    for label, row in pairs:
        if label["relation"] not in REUSE or not label.get("direction"):
            continue
        told = (row or {}).get("direction", "unknown")
        if row and row["a"] != label["a"]:
            told = SWAPPED.get(told, told)
        kind = "right" if told == label["direction"] else "not told" if told == "unknown" else "wrong"
        basis = (row or {}).get("basis") or "nothing tells"
        table[kind] += 1
        table["by dates", kind] += basis.startswith("published")
    print(f"directions of {sum(table[k] for k in ('right', 'wrong', 'not told'))}: right {table['right']}, wrong {table['wrong']}, "
          f"not told {table['not told']}; of these by dates alone: {table['by dates', 'right']} right, "
          f"{table['by dates', 'wrong']} wrong")


def key(name):
    words = "".join(c if c.isalnum() else " " for c in (name or "").lower()).split()
    return "".join(word for word in words if word not in ("online", "web", "the"))


def sources(pairs):
    asked = [(label, row) for label, row in pairs if label["relation"] in REUSE and label.get("source")]
    told = [(key(label["source"]), key((row or {}).get("source"))) for label, row in asked]
    same = sum(gold == source for gold, source in told)
    within = sum(gold != source and len(source) > 1 and source in gold for gold, source in told)
    named = sum(bool(source) for _, source in told)
    print(f"sources named of {len(told)}: {same} as the judges did, {within} as a part of what they wrote, "
          f"{named - same - within} otherwise, {len(told) - named} not")
