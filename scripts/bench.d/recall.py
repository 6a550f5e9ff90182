"""Holds reported pairs against the planted ones."""
import collections
import json


def scored(truth_path, pairs_path):
    """Returns recall by kind, recall over all, and how many pairs called reprint were not planted."""
    found = {}
    with open(pairs_path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if "a" in row and "b" in row:
                found[frozenset((row["a"], row["b"]))] = row.get("relation", "none")
    right, wanted, planted, family = collections.Counter(), collections.Counter(), set(), set()
    with open(truth_path, encoding="utf-8") as file:
        for line in file:
            original, copy, kind = line.rstrip("\n").split("\t")[:3]
            pair = frozenset((original, copy))
            planted.add(pair)
            if kind == "family":
                family |= pair
            wanted[kind] += 1
            right[kind] += found.get(pair) in ("reprint", "partial", "rewrite")
    unplanted = sum(relation == "reprint" and pair not in planted and not pair <= family
                    for pair, relation in found.items())
    return {"by_kind": {kind: right[kind] / wanted[kind] for kind in sorted(wanted)},
            "recall": sum(right.values()) / max(1, sum(wanted.values())), "unplanted": unplanted}
