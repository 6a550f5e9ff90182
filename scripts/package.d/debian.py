"""Makes the Debian package: the program with the system's libraries, its manual, completions and licences."""
import datetime
import email.utils
import gzip
import pathlib
import shutil
import subprocess
from typing import Callable

COMPLETIONS = {
    "bash": "bash-completion/completions/reprise", "zsh": "zsh/vendor-completions/_reprise",
    "fish": "fish/vendor_completions.d/reprise.fish",
}
MAINTAINER = "The authors of Reprise <reprise@packages.debian.org>"

CONTROL = """\
Package: reprise
Version: {version}-1
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Section: text
Priority: optional
Description: search an archive of news, and see who repeats the same text
 Reprise indexes news articles with the people, organisations and places that
 they name, ranks passages for a query, and shows which outlets repeat the same
 text: reprints, excerpts, rewrites, shared quotes, and who had it first. It is
 one program on one machine, offline.
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: reprise

Files: *
Copyright: The authors of Reprise
License: GPL-2.0-or-later
 On Debian systems, the text of the GNU General Public License, version 2, is in
 /usr/share/common-licenses/GPL-2.
 .
 The program holds Swift's runtime and swift-argument-parser (Apache-2.0 with
 Swift's runtime library exception) and data of GeoNames (CC-BY-4.0), iso-codes
 (LGPL-2.1-or-later) and others; their notices are in
 /usr/share/doc/reprise/licences.
"""


def build(binary: pathlib.Path, tree: pathlib.Path, work: pathlib.Path, version: str, out: pathlib.Path,
          moment: datetime.datetime, prepare: Callable[[pathlib.Path, pathlib.Path], pathlib.Path]) -> pathlib.Path:
    """Writes the package, and fails where lintian finds an error in it."""
    root = work / "deb"
    program = prepare(binary, root / "usr/bin/reprise")
    share = root / "usr/share"
    for name in COMPLETIONS.values():
        copy(tree / "share" / name, share / name)
    for path in sorted((tree / "share/man/man1").iterdir()):
        place(share / "man/man1" / f"{path.name}.gz", gzip.compress(path.read_bytes(), 9, mtime=0))
    documents = share / "doc/reprise"
    for path in sorted((tree / "share/doc/reprise/licences").iterdir()):
        # The system's libraries bring their own, and so does the licence that everybody has.
        if path.name in ("swift-runtime.txt", "swift-argument-parser.txt", "data.txt"):
            copy(path, documents / "licences" / path.name)
    copy(tree / "share/doc/reprise/sbom.spdx.json", documents / "sbom.spdx.json")
    place(documents / "copyright", COPYRIGHT.encode())
    entry = (f"reprise ({version}-1) unstable; urgency=medium\n\n  * Version {version}; changelog.gz says what changed.\n\n"
             f" -- {MAINTAINER}  {email.utils.format_datetime(moment)}\n")
    place(documents / "changelog.Debian.gz", gzip.compress(entry.encode(), 9, mtime=0))
    place(documents / "changelog.gz", gzip.compress((tree / "share/doc/reprise/CHANGELOG.md").read_bytes(), 9, mtime=0))

    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
    control = CONTROL.format(version=version, maintainer=MAINTAINER, size=(size + 1023) // 1024,
                             depends=dependencies(program, work))
    place(root / "DEBIAN/control", control.encode())
    sums = "".join(
        subprocess.run(["md5sum", str(path.relative_to(root))], cwd=root, check=True, capture_output=True, text=True).stdout
        for path in sorted(root.rglob("*")) if path.is_file() and path.parent.name != "DEBIAN")
    place(root / "DEBIAN/md5sums", sums.encode())
    for path in [root, *root.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    package = out / f"reprise_{version}-1_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=1", "--build", str(root), str(package)], check=True,
        stdout=subprocess.DEVNULL)
    subprocess.run(["lintian", "--fail-on", "error", "--suppress-tags", "bad-distribution-in-changes-file", str(package)],
                   check=True)
    return package


def dependencies(program: pathlib.Path, work: pathlib.Path) -> str:
    """The packages that have the libraries which the program needs, each from the version that has its symbols."""
    folder = work / "shlibs"
    place(folder / "debian/control", b"Source: reprise\n\nPackage: reprise\nArchitecture: amd64\n")
    found = subprocess.run(["dpkg-shlibdeps", "-O", str(program.resolve())], cwd=folder, check=True, capture_output=True,
                           text=True).stdout
    return found.strip().removeprefix("shlibs:Depends=")


def copy(path: pathlib.Path, into: pathlib.Path) -> None:
    into.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, into)
    into.chmod(0o644)


def place(path: pathlib.Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)
