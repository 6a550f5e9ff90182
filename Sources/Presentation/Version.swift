/// The version of the program.
package enum Version {
  /// As releases are numbered.
  package static let current = "0.2.0"
}
