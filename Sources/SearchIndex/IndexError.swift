public import Storage

/// Why an index could not do what was asked.
public typealias IndexError = Storage.IndexError
