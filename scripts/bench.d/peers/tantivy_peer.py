"""tantivy with its English stemmer: one document a passage, one thread.

    tantivy_peer.py index|query [--extracts] DIR FILE
"""
import os
import sys

import tantivy

from common import passages, time_queries


def schema():
    builder = tantivy.SchemaBuilder()
    for name in ("id", "outlet", "date"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw")
    for name in ("title", "text"):
        builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
    return builder.build()


def index(folder, path):
    os.makedirs(folder)
    writer = tantivy.Index(schema(), path=folder).writer(heap_size=64_000_000, num_threads=1)
    for article, outlet, date, title, text in passages(path):
        writer.add_document(tantivy.Document(id=article, outlet=outlet, date=date, title=title, text=text))
    writer.commit()
    writer.wait_merging_threads()


def query(folder, path, extracts):
    opened = tantivy.Index.open(folder)
    searcher = opened.searcher()

    def answer(line):
        parsed = opened.parse_query(line, ["text"])
        found = searcher.search(parsed, 10).hits
        if extracts:
            generator = tantivy.SnippetGenerator.create(searcher, parsed, opened.schema, "text")
            return sum(bool(generator.snippet_from_doc(searcher.doc(address)).to_html()) for _, address in found)
        return len(found)

    time_queries(path, answer)


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if arguments[0] == "index":
        index(*arguments[1:])
    else:
        query(*arguments[1:], "--extracts" in sys.argv)
