"""Answers: iterators that become a list, a DataFrame or an Arrow table."""

from __future__ import annotations

import dataclasses
from typing import Any, Callable, Generic, Iterable, Iterator, List, Type, TypeVar

from ._records import Line

Record = TypeVar("Record")


class Answer(Generic[Record]):
    """What was found, one frozen dataclass at a time; it is read once.

    >>> entities = reprise.Archive(demo_index).entities("Constanta", kind="place")
    >>> [(entity.name, entity.country) for entity in entities]
    [('Constanta', 'RO')]
    """

    def __init__(self, lines: Iterable[Line], kind: Type[Record], of: Callable[[Line], Record]) -> None:
        self._lines = iter(lines)
        self._of = of
        self._kind = kind
        self.notices: List[str] = []
        """What is said of the answer as a whole."""

    @property
    def columns(self) -> List[str]:
        """The names of the fields of each record, which are the columns of tables."""
        return [field.name for field in dataclasses.fields(self._kind)]  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[Record]:
        return self

    def __next__(self) -> Record:
        return self._of(next(self._lines))

    def to_list(self) -> List[Record]:
        """All records that are left."""
        return list(self)

    def _rows(self) -> Iterator[Line]:
        names = self.columns
        for line in self._lines:
            if "class" in line:
                line["kind"] = line["class"]
            yield {name: line.get(name) for name in names}

    def to_pandas(self) -> Any:
        """The records that are left as a ``pandas.DataFrame``: a row each, a column for each field.

        Fields of several parts, such as spans, are lists of plain values. Dates stay text, as precise as they are known:
        ``pandas.to_datetime(frame.published, format="ISO8601", utc=True)``.

        Raises:
            ImportError: where pandas is not installed.
        """
        import pandas  # type: ignore[import-untyped, unused-ignore]

        names = self.columns
        rows = [tuple(row.values()) for row in self._rows()]
        return pandas.DataFrame.from_records(rows, columns=names)

    def to_arrow(self) -> Any:
        """The records that are left as a ``pyarrow.Table``.

        Raises:
            ImportError: where pyarrow is not installed.
        """
        import pyarrow  # type: ignore[import-untyped, unused-ignore]

        table = pyarrow.Table.from_pylist(list(self._rows()))
        if table.num_rows:
            return table
        return pyarrow.table({name: pyarrow.array([], pyarrow.null()) for name in self.columns})
