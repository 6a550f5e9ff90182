#!/usr/bin/env python3
"""Says what the least versions of the system's libraries are that a program needs, and fails where they are above the floor.

    scripts/package.d/floor.py FILE...

The floor is what the oldest systems have that are still maintained: Red Hat Enterprise Linux 9 and its likes (glibc 2.34),
Ubuntu 22.04 (2.35), Debian 12 (2.36). Only libraries of the C and C++ runtime may come from the system.
"""
import re
import subprocess
import sys

FLOOR = {"GLIBC": (2, 34), "GLIBCXX": (3, 4, 29), "CXXABI": (1, 3, 13), "GCC": (12, 0, 0)}
SYSTEM = {"libc.so.6", "libm.so.6", "libstdc++.so.6", "libgcc_s.so.1", "ld-linux-x86-64.so.2"}


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


def problems(paths: list[str], carried: set[str]) -> list[str]:
    """What is above the floor, or neither carried nor the system's."""
    found = []
    for path in paths:
        for family, versions in needed_versions(path).items():
            most = max(versions)
            if most > FLOOR[family]:
                found.append(f"{path}: wants {family}_{'.'.join(map(str, most))}, above "
                             f"{'.'.join(map(str, FLOOR[family]))}")
        for library in needed_libraries(path):
            if library not in SYSTEM | carried:
                found.append(f"{path}: wants {library}, which is not carried")
    return found


def main() -> int:
    paths = sys.argv[1:]
    if not paths:
        print(__doc__.splitlines()[2].strip(), file=sys.stderr)
        return 64
    for path in paths:
        most = {family: max(versions) for family, versions in needed_versions(path).items()}
        print(path, " ".join(f"{family}_{'.'.join(map(str, version))}" for family, version in sorted(most.items())))
    found = problems(paths, {path.rsplit("/", 1)[-1] for path in paths})
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
