internal import Synchronization

/// The answers to the searches that were asked for last: going back, folding a facet in or sending an address to others
/// asks for the same again.
final class AnswerCache: Sendable {
  /// What decides an answer.
  struct Question: Hashable, Sendable {
    /// The address as it was asked for.
    let target: String
    let edition: ArchivePool.Edition
    /// Whether the page is for somebody who may change names.
    let mayWrite: Bool
  }

  private struct State {
    var answers: [Question: SiteResponse] = [:]
    /// The questions, the one that was answered first at the front.
    var order: [Question] = []
    var bytes = 0
  }

  /// The bytes of all bodies that are kept.
  private static let mostBytes = 16 << 20

  private let state = Mutex(State())

  /// The answer to a question; made where it is not known, by each that asks at once.
  func answer(_ question: Question, _ make: () throws -> SiteResponse) rethrows -> SiteResponse {
    if let known = state.withLock({ $0.answers[question] }) { return known }
    let made = try make()
    guard made.status == 200, made.rest == nil, made.body.count <= Self.mostBytes / 16 else { return made }
    state.withLock { state in
      guard state.answers.updateValue(made, forKey: question) == nil else { return }
      state.order.append(question)
      state.bytes += made.body.count
      guard state.bytes > Self.mostBytes else { return }
      // The older half goes at once, so that not every new answer moves all others.
      let gone = state.order.prefix(state.order.count / 2 + 1)
      for old in gone { state.bytes -= state.answers.removeValue(forKey: old)?.body.count ?? 0 }
      state.order.removeFirst(gone.count)
    }
    return made
  }
}
