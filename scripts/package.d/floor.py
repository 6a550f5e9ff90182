#!/usr/bin/env python3
"""Says what the least versions of the system's libraries are that a program needs, and fails where they are above the floor.

    scripts/package.d/floor.py FILE

The floor is glibc 2.28: Debian 11 has 2.31, Ubuntu 22.04 2.35, Red Hat Enterprise Linux 8 and its likes 2.28. Only libraries of the C
runtime may come from the system.
"""
import re
import subprocess
import sys

FLOOR = {"GLIBC": (2, 28), "GCC": (7, 0, 0)}
SYSTEM = {
    "libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1", "libgcc_s.so.1", "ld-linux-x86-64.so.2"}


def needed_versions(path: str) -> dict[str, set[tuple[int, ...]]]:
    """The versions of symbols that a file takes from others, by family."""
    listed = subprocess.run(["objdump", "-p", path], check=True, capture_output=True, text=True).stdout
    references = listed.split("Version References:")[1] if "Version References:" in listed else ""
    versions: dict[str, set[tuple[int, ...]]] = {}
    for family, number in re.findall(r"\b(GLIBC|GLIBCXX|CXXABI|GCC)_([0-9.]+)", references):
        versions.setdefault(family, set()).add(tuple(map(int, number.split("."))))
    return versions


def needed_libraries(path: str) -> list[str]:
    """The names of the libraries that a file is linked with."""
    listed = subprocess.run(["objdump", "-p", path], check=True, capture_output=True, text=True).stdout
    return re.findall(r"NEEDED\s+(\S+)", listed)


def needed_glibc(path: str) -> str:
    """The least version of glibc that a file runs with, as 2.28."""
    return ".".join(map(str, max(needed_versions(path)["GLIBC"])))


def problems(path: str) -> list[str]:
    """What is above the floor, or not of the system."""
    found = []
    for family, versions in needed_versions(path).items():
        most = max(versions)
        if most > FLOOR.get(family, (0,)):
            found.append(f"{path}: wants {family}_{'.'.join(map(str, most))}, above {'.'.join(map(str, FLOOR.get(family, (0,))))}")
    return found + [f"{path}: wants {library}, which not every system has"
                    for library in needed_libraries(path) if library not in SYSTEM]


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__.splitlines()[2].strip(), file=sys.stderr)
        return 64
    most = {family: max(versions) for family, versions in needed_versions(sys.argv[1]).items()}
    print(sys.argv[1], " ".join(f"{family}_{'.'.join(map(str, version))}" for family, version in sorted(most.items())))
    found = problems(sys.argv[1])
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
