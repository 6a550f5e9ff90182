internal import CXapianShim
import Storage

/// Throws what a call of the shim returned, if that is an error; the only reader of `cxs_error`.
///
/// - Parameter path: The file or folder that the call was about, for the message.
func check(_ error: OpaquePointer?, at path: @autoclosure () -> String) throws(IndexError) {
  guard let error else { return }
  defer { cxs_error_free(error) }
  let text = String(cString: cxs_error_message(error))
  switch cxs_error_code(error) {
  case CXS_NOT_FOUND, CXS_CORRUPT: throw .damaged(path: path(), detail: text)
  case CXS_BAD_QUERY: throw .badQuery(detail: text)
  case CXS_INPUT_OUTPUT, CXS_MODIFIED: throw .inputOutput(path: path(), detail: text)
  default: throw .unexpected(detail: text)
  }
}

/// What a call promised to hand out when it returned no error.
func handedOut<Handle>(_ handle: Handle?) -> Handle {
  guard let handle else { preconditionFailure("a call of the shim that succeeds hands out its result") }
  return handle
}
