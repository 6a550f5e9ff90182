internal import Archive
internal import ArgumentParser

/// The facets that are asked for, as `outlet,person`.
struct FacetList: ExpressibleByArgument {
  /// Each of them once, in the order given.
  let fields: [FacetField]

  init?(argument: String) {
    var fields: [FacetField] = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let field = FacetField(rawValue: name.lowercased()) else { return nil }
      if !fields.contains(field) { fields.append(field) }
    }
    self.fields = fields
  }

  static var allValueStrings: [String] { FacetField.allCases.map(\.rawValue) }
}
