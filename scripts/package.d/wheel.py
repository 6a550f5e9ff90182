"""Makes the Python wheel: the package, the program as a script, and the manual."""
import base64
import datetime
import hashlib
import pathlib
import zipfile

TAG = "py3-none-manylinux_2_28_x86_64"

METADATA = """\
Metadata-Version: 2.1
Name: reprise
Version: {version}
Summary: Search an archive of news, and see who repeats the same text
License: GPL-2.0-or-later
Requires-Python: >=3.9
Classifier: Development Status :: 4 - Beta
Classifier: Intended Audience :: Science/Research
Classifier: License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)
Classifier: Operating System :: POSIX :: Linux
Classifier: Topic :: Text Processing :: Indexing
Classifier: Typing :: Typed
Provides-Extra: pandas
Requires-Dist: pandas>=2.0; extra == "pandas"
Provides-Extra: arrow
Requires-Dist: pyarrow>=14; extra == "arrow"
Description-Content-Type: text/markdown

{description}"""


def build(python: pathlib.Path, tree: pathlib.Path, version: str, out: pathlib.Path, moment: datetime.datetime) -> pathlib.Path:
    """Writes the wheel; the same files make the same bytes."""
    data, info = f"reprise-{version}.data", f"reprise-{version}.dist-info"
    files: dict[str, tuple[bytes, int]] = {}
    for path in sorted((python / "reprise").iterdir()):
        if path.suffix == ".py" or path.name == "py.typed":
            files[f"reprise/{path.name}"] = (path.read_bytes(), 0o644)
    files[f"{data}/scripts/reprise"] = ((tree / "bin/reprise").read_bytes(), 0o755)
    for path in sorted((tree / "share/man/man1").iterdir()):
        files[f"{data}/data/share/man/man1/{path.name}"] = (path.read_bytes(), 0o644)
    for name in ("share/bash-completion/completions/reprise",):
        files[f"{data}/data/{name}"] = ((tree / name).read_bytes(), 0o644)
    for path in sorted((tree / "share/doc/reprise/licences").iterdir()):
        files[f"{info}/licenses/{path.name}"] = (path.read_bytes(), 0o644)
    files[f"{info}/sboms/reprise.spdx.json"] = ((tree / "share/doc/reprise/sbom.spdx.json").read_bytes(), 0o644)
    metadata = METADATA.format(version=version, description=(python / "README.md").read_text(encoding="utf-8"))
    files[f"{info}/METADATA"] = (metadata.encode(), 0o644)
    files[f"{info}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: scripts/package\nRoot-Is-Purelib: false\nTag: {TAG}\n".encode(), 0o644)
    record = "".join(f"{name},sha256={digest(content)},{len(content)}\n" for name, (content, _) in files.items())
    files[f"{info}/RECORD"] = ((record + f"{info}/RECORD,,\n").encode(), 0o644)

    path = out / f"reprise-{version}-{TAG}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, (content, mode) in files.items():
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o100000 | mode) << 16
            packed.writestr(entry, content)
    return path


def digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
