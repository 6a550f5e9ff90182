"""What is inside a package: the libraries that are carried, their licences, and the list of all parts (SPDX 2.3)."""
import hashlib
import json
import pathlib
import re
import subprocess

# The libraries that go beside the program, by the name that it is linked with: Debian's package, the SPDX licence.
CARRIED = {
    "libxapian.so.30": ("libxapian30", "GPL-2.0-or-later"),
    "libcld2.so.0": ("libcld2-0", "Apache-2.0"),
    "libmd.so.0": ("libmd0", "BSD-3-Clause AND BSD-2-Clause AND ISC AND Beerware"),
    "libdeflate.so.0": ("libdeflate0", "MIT"),
    "libz.so.1": ("zlib1g", "Zlib"),
    "libuuid.so.1": ("libuuid1", "BSD-3-Clause"),
}
# What is in the program itself beside its own code.
SWIFT_PACKAGES = {"swift-argument-parser": "Apache-2.0"}
SWIFT_LICENCE = pathlib.Path("/opt/swift/usr/share/swift/LICENSE.txt")
DATA = {"GeoNames": "CC-BY-4.0", "iso-codes": "LGPL-2.1-or-later"}


def sha256(path: pathlib.Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def output_of(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def library_paths(binary: pathlib.Path) -> dict[str, pathlib.Path]:
    """Where the libraries that are carried lie on this machine."""
    found = dict(re.findall(r"(\S+) => (\S+) \(", output_of("ldd", str(binary))))
    return {name: pathlib.Path(found[name]).resolve() for name in CARRIED}


def package_version(package: str) -> str:
    return output_of("dpkg-query", "--show", "--showformat=${Version}", package)


def source_package(package: str) -> str:
    return output_of("dpkg-query", "--show", "--showformat=${source:Package} ${source:Version}", package)


def swift_version() -> str:
    return re.search(r"Swift version (\S+)", output_of("swift", "--version")).group(1)


def swift_licence() -> str:
    """The licence of Swift's runtime, which is beside the compiler."""
    beside = pathlib.Path(output_of("sh", "-c", "readlink -f \"$(command -v swift)\"")).parent.parent
    for path in (SWIFT_LICENCE, beside / "share/swift/LICENSE.txt"):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise SystemExit("package: the licence of Swift's runtime is not beside the compiler")


def licences(source: pathlib.Path, checkouts: pathlib.Path) -> dict[str, str]:
    """The licences of all that is inside, by file name."""
    texts = {"reprise.txt": (source / "LICENSE").read_text(encoding="utf-8"), "swift-runtime.txt": swift_licence()}
    for name in SWIFT_PACKAGES:
        texts[f"{name}.txt"] = (checkouts / name / "LICENSE.txt").read_text(encoding="utf-8")
    for package, _ in CARRIED.values():
        texts[f"{package}.txt"] = pathlib.Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8")
    texts["data.txt"] = "".join(
        (source / "Sources/CEntityData" / name).read_text(encoding="utf-8") for name in ("README.md", "MODEL-CARD.md"))
    texts["SOURCES.txt"] = (
        "The libraries beside the program are Debian's, unchanged but for the path on which they find one another. Their\n"
        "sources are Debian's source packages of these versions ('apt-get source', or snapshot.debian.org):\n\n"
        + "".join(f"  {source_package(package)}\n" for package, _ in CARRIED.values()))
    return texts


def spdx(version: str, commit_time: str, checkouts: pathlib.Path, libraries: dict[str, pathlib.Path],
         program: pathlib.Path) -> str:
    """The list of all parts."""
    parts = [part("reprise", version, "GPL-2.0-or-later", sha256(program)),
             part("swift-runtime", swift_version(), "Apache-2.0 WITH Swift-exception")]
    for name, licence in SWIFT_PACKAGES.items():
        parts.append(part(name, output_of("git", "-C", str(checkouts / name), "describe", "--tags", "--always"), licence))
    for name, (package, licence) in CARRIED.items():
        parts.append(part(package, package_version(package), licence, sha256(libraries[name]), package))
    parts += [part(name, "NOASSERTION", licence) for name, licence in DATA.items()]
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"reprise-{version}",
        "documentNamespace": f"urn:reprise:{version}:{sha256(program)}",
        "creationInfo": {"created": commit_time, "creators": ["Tool: scripts/package"]}, "packages": parts,
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": parts[0]["SPDXID"]}
        ] + [
            {"spdxElementId": parts[0]["SPDXID"], "relationshipType": "CONTAINS", "relatedSpdxElement": other["SPDXID"]}
            for other in parts[1:]]}
    return json.dumps(document, indent=1) + "\n"


def part(name: str, version: str, licence: str, digest: str = "", package: str = "") -> dict:
    described = {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, "versionInfo": version,
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": licence, "licenseDeclared": licence,
        "copyrightText": "NOASSERTION"}
    if digest:
        described["checksums"] = [{"algorithm": "SHA256", "checksumValue": digest}]
    if package:
        described["externalRefs"] = [{
            "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{package}@{version.replace(':', '%3A').replace('+', '%2B')}?arch=amd64"}]
    return described
