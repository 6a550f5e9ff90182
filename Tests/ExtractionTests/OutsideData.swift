internal import FoundationEssentials

/// Data that is not in the repository: the tests of browsers, in the folder that REPRISE_DATA names.
enum OutsideData {
  /// The folder of the tests of HTML; nil, with a message, where it is absent.
  static let html5libTests: String? = {
    guard let root = ProcessInfo.processInfo.environment["REPRISE_DATA"] else {
      print("skipped: REPRISE_DATA names no folder that has extraction/html5lib-tests")
      return nil
    }
    let folder = root + "/extraction/html5lib-tests"
    if FileManager.default.fileExists(atPath: folder) { return folder }
    print("skipped: there is no \(folder)")
    return nil
  }()

  /// The files of a folder whose names end so, in order.
  static func files(in folder: String, ending suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: path)))
  }
}
