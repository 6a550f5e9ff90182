"""Makes the Debian package: the program, its manual, completions and licences."""
import datetime
import email.utils
import gzip
import pathlib
import shutil
import subprocess

import floor

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
Depends: libc6 (>= {glibc}), libgcc-s1
Recommends: poppler-utils
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
 The program holds Swift's runtime and Swift packages (Apache-2.0 with Swift's
 runtime library exception), libraries of Debian (GPL-2.0-or-later and licences
 that go with it) and data of GeoNames (CC-BY-4.0), iso-codes
 (LGPL-2.1-or-later) and others; all their notices are in
 /usr/share/doc/reprise/licences, and reprise.spdx.json lists them.
"""

OVERRIDES = """\
# One program for Debian 11 to 13 and Ubuntu 22.04 and newer, whose libraries have other versions and names: they are inside. A fix of one of
# them is a new version of this package; sbom.spdx.json says which versions are in it.
reprise: embedded-library
"""


def build(tree: pathlib.Path, work: pathlib.Path, version: str, out: pathlib.Path, moment: datetime.datetime) -> pathlib.Path:
    """Writes the package, and fails where lintian finds an error in it."""
    root = work / "deb"
    program = root / "usr/bin/reprise"
    place(program, (tree / "bin/reprise").read_bytes())
    program.chmod(0o755)
    share = root / "usr/share"
    for name in COMPLETIONS.values():
        copy(tree / "share" / name, share / name)
    for path in sorted((tree / "share/man/man1").iterdir()):
        place(share / "man/man1" / f"{path.name}.gz", gzip.compress(path.read_bytes(), 9, mtime=0))
    documents = share / "doc/reprise"
    for path in sorted((tree / "share/doc/reprise/licences").iterdir()):
        # Every Debian has this one.
        if path.name != "reprise.txt":
            copy(path, documents / "licences" / path.name)
    copy(tree / "share/doc/reprise/sbom.spdx.json", documents / "sbom.spdx.json")
    place(documents / "copyright", COPYRIGHT.encode())
    entry = (f"reprise ({version}-1) unstable; urgency=medium\n\n  * Version {version}; changelog.gz says what changed.\n\n"
             f" -- {MAINTAINER}  {email.utils.format_datetime(moment)}\n")
    place(documents / "changelog.Debian.gz", gzip.compress(entry.encode(), 9, mtime=0))
    place(documents / "changelog.gz", gzip.compress((tree / "share/doc/reprise/CHANGELOG.md").read_bytes(), 9, mtime=0))

    place(share / "lintian/overrides/reprise", OVERRIDES.encode())
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
    control = CONTROL.format(version=version, maintainer=MAINTAINER, size=(size + 1023) // 1024,
                             glibc=floor.needed_glibc(str(program)))
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


def copy(path: pathlib.Path, into: pathlib.Path) -> None:
    into.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, into)
    into.chmod(0o644)


def place(path: pathlib.Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)
