"""Brings records that a program has in memory into an index: through the standard input of ``reprise index``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from typing import Any, Callable, Iterable, Iterator, List, Optional, Tuple

from ._errors import IndexLocked, ProgramError, RepriseError
from ._program import program
from ._records import Line

_ROWS_AT_ONCE = 1000


def is_path(value: Any) -> bool:
    """Whether a value names a file or folder."""
    return isinstance(value, (str, os.PathLike))


def chunks_of(records: Any) -> Iterator[Tuple[int, bytes]]:
    """JSON Lines of a table or of dicts, a number of records at a time.

    A table is one of pandas, polars or pyarrow; missing values are left out, and dates are written as ISO 8601.
    """
    if hasattr(records, "iloc") and hasattr(records, "to_json"):
        for start in range(0, len(records), _ROWS_AT_ONCE):
            part = records.iloc[start:start + _ROWS_AT_ONCE]
            text = part.to_json(orient="records", lines=True, date_format="iso", date_unit="s", force_ascii=False)
            yield len(part), text.rstrip("\n").encode("utf-8", "surrogatepass") + b"\n"
        return
    if hasattr(records, "iter_rows"):
        records = records.iter_rows(named=True)
    elif hasattr(records, "to_batches"):
        records = (row for batch in records.to_batches(_ROWS_AT_ONCE) for row in batch.to_pylist())
    lines: List[bytes] = []
    for record in records:
        lines.append(_line(record))
        if len(lines) == _ROWS_AT_ONCE:
            yield len(lines), b"".join(lines)
            lines = []
    if lines:
        yield len(lines), b"".join(lines)


def _line(record: Any) -> bytes:
    if not isinstance(record, dict):
        raise TypeError(f"a record is a dict with the text of an article, not {type(record).__name__}")
    return json.dumps(record, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass") + b"\n"


def _plain(value: Any) -> Any:
    """What JSON has no form for: dates as ISO 8601, numbers of numpy as numbers."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"a field of a record holds {type(value).__name__}, for which JSON has no form")


def index_records(
    index: str, chunks: Iterable[Tuple[int, bytes]], *, format: Optional[str], jobs: Optional[int],
    progress: Callable[[int], None]
) -> Line:
    """Writes records to a run of indexing and gives back what it did."""
    arguments = [program(), "index", "--json", "--db", index]
    if format is not None:
        arguments += ["--format", format]
    if jobs is not None:
        arguments += ["--jobs", str(jobs)]
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors, \
            tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        try:
            process = subprocess.Popen([*arguments, "-"], stdin=subprocess.PIPE, stdout=output, stderr=errors)
        except OSError as error:
            raise ProgramError(f"{arguments[0]} cannot be started: {error.strerror}") from error
        assert process.stdin is not None
        try:
            for count, lines in chunks:
                process.stdin.write(lines)
                progress(count)
        except BrokenPipeError:
            pass  # The program has ended, and says why.
        except BaseException:
            process.kill()
            process.wait()
            raise
        finally:
            try:
                process.stdin.close()
            except BrokenPipeError:
                pass
        code = process.wait()
        output.seek(0)
        errors.seek(0)
        answer, said = output.read(), errors.read().strip()
    # 1: done, but records were refused.
    if code not in (0, 1) or not answer:
        message = said.removeprefix("reprise: ") or f"indexing ended unexpectedly, with code {code}"
        raise (IndexLocked if "is writing to the index" in message else RepriseError)(message)
    done: Line = json.loads(answer)
    return done


class ProgressBar:
    """A bar of tqdm where that is installed and wanted; else nothing."""

    def __init__(self, wanted: Optional[bool], **options: Any) -> None:
        self._bar: Any = None
        if wanted is False or (wanted is None and not sys.stderr.isatty()):
            return
        try:
            from tqdm.auto import tqdm  # type: ignore[import-untyped, unused-ignore]
        except ImportError:
            return
        self._bar = tqdm(**options)

    def add(self, count: int) -> None:
        """Says that so much more is done."""
        if self._bar is not None:
            self._bar.update(count)

    def show(self, progress: Line) -> None:
        """Says how far the program has come with files."""
        if self._bar is not None:
            self._bar.total = progress.get("bytes_total")
            self._bar.update(progress["bytes_read"] - self._bar.n)

    def close(self) -> None:
        """Ends the bar."""
        if self._bar is not None:
            self._bar.close()
