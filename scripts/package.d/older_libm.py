#!/usr/bin/env python3
"""Makes a library to link with that has the names of another in versions up to glibc 2.28: scripts/package.d/older_libm.py LIBM OUT.

glibc 2.29 gave exp, exp2, log, log2 and pow new versions, which differ in what becomes of errors only; every glibc has the older ones. A
program that is linked with the library made here asks for these, of the real library, when it runs.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import floor


def newest_versions(library: str) -> dict[str, tuple[int, ...]]:
    """For each name the newest version that is not above the floor."""
    listed = subprocess.run(["nm", "-D", "--defined-only", "--with-symbol-versions", library], check=True, capture_output=True,
                            text=True).stdout
    found: dict[str, tuple[int, ...]] = {}
    for name, number in re.findall(r"[TWi] (\w+)@@?GLIBC_([0-9.]+)$", listed, re.M):
        version = tuple(map(int, number.split(".")))
        if version <= floor.FLOOR["GLIBC"]:
            found[name] = max(version, found.get(name, version))
    return found


def main() -> int:
    versions = newest_versions(sys.argv[1])
    script, before = "", ""
    for version in sorted(set(versions.values())):
        node = "GLIBC_" + ".".join(map(str, version))
        names = "; ".join(sorted(name for name, of_name in versions.items() if of_name == version))
        script += f"{node} {{ global: {names}; }}{before};\n"
        before = f" {node}"
    with tempfile.TemporaryDirectory() as folder:
        source, mapped = pathlib.Path(folder, "names.c"), pathlib.Path(folder, "versions.map")
        source.write_text("".join(f"void {name}(void) {{}}\n" for name in sorted(versions)))
        mapped.write_text(script)
        subprocess.run(["cc", "-shared", "-nostdlib", "-fno-builtin", "-w", "-Wl,-soname,libm.so.6", f"-Wl,--version-script={mapped}", "-o",
                        sys.argv[2], str(source)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
