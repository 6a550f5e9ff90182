import FoundationEssentials
import Glibc
import Subprocess
import TestSupport
import Testing

import SystemPackage

/// The program as it was built, run in a folder of its own with a known environment.
final class CommandLineTool: Sendable {
  /// The working folder, removed with all that it holds when the value goes.
  let folder: String

  /// The program, which the build puts beside the tests.
  static let executable: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/reprise"
  }()

  /// The corpus of the project.
  static let corpus = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/corpus"

  init() throws {
    // A program that ends before it has read all of its input must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    var template = Array("/tmp/reprise-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure.noFolder }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  enum Failure: Error { case noFolder, notWritten }

  /// What came of a run.
  struct Outcome {
    var status: TerminationStatus
    var output: String
    var errors: String

    /// The exit code; nil where a signal ended the program.
    var code: Int32? {
      guard case .exited(let code) = status else { return nil }
      return code
    }

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Standard output as JSON Lines, each line an object.
    func objects() throws -> [JSON] {
      try lines.map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
    }
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - input: What it finds on its standard input.
  ///   - environment: Variables beside the search path.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(arguments, input: input, environment: environment)
  }

  /// Runs the program to its end.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(Self.executable, arguments, input: input, environment: environment)
  }

  /// Runs a line of the shell, in which `$REPRISE` is the program.
  func shell(_ line: String, environment: [String: String] = [:]) async throws -> Outcome {
    let variables = environment.merging(["REPRISE": Self.executable]) { $1 }
    return try await run("/bin/bash", ["-o", "pipefail", "-c", line], input: "", environment: variables)
  }

  private func run(
    _ program: String, _ arguments: [String], input: String, environment: [String: String]
  ) async throws -> Outcome {
    // A program that ends before it reads its input is an error that the library does not survive: give one none.
    input.isEmpty
      ? try await outcome(program, arguments, input: .none, environment: environment)
      : try await outcome(program, arguments, input: .string(input), environment: environment)
  }

  private func outcome(
    _ program: String, _ arguments: [String], input: some InputProtocol, environment: [String: String]
  ) async throws -> Outcome {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), environment: Self.environment(environment),
      workingDirectory: FilePath(folder), input: input, output: .string(limit: 1 << 24),
      error: .string(limit: 1 << 24))
    return Outcome(
      status: result.terminationStatus, output: result.standardOutput, errors: result.standardError)
  }

  /// Nothing of the tester's own environment but what finds programs and libraries.
  static func environment(_ variables: [String: String]) -> Environment {
    var all: [Environment.Key: String] = [:]
    for name in ["PATH", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { all[Environment.Key(stringLiteral: name)] = String(cString: value) }
    }
    // Where coverage is measured, the program leaves its profile there rather than in its folder.
    if let profile = getenv("REPRISE_PROFILE") { all["LLVM_PROFILE_FILE"] = String(cString: profile) }
    for (name, value) in variables { all[Environment.Key(stringLiteral: name)] = value }
    return .custom(all)
  }

  /// Writes a file into the folder, with the folders above it.
  @discardableResult
  func write(_ name: String, _ content: String) throws -> String {
    let path = folder + "/" + name
    let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: path, contents: Data(content.utf8)) else {
      throw Failure.notWritten
    }
    return path
  }

  /// Indexes the corpus into the default index of the folder.
  func indexCorpus() async throws {
    let outcome = try await run("index", "--quiet", Self.corpus)
    try #require(outcome.code == 1, "\(outcome.errors)")
  }
}
