#!/usr/bin/env python3
"""Puts the program, its manual and its licences together: an archive, a wheel and a Debian package. See scripts/package."""
import argparse
import datetime
import gzip
import io
import os
import pathlib
import shutil
import subprocess
import tarfile

import contents
import debian
import floor
import wheel


def run(*command: str) -> None:
    subprocess.run(command, check=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("source", "checkouts", "sysroot", "binary", "work", "out"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    return parser.parse_args()


def prepared_program(binary: pathlib.Path, into: pathlib.Path) -> pathlib.Path:
    """The program without what only a debugger needs."""
    into.parent.mkdir(parents=True, exist_ok=True)
    run("strip", "--strip-all", "-o", str(into), str(binary))
    into.chmod(0o755)
    return into


def archive(tree: pathlib.Path, into: pathlib.Path, time: int) -> None:
    """A tar file of a folder: names in order, one owner, one time."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for path in sorted([tree, *tree.rglob("*")]):
            entry = tar.gettarinfo(path, str(path.relative_to(tree.parent)))
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = time
            entry.mode = 0o755 if path.is_dir() or path.parent.name == "bin" else 0o644
            with (open(path, "rb") if path.is_file() else io.BytesIO()) as file:
                tar.addfile(entry, file if path.is_file() else None)
    with open(into, "wb") as out, gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9, mtime=time, filename="") as packed:
        packed.write(buffer.getvalue())


def main() -> None:
    given = arguments()
    time = int(os.environ["SOURCE_DATE_EPOCH"])
    moment = datetime.datetime.fromtimestamp(time, datetime.timezone.utc)
    shutil.rmtree(given.work, ignore_errors=True)
    given.out.mkdir(parents=True, exist_ok=True)

    # The program as it is unpacked.
    version = contents.output_of(str(given.binary), "--version").split()[0]
    tree = given.work / f"reprise-{version}"
    program = prepared_program(given.binary, tree / "bin/reprise")
    problems = floor.problems(str(program))
    if problems:
        raise SystemExit("package: " + "\npackage: ".join(problems))
    manual = given.work / "manual"
    run(str(given.source / "scripts/build-manual"), str(manual), str(program.resolve()))
    licences = contents.licences(given.source, given.checkouts, given.sysroot)
    parts = contents.spdx(version, moment.strftime("%Y-%m-%dT%H:%M:%SZ"), given.checkouts, given.sysroot, program)

    share = tree / "share"
    for path in sorted(manual.glob("*.1")):
        place(share / "man/man1" / path.name, path.read_bytes())
    for shell, name in debian.COMPLETIONS.items():
        place(share / name, (manual / f"reprise.{shell}").read_bytes())
    documents = share / "doc/reprise"
    for name in ("README.md", "CHANGELOG.md", "ARCHITECTURE.md"):
        place(documents / name, (given.source / name).read_bytes())
    for name, text in licences.items():
        place(documents / "licences" / name, text.encode())
    place(documents / "sbom.spdx.json", parts.encode())

    platform = "linux-x86_64"
    archive(tree, given.out / f"reprise-{version}-{platform}.tar.gz", time)
    wheel.build(given.source / "scripts/python", tree, version, given.out, moment)
    debian.build(tree, given.work, version, given.out, moment)
    (given.out / f"reprise-{version}.spdx.json").write_text(parts, encoding="utf-8")


def place(path: pathlib.Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)


if __name__ == "__main__":
    main()
