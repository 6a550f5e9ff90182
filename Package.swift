// swift-tools-version: 6.2
import PackageDescription

/// Settings that every Swift target shares.
///
/// They make imports and existentials explicit. Warnings are made errors by `scripts/test`, so that a newer
/// compiler cannot break a build.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The commit that is built, for `reprise --version`; `scripts/package` names it.
let commit = Context.environment["REPRISE_COMMIT"] ?? ""

/// Apple's algorithms on sequences and collections.
let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")

/// A module of the house, with its tests.
///
/// Imports point down only: what is not listed cannot be imported.
func module(
  _ name: String, _ dependencies: [Target.Dependency], tests: [Target.Dependency] = [], exclude: [String] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies + tests,
      swiftSettings: strict),
  ]
}

let package = Package(
  name: "reprise",
  products: [
    .executable(name: "reprise", targets: ["reprise"]),
    .library(name: "Archive", targets: ["Archive", "Presentation"]),
    .library(name: "Readers", targets: ["Articles", "Formats", "Query", "Ranking", "TextAnalysis"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    [
      .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
      .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
      .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
      .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
      .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
      .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
      .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
      .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
      .systemLibrary(
        name: "CXapian", path: "CXapianShim/xapian-core", pkgConfig: "xapian-core",
        providers: [.apt(["libxapian-dev"])]),
      .target(
        name: "CXapianShim", dependencies: ["CXapian"], path: "CXapianShim", exclude: ["xapian-core"],
        publicHeadersPath: "include"),
    ],
    [.target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict)],
    module("Articles", ["CLibMD", "Lexicons"]),
    [
      .target(
        name: "CExtractionData", exclude: ["MODEL-CARD.md", "model.bin"], cSettings: [.headerSearchPath(".")]),
      .executableTarget(name: "train-extraction", dependencies: ["Extraction"], swiftSettings: strict),
    ],
    module("Extraction", ["Articles", "TextAnalysis", "CExtractionData"]),
    [
      // CLD2, which Debian ships without a description for pkg-config.
      .target(name: "CLanguageDetector", linkerSettings: [.linkedLibrary("cld2")])
    ],
    [.target(name: "CLexicons", exclude: ["lexicons.bin"], cSettings: [.headerSearchPath(".")])],
    module(
      "Lexicons", ["CLexicons"],
      exclude: [
        "ar", "ca", "cs", "da", "de", "el", "en", "es", "fi", "fr", "hi", "it", "mul", "nb", "nl", "oc", "pl",
        "pt", "ro", "ru", "sv", "tr", "uk", "ur", "zh",
      ]),
    module("TextAnalysis", ["CLanguageDetector", "CStemmer", "Lexicons", algorithms]),
    module(
      "Formats", ["Articles", "CArchive", "CBrotli", "CSQLite", "CXML2", "CZlib", "Extraction", "Lexicons"]),
    [
      .target(
        name: "CEntityData",
        exclude: [
          "README.md", "MODEL-CARD.md", "MODEL-CARD-ru.md", "READING.md", "gazetteer.bin", "model.bin",
          "lists", "ru",
        ],
        cSettings: [.headerSearchPath(".")]),
      .executableTarget(
        name: "train-entities", dependencies: ["Articles", "Entities", "TextAnalysis"], swiftSettings: strict),
    ],
    module("Entities", ["Articles", "Lexicons", "TextAnalysis", "CEntityData"], exclude: ["NAMES.md"]),
    [
      .target(
        name: "CDictionaries",
        exclude: [
          "README.md", "english-frequencies.tsv", "english.bin", "de.bin", "es.bin", "fr.bin", "ru.bin",
        ],
        cSettings: [.headerSearchPath(".")])
    ],
    module("Translations", ["TextAnalysis", "CStemmer", "CDictionaries", algorithms]),
    module("Reprints", ["Articles", "Lexicons", "TextAnalysis", algorithms], tests: ["Formats"]),
    module("Query", ["Articles", "Lexicons", "TextAnalysis"], exclude: ["QUERY-LANGUAGE.md"]),
    module("Ranking", ["Articles", "Query", "TextAnalysis"]),
    [
      .target(
        name: "XapianReference", dependencies: ["CXapian"], path: "Tests/XapianReference")
    ],
    module("Storage", []),
    module("Glass", ["Storage", "CDeflate", algorithms]),
    module(
      "SearchIndex", ["Articles", "TextAnalysis", "Storage", "Glass", "CXapianShim", algorithms],
      tests: ["XapianReference"]),
    module(
      "Archive",
      [
        "Articles", "Formats", "TextAnalysis", "Entities", "Reprints", "Query", "Ranking", "SearchIndex",
        "Storage", "Translations",
      ]),
    module(
      "Presentation",
      [
        "Articles", "Entities", "Formats", "Reprints", "Query", "Ranking", "SearchIndex", "Translations",
        "Archive",
      ]),
    [
      .target(
        name: "Site",
        dependencies: [
          "Articles", "Formats", "Entities", "Reprints", "Query", "Ranking", "SearchIndex", "Archive",
          "Presentation",
          .product(name: "NIOCore", package: "swift-nio"),
          .product(name: "NIOHTTP1", package: "swift-nio"),
          .product(name: "NIOPosix", package: "swift-nio"),
        ],
        exclude: ["API.md"],
        resources: [
          .embedInCode("Assets/icon.svg"), .embedInCode("Assets/openapi.json"),
          .embedInCode("Assets/script.js"), .embedInCode("Assets/style.css"),
        ],
        swiftSettings: strict),
      .testTarget(
        name: "SiteTests", dependencies: ["Site", "Archive", "Articles", "Formats", "TestSupport"],
        swiftSettings: strict),
    ],
    [
      .target(
        name: "CProgramData", exclude: ["demo.jsonl"],
        cSettings: [.headerSearchPath("."), .define("REPRISE_COMMIT", to: "\"\(commit)\"")]),
      .executableTarget(
        name: "reprise",
        dependencies: [
          "CProgramData", "Articles", "Extraction", "Formats", "TextAnalysis", "Entities", "Reprints",
          "Query", "Ranking",
          "SearchIndex", "Storage",
          "Archive", "Presentation", "Site",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        exclude: ["Batch/PROTOCOL.md"], swiftSettings: strict),
      .testTarget(
        name: "RepriseTests",
        dependencies: [
          "reprise", "TestSupport", .product(name: "Subprocess", package: "swift-subprocess"),
          .product(name: "SystemPackage", package: "swift-system"),
        ],
        exclude: ["Exports", "Snapshots"], swiftSettings: strict),
    ],
  ].flatMap { $0 },
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
