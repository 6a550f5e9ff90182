"""What is inside a package: its parts, their licences, and the list of them (SPDX 2.3)."""
import hashlib
import json
import pathlib
import re
import subprocess

# The libraries in the program, by Debian's source package. Of libraries under several licences, what is linked counts.
LIBRARIES = {
    "acl": "LGPL-2.1-or-later", "brotli": "MIT", "bzip2": "bzip2-1.0.6", "cld2": "Apache-2.0",
    "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1", "libarchive": "BSD-2-Clause", "libdeflate": "MIT",
    "libmd": "BSD-3-Clause AND BSD-2-Clause AND ISC AND Beerware", "libxml2": "MIT", "libzstd": "BSD-3-Clause",
    "lz4": "BSD-2-Clause", "nettle": "LGPL-3.0-or-later OR GPL-2.0-or-later", "snowball": "BSD-3-Clause", "sqlite3": "blessing",
    "util-linux": "BSD-3-Clause", "xapian-core": "GPL-2.0-or-later", "xz-utils": "LicenseRef-public-domain", "zlib": "Zlib",
}
SWIFT_PACKAGES = {name: "Apache-2.0" for name in (
    "swift-algorithms", "swift-argument-parser", "swift-atomics", "swift-collections", "swift-nio", "swift-numerics",
    "swift-system")}
SWIFT_LICENCE = pathlib.Path("/opt/swift/usr/share/swift/LICENSE.txt")
DATA = {
    "GeoNames": "CC-BY-4.0", "iso-codes": "LGPL-2.1-or-later", "mueller7-dict": "GPL-2.0-or-later", "trans-de-en": "GPL-2.0-or-later",
    "freedict": "GPL-2.0-or-later", "CLDR": "Unicode-3.0", "natasha": "MIT",
}
# What says where data and models come from, and under which licences.
DATA_PAGES = (
    "CEntityData/README.md", "CEntityData/MODEL-CARD.md", "CEntityData/MODEL-CARD-ru.md", "CDictionaries/README.md",
    "CExtractionData/MODEL-CARD.md")


def sha256(path: pathlib.Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def output_of(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def libraries(sysroot: pathlib.Path) -> dict[str, str]:
    """The version of each library that is in the program, by its source package."""
    found = dict(line.split() for line in (sysroot / "parts").read_text(encoding="utf-8").splitlines())
    unknown = sorted(set(found) ^ set(LIBRARIES))
    if unknown:
        raise SystemExit(f"package: the list of libraries in contents.py is not that of the link: {', '.join(unknown)}")
    return found


def swift_version() -> str:
    return re.search(r"Swift version (\S+)", output_of("swift", "--version")).group(1)


def swift_licence() -> str:
    """The licence of Swift's runtime, which is beside the compiler."""
    beside = pathlib.Path(output_of("sh", "-c", "readlink -f \"$(command -v swift)\"")).parent.parent
    for path in (SWIFT_LICENCE, beside / "share/swift/LICENSE.txt"):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise SystemExit("package: the licence of Swift's runtime is not beside the compiler")


def licences(source: pathlib.Path, checkouts: pathlib.Path, sysroot: pathlib.Path) -> dict[str, str]:
    """The licences of all that is inside, by file name."""
    texts = {"reprise.txt": (source / "LICENSE").read_text(encoding="utf-8"), "swift-runtime.txt": swift_licence()}
    for name in SWIFT_PACKAGES:
        texts[f"{name}.txt"] = (checkouts / name / "LICENSE.txt").read_text(encoding="utf-8")
    versions = libraries(sysroot)
    for name in versions:
        texts[f"{name}.txt"] = (sysroot / f"licences/{name}.txt").read_text(encoding="utf-8")
    texts["data.txt"] = "\n\n".join((source / "Sources" / name).read_text(encoding="utf-8") for name in DATA_PAGES)
    texts["SOURCES.txt"] = (
        "The libraries in the program are Debian's, unchanged. Their sources are Debian's source packages of these versions\n"
        "('apt-get source', or snapshot.debian.org); how they are put together is in scripts/package.d of the program's sources:\n\n"
        + "".join(f"  {name} {version}\n" for name, version in versions.items()))
    return texts


def spdx(version: str, commit_time: str, checkouts: pathlib.Path, sysroot: pathlib.Path, program: pathlib.Path) -> str:
    """The list of all parts."""
    parts = [part("reprise", version, "GPL-2.0-or-later", sha256(program)),
             part("swift-runtime", swift_version(), "Apache-2.0 WITH Swift-exception")]
    for name, licence in SWIFT_PACKAGES.items():
        parts.append(part(name, output_of("git", "-C", str(checkouts / name), "describe", "--tags", "--always"), licence))
    for name, of_library in libraries(sysroot).items():
        parts.append(part(name, of_library, LIBRARIES[name], is_debian=True))
    parts += [part(name, "NOASSERTION", licence) for name, licence in DATA.items()]
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"reprise-{version}",
        "documentNamespace": f"urn:reprise:{version}:{sha256(program)}",
        "creationInfo": {"created": commit_time, "creators": ["Tool: scripts/package"]}, "packages": parts,
        "hasExtractedLicensingInfos": [{
            "licenseId": "LicenseRef-public-domain", "extractedText": "liblzma is in the public domain."}],
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": parts[0]["SPDXID"]}
        ] + [
            {"spdxElementId": parts[0]["SPDXID"], "relationshipType": "CONTAINS", "relatedSpdxElement": other["SPDXID"]}
            for other in parts[1:]]}
    return json.dumps(document, indent=1) + "\n"


def part(name: str, version: str, licence: str, digest: str = "", is_debian: bool = False) -> dict:
    described = {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, "versionInfo": version,
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": licence, "licenseDeclared": licence,
        "copyrightText": "NOASSERTION"}
    if digest:
        described["checksums"] = [{"algorithm": "SHA256", "checksumValue": digest}]
    if is_debian:
        escaped = version.replace(":", "%3A").replace("+", "%2B").replace("~", "%7E")
        described["externalRefs"] = [{
            "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{name}@{escaped}?arch=source"}]
    return described
