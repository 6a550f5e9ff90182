"""The parts of the model of blocks: weights of class words, features of neighbours, trees, and the file of all."""
import struct
from collections import defaultdict

import numpy as np
import lightgbm

from pages import CLASS_COLUMNS

#: A word counts where so many sites use it.
LEAST_SITES = 5
PARAMETERS = dict(objective="binary", learning_rate=.07, num_leaves=31, min_data_in_leaf=60, feature_fraction=.6,
                  bagging_fraction=.8, bagging_freq=1, lambda_l2=5., min_sum_hessian_in_leaf=.02, use_missing=False, verbosity=-1,
                  num_threads=2, seed=1, deterministic=True, force_row_wise=True)
ROUNDS = (180, 140)


def count_words(pages):
    """For each word: by site, how much text of the article and how much other stands near, further and far from it."""
    counts = defaultdict(lambda: defaultdict(lambda: np.zeros((3, 2))))
    for page in pages:
        for buckets, label, weight in zip(page.words, page.label, page.weight):
            if weight == 0:
                continue
            for bucket, words in enumerate(buckets):
                for word in set(words.tolist()):
                    counts[word][page.site][bucket, int(label)] += weight
    return counts


def word_weights(counts, folds, without):
    """Log odds in eighths of each word, from the sites that are not in some folds."""
    weights = {}
    for word, sites in counts.items():
        total = np.zeros((3, 2))
        users = 0
        for name, count in sites.items():
            if folds[name] in without:
                continue
            users += 1
            mass = count.sum(axis=1, keepdims=True)
            total += np.where(mass > 0, count / np.maximum(mass, 1e-9), 0) * np.minimum(1, mass * 20)
        if users < LEAST_SITES:
            continue
        odds = np.log((total[:, 1] + 1) / (total[:, 0] + 1))
        values = np.clip(np.rint(odds * 8), -127, 127).astype(int)
        if np.any(values):
            weights[word] = tuple(values.tolist())
    return weights


def fill_class_columns(page, weights):
    """Sums, least and greatest of the weights of the words around each block.

    The program adds the words of an element before it takes least and greatest; here words stand for elements,
    which differs little, and the program's own way is in `elements`.
    """
    start = CLASS_COLUMNS.start
    for index, buckets in enumerate(page.words):
        for bucket, words in enumerate(buckets):
            values = [weights[word][bucket] / 8 for word in words.tolist() if word in weights]
            low, high = min(values, default=0), max(values, default=0)
            page.rows[index, start + bucket * 3:start + bucket * 3 + 3] = sum(values), min(low, 0), max(high, 0)


def neighbours(page, chances):
    """The second row of features of each block: what the first model says of it and of those around it."""
    size = np.expm1(page.rows[:, 0])
    mass = size * chances
    count = len(chances)
    columns = [chances]
    for offset in (-3, -2, -1, 1, 2, 3):
        moved = np.full(count, -1.)
        if offset < 0:
            moved[-offset:] = chances[:offset]
        else:
            moved[:-offset] = chances[offset:]
        columns.append(moved)
    total = max(mass.sum(), 1e-6)
    before = np.concatenate([[0], np.cumsum(mass)])[:-1]
    columns += [before / total, np.full(count, np.log1p(total)), np.full(count, total / max(size.sum(), 1))]
    for width in (5, 15):
        for forwards in (False, True):
            sums, masses = np.zeros(count), np.zeros(count)
            for step in range(1, width + 1):
                if step >= count:
                    break
                if forwards:
                    sums[:-step] += mass[step:]
                    masses[:-step] += size[step:]
                else:
                    sums[step:] += mass[:-step]
                    masses[step:] += size[:-step]
            columns.append(sums / np.maximum(masses, 1))
    highest_before = np.concatenate([[0], np.maximum.accumulate(chances)])[:-1] if count else chances
    highest_after = np.concatenate([np.maximum.accumulate(chances[::-1])[::-1], [0]])[1:] if count else chances
    columns += [highest_before, highest_after]
    return np.concatenate([page.rows, np.stack(columns, axis=1).astype(np.float32)], axis=1)


def fit(rows, label, weight, rounds):
    """A model of trees."""
    used = weight > 0
    data = lightgbm.Dataset(rows[used], label[used], weight=weight[used] / weight[used].mean())
    return lightgbm.train(PARAMETERS, data, rounds)


def single(threshold):
    """The greatest 32-bit number that is not above a threshold."""
    value = np.float32(threshold)
    return value if value <= threshold else np.nextafter(value, np.float32(-np.inf))


def trees(booster):
    """The trees as bytes: how many; for each its inner nodes (feature, threshold, left, right) and its leaves."""
    dumped = booster.dump_model()["tree_info"]
    out = [struct.pack("<I", len(dumped))]
    for tree in dumped:
        inner, leaves = [], []

        def add(node):
            if "leaf_value" in node:
                leaves.append(node["leaf_value"])
                return -len(leaves)
            place = len(inner)
            inner.append(None)
            left, right = add(node["left_child"]), add(node["right_child"])
            inner[place] = (node["split_feature"], single(node["threshold"]), left, right)
            return place

        root = add(tree["tree_structure"])
        out.append(struct.pack("<HH", len(inner), len(leaves)))
        assert root <= 0
        out += [struct.pack("<Hhhxxf", feature, left, right, threshold) for feature, threshold, left, right in inner]
        out.append(struct.pack(f"<{len(leaves)}f", *leaves))
    return b"".join(out)


def write(path, weights, first, second):
    """The file of the model: a mark, the words, both sets of trees."""
    words = b"".join(struct.pack("<Ibbbx", word, *weights[word]) for word in sorted(weights))
    with open(path, "wb") as file:
        file.write(b"RPXB0001" + struct.pack("<I", len(weights)) + words + trees(first) + trees(second))
