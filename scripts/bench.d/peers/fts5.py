"""SQLite FTS5 with its Porter stemmer: one row a passage. fts5.py index|query [--extracts] FILE.db FILE"""
import sqlite3
import sys

from common import passages, time_queries


def index(database, path):
    connection = sqlite3.connect(database)
    connection.execute("create virtual table passage using fts5(id unindexed, outlet unindexed, date unindexed, "
                       "title, text, tokenize = 'porter unicode61')")
    with connection:
        connection.executemany("insert into passage values (?, ?, ?, ?, ?)", passages(path))
    connection.close()


def query(database, path, extracts):
    connection = sqlite3.connect(database)
    columns = "id, snippet(passage, 4, '[', ']', '…', 32)" if extracts else "id"
    statement = f"select {columns} from passage where passage match ? order by rank limit 10"

    def answer(line):
        return len(connection.execute(statement, (" OR ".join(f'"{word}"' for word in line.split()),)).fetchall())

    time_queries(path, answer)


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if arguments[0] == "index":
        index(*arguments[1:])
    else:
        query(*arguments[1:], "--extracts" in sys.argv)
