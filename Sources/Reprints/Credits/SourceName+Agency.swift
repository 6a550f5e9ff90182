extension SourceName {
  /// Whether a name, in any of its forms, is that of an agency or a syndicate, whose business is to be printed by others.
  public static func isAgency(_ name: String) -> Bool {
    canonical(name).map(KnownSources.agencies.contains) ?? false
  }
}

extension SourceName {
  /// What all forms of a source's name have in common; two names are of one source where this is equal.
  public static func identity(of name: String) -> String {
    let form = key(canonical(name) ?? name)
    return form.isEmpty ? name : form
  }
}
