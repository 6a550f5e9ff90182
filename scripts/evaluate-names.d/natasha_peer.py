"""Tags tokens, one a line, with natasha: python natasha_peer.py FILE. Each sentence is given as its words with spaces."""
import sys

import natasha


def tagged(words, tagger):
    starts, ends, text = {}, {}, ""
    for number, word in enumerate(words):
        starts[len(text)] = number
        text += word
        ends[len(text)] = number
        text += " "
    tags = ["O"] * len(words)
    for span in tagger(text).spans:
        # A span that cuts a word takes it whole.
        first = max((number for place, number in starts.items() if place <= span.start), default=0)
        last = min((number for place, number in ends.items() if place >= span.stop), default=len(words) - 1)
        tags[first:last + 1] = ["B-" + span.type] + ["I-" + span.type] * (last - first)
    return tags


def main():
    tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())
    words = []
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = file.read().split("\n")
    for line in [*lines, ""]:
        word = line.strip()
        if word and word != "-DOCSTART-":
            words.append(word)
            continue
        if words:
            for own, tag in zip(words, tagged(words, tagger)):
                print(f"{own}\t{tag}")
            words = []
        print(line)


main()
