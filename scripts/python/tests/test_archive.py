"""What an archive answers, held against what the command prints."""

import dataclasses
import json
import subprocess

import pytest

import reprise


@pytest.fixture
def archive(demo_index):
    with reprise.Archive(demo_index) as archive:
        yield archive


def printed(*arguments):
    run = subprocess.run([reprise.program(), *arguments], capture_output=True, text=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_a_search_is_the_commands(archive, demo_index):
    hits = archive.search("grain terminal fire", limit=3).to_list()
    lines = printed("search", "--json", "--db", demo_index, "--limit", "3", "grain terminal fire")
    assert hits == [reprise.Result.of(line) for line in lines] and hits
    text = archive.show(hits[0].article).text.encode()
    assert text[slice(*hits[0].passage)].decode().startswith("CONSTANTA")
    for start, end in hits[0].marks:
        assert hits[0].extract.encode()[start:end].decode().isalpha()


def test_repeats_say_where_they_have_the_passage(archive):
    hit = next(archive.search("grain terminal fire", limit=1))
    repeat = next(r for r in hit.repeated_by if r.relation == "verbatim")
    start, end = repeat.spans[0]
    assert archive.show(repeat.article).text.encode()[start:end].decode()


def test_questions_may_be_asked_while_an_answer_is_read(archive):
    outlets = [archive.show(hit.article).outlet for hit in archive.search("harbour", limit=3)]
    assert len(outlets) == 2
    pairs = archive.reprints(relations="reprint")
    first = next(pairs)
    assert archive.compare(first.a, first.b).relation == "reprint"
    assert next(pairs).relation == "reprint"


def test_pairs_are_the_commands(archive, demo_index):
    pairs = archive.reprints(spans=True).to_list()
    lines = [line for line in printed("reprints", "--json", "--db", demo_index) if line["type"] == "pair"]
    assert pairs == [reprise.Pair.of(line) for line in lines]
    assert all(pair.spans is None and pair.changes is None for pair in archive.reprints())


def test_families_have_their_trees(archive):
    families = archive.families().to_list()
    assert [family.outlets for family in families][0] == 9
    for family in families:
        assert {branch.article for branch in family.tree} == set(family.articles)


def test_outlets_are_counted(archive):
    report = archive.outlets()
    flows = report.flows.to_list()
    assert report.articles == 60 and report.rules == archive.rules
    assert any(flow.source == "Meridian Wire" and flow.taker == "The Eastern Post" for flow in flows)
    taking = [outlet for outlet in report.outlets if outlet.taking]
    assert taking and all(0 < outlet.share_taken <= 1 for outlet in taking)
    assert archive.outlets("date:1999").flows.to_list() == []


def test_entities_by_name_and_company(archive):
    assert any("barker" in entity.key for entity in archive.entities("Barker"))
    assert all(entity.kind == "place" for entity in archive.entities(kind="place", limit=3))
    assert archive.entities(named_with="Constanta", limit=1).to_list()


def test_a_text_of_nobodys_has_no_match(archive):
    assert archive.check("Nobody wrote these words about a purple tortoise.").to_list() == []


def test_an_answer_is_read_once(archive):
    answer = archive.search("harbour", limit=2)
    assert len(answer.to_list()) == 2 and answer.to_list() == []


def test_records_cannot_be_changed(archive):
    with pytest.raises(dataclasses.FrozenInstanceError):
        next(archive.search("harbour")).rank = 2


@pytest.mark.parametrize("call, error, words", [
    (lambda a: a.search("(tea"), reprise.QueryError, "parenthesis"),
    (lambda a: a.search(""), reprise.UsageError, "query"),
    (lambda a: a.search("tea", limit=0), reprise.UsageError, "limit"),
    (lambda a: a.search("tea", sort="best"), reprise.UsageError, "relevance, newest, oldest"),
    (lambda a: a.show("nobody"), reprise.UnknownArticle, "nobody"),
    (lambda a: a.compare("harbour-wire", "nobody"), reprise.UnknownArticle, "nobody"),
    (lambda a: a.outlets(relations=["quotes"]), reprise.UsageError, "reprint"),
    (lambda a: a.reprints(relations="copies").to_list(), reprise.UsageError, "reprint"),
])
def test_errors_have_the_programs_words(archive, call, error, words):
    with pytest.raises(error, match=words):
        call(archive)
    assert archive.status().articles == 60  # and the next question is answered


def test_without_an_index_the_error_says_how_to_make_one(tmp_path):
    with pytest.raises(reprise.NoIndex, match="reprise index"):
        reprise.Archive(tmp_path / "none").status()
    assert not (tmp_path / "none").exists()


def test_a_folder_that_is_no_index_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Ann")
    with pytest.raises(reprise.RepriseError, match="not an index"):
        reprise.Archive(tmp_path).index([{"id": "a", "text": "The goat is back."}])
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_another_program_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("REPRISE_PROGRAM", "/nowhere/reprise")
    with pytest.raises(reprise.ProgramError, match="/nowhere/reprise"):
        reprise.Archive(tmp_path).status()
    script = tmp_path / "reprise"
    script.write_text("#!/bin/sh\necho '{\"protocol\":\"reprise-batch/9\"}'\n")
    script.chmod(0o755)
    monkeypatch.setenv("REPRISE_PROGRAM", str(script))
    with pytest.raises(reprise.ProgramError, match="reprise-batch/9"):
        reprise.Archive(tmp_path).status()


def test_a_program_that_dies_is_told_and_started_again(archive):
    archive.status()
    archive._session._process.kill()
    archive._session._process.wait()
    assert archive.status().articles == 60


def test_an_answer_that_is_not_read_to_its_end_ends_its_process(archive):
    pairs = archive.reprints()
    next(pairs)
    del pairs
    assert archive.status().articles == 60


def test_export_gives_articles_as_they_were(archive, tmp_path):
    articles = list(archive.export("id:zh-tea"))
    assert articles[0]["id"] == "zh-tea" and articles[0]["text"] == archive.show("zh-tea").text
    other = reprise.Archive(tmp_path / "other")
    assert other.index(archive.export()).added == 60
    assert list(other.export("id:zh-tea")) == articles


def test_the_hello_has_the_version():
    run = subprocess.run([reprise.program(), "--version"], capture_output=True, text=True, check=True)
    assert run.stdout.startswith(reprise.__version__ + " ")
