"""Where the program is."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from pathlib import Path
from typing import Iterator

from ._errors import ProgramError


def _candidates() -> Iterator[Path]:
    yield Path(sysconfig.get_path("scripts")) / "reprise"
    user = sysconfig.get_preferred_scheme("user")
    yield Path(sysconfig.get_path("scripts", scheme=user)) / "reprise"
    # pip install --target: bin/ stands beside the package.
    yield Path(__file__).resolve().parent.parent / "bin" / "reprise"
    yield Path(sys.prefix) / "bin" / "reprise"


def program() -> str:
    """The path of the program ``reprise``.

    ``$REPRISE_PROGRAM`` where it is set; else the one that this package was installed with; else the one on the search path.

    Raises:
        ProgramError: where there is none.
    """
    named = os.environ.get("REPRISE_PROGRAM")
    if named:
        return named
    for path in _candidates():
        if path.is_file() and os.access(path, os.X_OK):
            return str(path)
    found = shutil.which("reprise")
    if found:
        return found
    raise ProgramError(
        "the program 'reprise' is not installed beside this package nor on the PATH; install the wheel again, or set "
        "REPRISE_PROGRAM to its path"
    )
