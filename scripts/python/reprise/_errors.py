"""Errors, with the program's own words."""

from __future__ import annotations


class RepriseError(Exception):
    """Something could not be done; the message says what and what to do."""


class UsageError(RepriseError):
    """A call that the program does not take."""


class QueryError(RepriseError):
    """A query that cannot be read; the message shows where."""


class NoIndex(RepriseError):
    """There is no index in the folder yet: call :meth:`Archive.index`."""


class IncompatibleIndex(RepriseError):
    """The folder holds no index, or one of another version."""


class IndexLocked(RepriseError):
    """Another process is writing to the index; try again when it is done."""


class DamagedIndex(RepriseError):
    """Files of the index are not as they were written; ``reprise verify`` tells which."""


class UnknownArticle(RepriseError, KeyError):
    """No article of the archive has the id."""

    __str__ = Exception.__str__


class InputOutputError(RepriseError, OSError):
    """A file, or the disk, cannot be read or written."""

    __str__ = Exception.__str__


class ProgramError(RepriseError):
    """The program is missing, of another version, or ended unexpectedly."""


_BY_KIND = {
    "usage": UsageError,
    "query": QueryError,
    "no_index": NoIndex,
    "incompatible": IncompatibleIndex,
    "locked": IndexLocked,
    "damaged": DamagedIndex,
    "unknown_article": UnknownArticle,
    "input_output": InputOutputError,
}


def error_of(kind: str, message: str) -> RepriseError:
    """The exception for an error of the protocol."""
    return _BY_KIND.get(kind, RepriseError)(message)
