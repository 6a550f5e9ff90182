/// The version of the program.
package enum Version {
  /// As in the tag of the release.
  package static let current = "0.1.0"
}
