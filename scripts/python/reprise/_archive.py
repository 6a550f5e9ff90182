"""An archive of news."""

from __future__ import annotations

import os
from typing import Any, Callable, Iterable, Iterator, List, Optional, Sequence, Type, TypeVar, Union

from . import _indexing
from ._answer import Answer
from ._records import (
    Article,
    Entity,
    Facet,
    Family,
    Flow,
    Indexed,
    Line,
    Match,
    Outlet,
    OutletReport,
    Pair,
    Result,
    Status,
)
from ._session import Session, list_of

Record = TypeVar("Record")
Path = Union[str, "os.PathLike[str]"]


class Archive:
    """An index of news, in a folder; it need not be there before :meth:`index` is called.

    What others add while it is open is seen by the next question.

    Args:
        path: The folder of the index, as ``--db`` names it.
        aliases: A file that joins and parts names, see ``reprise help entities``.

    >>> with reprise.Archive(demo_index) as archive:
    ...     archive.status().articles
    60
    """

    def __init__(self, path: Path, *, aliases: Optional[Path] = None) -> None:
        self.path = os.fspath(path)
        self._aliases = None if aliases is None else os.fspath(aliases)
        self._session = Session(self.path, self._aliases)

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Archive({self.path!r})"

    def close(self) -> None:
        """Ends the process behind the archive; the next question starts another."""
        self._session.close()

    @property
    def rules(self) -> int:
        """The version of the rules on reprints that the program decides by: cite it with figures."""
        if not self._session.hello:
            # Any question starts the program.
            try:
                self.status()
            except Exception:
                if not self._session.hello:
                    raise
        return int(self._session.hello["rules"])

    # Asking

    def _lines(self, call: str, **options: Any) -> List[Line]:
        """A short answer, read whole, so that questions may be asked while it is gone through."""
        return list(self._session.ask(call, options))

    def _stream(self, call: str, **options: Any) -> Iterator[Line]:
        """A long answer, from a process of its own, so that questions may be asked meanwhile."""
        session = Session(self.path, self._aliases)
        try:
            yield from session.ask(call, options)
        finally:
            session.close()

    @staticmethod
    def _answer(
        lines: Iterable[Line], kind: Type[Record], of: Callable[[Line], Record], type: str
    ) -> "Answer[Record]":
        return Answer((line for line in lines if line["type"] == type), kind, of)

    def search(
        self, query: str = "", *, limit: int = 10, offset: int = 0, group: str = "text", sort: str = "relevance",
        plain: bool = False, passages: bool = False, expand: bool = False, like: Optional[str] = None, copies: bool = False,
        spread: bool = False, fresh: Optional[float] = None
    ) -> "Answer[Result]":
        """The passages that answer a query, the best first, each with who repeats it.

        Args:
            query: Words, ``"phrases"``, ``-excluded``, ``person:"Ann Lee"``, ``date:2023-02..2023-03`` and so on.
            limit: The most results.
            offset: The number of results to leave out before those.
            group: One result a ``text``, an ``article`` or a passage (``none``).
            sort: ``relevance``, ``newest`` or ``oldest``.
            plain: Take all of the query as words, none of it as syntax.
            passages: Whether one passage must meet all conditions of the query, rather than the article as a whole.
            expand: Widen the query by the words that its best articles have in common.
            like: The id of an article: find articles like it; the query then says which may come.
            copies: With ``like``: let copies of it come too.
            spread: Let results of an outlet go down for each that stands above them.
            fresh: Days after which an article has lost half of what age takes off its score.

        Raises:
            QueryError: where the query cannot be read.
            NoIndex: where nothing was indexed yet.

        >>> archive = reprise.Archive(demo_index)
        >>> [hit.article for hit in archive.search('"grain terminal" outlet:"Rapid Nine"')]
        ['harbour-echo']
        """
        lines = self._lines(
            "search", query=query, limit=limit, offset=offset, group=group, sort=sort, plain=plain, passages=passages or None,
            expand=expand, like=like, copies=copies, spread=spread, fresh=fresh)
        answer = self._answer(lines, Result, Result.of, "result")
        answer.notices = self._session.notices
        return answer

    def facets(
        self, query: str, fields: Union[str, Sequence[str]] = ("outlet", "person", "org", "place", "month"), *, limit: int = 10
    ) -> "Answer[Facet]":
        """What all articles that match a query are counted by.

        Args:
            query: As for :meth:`search`.
            fields: Some of ``outlet``, ``person``, ``org``, ``place`` and ``month``.
            limit: The most values of each.

        >>> [facet.value for facet in reprise.Archive(demo_index).facets("grain", "month", limit=1)]
        ['2024-03']
        """
        lines = self._lines("search", query=query, limit=1, facets=list_of(fields), facet_limit=limit)
        return self._answer(lines, Facet, Facet.of, "facet")

    def reprints(
        self, *, relations: Union[str, Sequence[str], None] = None, spans: bool = False, jobs: Optional[int] = None
    ) -> "Answer[Pair]":
        """All pairs of articles that share text, in the order of their ids.

        They come while they are read, so that memory does not grow with their number.

        Args:
            relations: Some of ``reprint``, ``partial``, ``quotes``, ``boilerplate``, ``rewrite`` and
                ``translation``; all by default.
            spans: Whether pairs say where the text stands that both have, and what was changed in it.
            jobs: The number of threads; all cores by default.

        >>> pairs = reprise.Archive(demo_index).reprints(relations="reprint").to_list()
        >>> [p.relation for p in pairs if {p.a, p.b} == {"harbour-wire", "harbour-cut"}]
        ['reprint']
        """
        lines = self._stream("reprints", relations=list_of(relations), spans=spans, jobs=jobs)
        return self._answer(lines, Pair, Pair.of, "pair")

    def families(self, *, jobs: Optional[int] = None) -> "Answer[Family]":
        """Families of articles that have one text, the largest first, each with its origin and tree.

        >>> family = next(reprise.Archive(demo_index).families())
        >>> (family.outlets, family.texts, family.source)
        (9, 1, 'Meridian Wire')
        """
        lines = self._stream("reprints", pairs=False, families=True, jobs=jobs)
        return self._answer(lines, Family, Family.of, "family")

    def outlets(
        self, query: Optional[str] = None, *, relations: Union[str, Sequence[str], None] = None,
        within_hours: Optional[float] = None, by_month: bool = False, jobs: Optional[int] = None
    ) -> OutletReport:
        """Who takes text from whom.

        Args:
            query: Which articles count as takers, as ``date:2023-02``; all by default.
            relations: ``reprint``, ``partial`` or both, which is the default.
            within_hours: The most hours between the source's publication and the taker's, whichever comes first.
            by_month: Count each month of the takers' publication for itself.
            jobs: The number of threads; all cores by default.

        >>> report = reprise.Archive(demo_index).outlets(within_hours=1)
        >>> sorted((flow.taker, flow.median_delay_hours) for flow in report.flows)[0]
        ('Morning Tide', 0.82)
        """
        lines = self._lines(
            "outlets", query=query, relations=list_of(relations), within_hours=within_hours, by_month=by_month, jobs=jobs)
        head = lines[0]
        return OutletReport(
            head["rules"], head["articles"], head["without_outlet"], head["undirected_pairs"], head["undated"],
            head["reciprocity"], self._answer(lines, Flow, Flow.of, "flow"), self._answer(lines, Outlet, Outlet.of, "outlet"))

    def compare(self, a: str, b: str) -> Pair:
        """Two articles, by their ids: what they share, what was cut and added; ``a`` is the first.

        Raises:
            UnknownArticle: for an id that the archive does not have.

        >>> pair = reprise.Archive(demo_index).compare("harbour-wire", "harbour-cut")
        >>> (pair.relation, pair.direction, pair.containment_b > 0.95)
        ('reprint', 'b_from_a', True)
        """
        return Pair.of(self._lines("compare", a=a, b=b)[0])

    def check(self, text: str, *, limit: int = 50) -> "Answer[Match]":
        """The articles that share text with a text from outside, those with most of it first.

        >>> archive = reprise.Archive(demo_index)
        >>> [match.article for match in archive.check(archive.show("glacier-lab").text)][0]
        'glacier-lab'
        """
        return self._answer(self._lines("check", text=text, limit=limit), Match, Match.of, "match")

    def show(self, article: str) -> Article:
        """An article with what is known of it.

        Raises:
            UnknownArticle: for an id that the archive does not have.
        """
        return Article.of(self._lines("show", article=article)[0])

    def entities(
        self, name: Optional[str] = None, *, kind: Optional[str] = None, named_with: Optional[str] = None, limit: int = 50
    ) -> "Answer[Entity]":
        """The people, organisations and places that are named most, or that a name may stand for.

        Args:
            name: A name in any of its forms.
            kind: ``person``, ``org`` or ``place``; all by default.
            named_with: List what is named in one passage with this name.
            limit: The most of each kind.
        """
        lines = self._lines("entities", name=name, limit=limit, **{"class": kind, "with": named_with})
        return self._answer(lines, Entity, Entity.of, "entity")

    def status(self) -> Status:
        """What the index holds.

        Raises:
            NoIndex: where nothing was indexed yet.
        """
        return Status.of(self._lines("status")[0])

    def export(self, query: Optional[str] = None) -> Iterator[Line]:
        """The articles as they were given, as dicts that :meth:`index` reads back without loss.

        Args:
            query: Which articles; all by default.
        """
        return self._stream("export", query=query)

    # Changing

    def index(
        self, source: Any, *, format: Optional[str] = None, prune: bool = False, jobs: Optional[int] = None,
        progress: Optional[bool] = None
    ) -> Indexed:
        """Adds articles, or brings those that have changed up to date.

        Args:
            source: A path of a file or folder, or several; or records: dicts, or a table of pandas, polars or pyarrow, with
                ``id``, ``text`` and where known ``outlet``, ``published``, ``title``, ``url``, ``language``, ``byline``.
            format: The format of all records; of records from memory ``reprise``, of files found from their keys.
            prune: With paths: remove articles whose file, or whose record in it, is gone.
            jobs: The number of threads; all cores by default.
            progress: Whether to show a bar of tqdm; by default where standard error is a terminal.

        Raises:
            IndexLocked: where another process is writing.

        >>> archive = reprise.Archive(temporary_index)
        >>> archive.index([{"id": "a", "outlet": "Hill Echo", "text": "The goat is back."}]).added
        1
        """
        if _indexing.is_path(source):
            return self._index_paths([source], format, prune, jobs, progress)
        is_table = hasattr(source, "columns") or hasattr(source, "to_batches")
        records = source if is_table else list(source) if isinstance(source, (set, tuple)) else source
        if isinstance(records, list) and records and all(map(_indexing.is_path, records)):
            return self._index_paths(records, format, prune, jobs, progress)
        if prune:
            raise ValueError("prune belongs to paths: records that are not given again are not known to be gone")
        total = len(records) if hasattr(records, "__len__") else None
        bar = _indexing.ProgressBar(progress, total=total, unit=" articles")
        try:
            return Indexed.of(_indexing.index_records(
                self.path, _indexing.chunks_of(records), format=format or "reprise", jobs=jobs, progress=bar.add))
        finally:
            bar.close()

    def _index_paths(
        self, paths: Sequence[Path], format: Optional[str], prune: bool, jobs: Optional[int], progress: Optional[bool]
    ) -> Indexed:
        bar = _indexing.ProgressBar(progress, unit="B", unit_scale=True)
        options = {
            "paths": [os.fspath(path) for path in paths], "format": format, "prune": prune, "jobs": jobs, "progress": True}
        try:
            return Indexed.of(list(self._session.ask("index", options, bar.show))[0])
        finally:
            bar.close()

    def remove(self, articles: Union[str, Sequence[str]]) -> List[str]:
        """Removes articles by their ids.

        Returns:
            The ids that the archive did not have.
        """
        unknown: List[str] = self._lines("remove", articles=list_of(articles))[0]["unknown"]
        return unknown
