"""Search an archive of news, and see who repeats the same text.

One long-lived process of the program ``reprise`` stands behind each :class:`Archive`; it is started with the first question
and ends with the archive. Nothing but the program is needed: pandas, pyarrow and tqdm are used where they are installed.

>>> import reprise
>>> archive = reprise.Archive(demo_index)
>>> hits = archive.search("grain terminal fire", limit=1)
>>> [(hit.article, hit.outlet, len(hit.repeated_by)) for hit in hits]
[('harbour-wire', 'Meridian Wire', 8)]

Offsets are in UTF-8 bytes of an article's text as it was given; shares are of words, 0 to 1.
"""

from ._answer import Answer
from ._archive import Archive
from ._errors import (
    DamagedIndex,
    IncompatibleIndex,
    IndexLocked,
    InputOutputError,
    NoIndex,
    ProgramError,
    QueryError,
    RepriseError,
    UnknownArticle,
    UsageError,
)
from ._program import program
from ._records import (
    Article,
    Branch,
    Change,
    Elsewhere,
    Entity,
    Facet,
    Family,
    Flow,
    Indexed,
    Match,
    Mention,
    NamedEntity,
    Outlet,
    OutletReport,
    Pair,
    Refusal,
    Repeat,
    Result,
    Span,
    Status,
)

__version__ = "0.2.0"

__all__ = [
    "Answer", "Archive", "Article", "Branch", "Change", "DamagedIndex", "Elsewhere", "Entity", "Facet", "Family", "Flow",
    "IncompatibleIndex", "IndexLocked", "Indexed", "InputOutputError", "Match", "Mention", "NamedEntity", "NoIndex", "Outlet",
    "OutletReport", "Pair", "ProgramError", "QueryError", "Refusal", "Repeat", "RepriseError", "Result", "Span", "Status",
    "UnknownArticle", "UsageError", "program",
]
