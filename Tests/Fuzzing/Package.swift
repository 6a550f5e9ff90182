// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nothing else is built with the fuzzer's instruments; `scripts/fuzz` builds and runs it.
let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "reprise", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz-readers",
      dependencies: [.product(name: "Readers", package: "reprise")])
  ],
  swiftLanguageModes: [.v6]
)
