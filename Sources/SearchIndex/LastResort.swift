internal import CXapianShim

/// What is left to do where Xapian gives the process up.
public enum LastResort {
  /// Has the process end in order, with a message, where Xapian cannot go on.
  ///
  /// Xapian 1.4.22 ends the process where a write fails while it undoes another one, as on a full disk. Nothing
  /// that was committed is lost by that. For the program's own start, before it makes threads.
  ///
  /// - Parameters:
  ///   - message: What is written to standard error; a literal, so that it lives as long as the process.
  ///   - status: The exit code.
  public static func endProcess(saying message: StaticString, status: Int32) {
    precondition(message.hasPointerRepresentation, "a message is a literal of more than one character")
    cxs_end_on_terminate(UnsafeRawPointer(message.utf8Start).assumingMemoryBound(to: CChar.self), status)
  }
}
