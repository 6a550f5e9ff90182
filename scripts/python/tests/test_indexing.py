"""Bringing articles in: files, dicts and tables."""

import datetime
import pathlib
import subprocess
import time

import pytest

import reprise

GOAT = {"id": "goat", "outlet": "Hill Echo", "published": "2024-03-05T06:00:00Z", "title": "Goat", "text": "The goat is back."}


@pytest.fixture
def archive(tmp_path):
    with reprise.Archive(tmp_path / "index") as archive:
        yield archive


def test_dicts(archive):
    done = archive.index([GOAT, {"id": "cow", "text": "The cow has gone.", "published": datetime.date(2024, 3, 6)}, {"id": "x"}])
    assert done.added == 2 and len(done.refused) == 1
    assert archive.show("cow").published == "2024-03-06"
    again = archive.index(iter([GOAT]))
    assert again.added == 0 and again.unchanged == 1


def test_what_is_indexed_is_seen_by_an_open_archive(archive):
    archive.index([GOAT])
    assert archive.status().articles == 1
    archive.index([dict(GOAT, id="kid")])
    assert archive.status().articles == 2
    assert archive.remove(["kid", "nobody"]) == ["nobody"]
    assert [hit.article for hit in archive.search("goat")] == ["goat"]


def test_paths(archive, tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("Goat\n\nThe goat is back.")
    (tmp_path / "news" / "b.txt").write_text("Cow\n\nThe cow has gone.")
    assert archive.index(tmp_path / "news").added == 2
    (tmp_path / "news" / "b.txt").unlink()
    assert archive.index([str(tmp_path / "news")], prune=True).removed == 1
    with pytest.raises(ValueError):
        archive.index([GOAT], prune=True)


def test_a_record_that_is_no_dict_is_told(archive):
    with pytest.raises(TypeError, match="dict"):
        archive.index([GOAT, 7])
    with pytest.raises(TypeError, match="set"):
        archive.index([dict(GOAT, byline={1})])


def test_a_path_that_is_missing_is_refused(archive, tmp_path):
    done = archive.index(tmp_path / "gone.txt")
    assert done.added == 0 and done.refused[0].reason


def test_an_index_that_is_being_written_is_locked(archive, tmp_path):
    archive.index([GOAT])
    command = [reprise.program(), "index", "--quiet", "--db", archive.path, "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as other:
        other.stdin.write(b'{"id":"z","text":"Wait."}\n')
        other.stdin.flush()
        lock = pathlib.Path(archive.path) / "lock"
        deadline = time.monotonic() + 60
        while str(other.pid) not in (lock.read_text() if lock.exists() else ""):
            assert time.monotonic() < deadline, "the other process never took the lock"
            time.sleep(0.01)
        with pytest.raises(reprise.IndexLocked, match="is writing"):
            archive.index([GOAT])
        other.stdin.close()


def test_a_frame_of_pandas(archive):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({
        "id": ["a", "b"], "text": ["The goat is back.", "The cow – gone."], "outlet": ["Hill Echo", None],
        "published": pandas.to_datetime(["2024-03-05T06:00:00Z", None])})
    assert archive.index(frame).added == 2
    assert archive.show("a").published == "2024-03-05T06:00:00Z"
    assert archive.show("b").published is None and archive.show("b").text == "The cow – gone."


def test_a_table_of_arrow(archive):
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table({"id": ["a", "b"], "text": ["The goat is back.", "The cow has gone."]})
    assert archive.index(table).added == 2


def test_answers_as_tables(demo_index):
    pandas = pytest.importorskip("pandas")
    archive = reprise.Archive(demo_index)
    frame = archive.reprints().to_pandas()
    assert list(frame.columns) == archive.reprints().columns
    assert set(frame.relation) == {pair.relation for pair in archive.reprints()}
    assert frame.outlet_a.notna().all()
    assert pandas.to_datetime(frame.published_a, format="ISO8601", utc=True).notna().any()
    flows = archive.outlets().flows.to_pandas()
    assert flows.articles.sum() == sum(flow.articles for flow in archive.outlets().flows)
    assert len(archive.check("Nobody wrote these words about a tortoise.").to_pandas()) == 0
    assert set(archive.entities(limit=2).to_pandas().kind) == {"person", "org", "place"}


def test_answers_as_arrow(demo_index):
    pytest.importorskip("pyarrow")
    archive = reprise.Archive(demo_index)
    assert archive.families().to_arrow().num_rows == len(archive.families().to_list())
    assert archive.check("Nobody wrote these words about a tortoise.").to_arrow().column_names[0] == "article"
