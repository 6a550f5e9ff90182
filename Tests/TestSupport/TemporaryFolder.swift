public import FoundationEssentials
import Glibc

/// A folder for one test, removed with all that it holds when the value goes.
public final class TemporaryFolder: Sendable {
  /// Its path, without links in it.
  public let path: String

  /// Makes a folder that nobody else has.
  public init() throws {
    var template = Array("/tmp/reprise-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure.noFolder }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The folder that an index may be made in; it is not there yet.
  public var index: String { path + "/index" }

  /// The path of what has a name in it, there or not.
  public func path(of name: String) -> String { path + "/" + name }

  /// Makes a symbolic link.
  public func link(_ name: String, to target: String) { symlink(target, path(of: name)) }

  /// Writes a file, with the folders above it.
  ///
  /// - Returns: Its path.
  @discardableResult
  public func write(_ name: String, _ content: String) throws -> String {
    try write(name, Array(content.utf8))
  }

  /// Writes a file of any bytes, with the folders above it.
  @discardableResult
  public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path(of: name)
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
      throw Failure.notWritten
    }
    return file
  }

  /// Removes a file.
  public func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(of: name)) }

  /// The text of a file.
  public func text(of name: String) throws -> String { String(decoding: try data(of: name), as: UTF8.self) }

  /// The bytes of a file.
  public func data(of name: String) throws -> Data {
    guard let data = FileManager.default.contents(atPath: path(of: name)) else { throw Failure.notThere }
    return data
  }

  /// The names in a folder.
  public func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(of: name))
  }

  /// Why a test cannot have what it asks for.
  public enum Failure: Error { case noFolder, notWritten, notThere }
}
