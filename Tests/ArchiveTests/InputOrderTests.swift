import Testing

@testable import Archive

struct InputOrderTests {
  @Test func `what is handed in comes out in the order of the input`() {
    var order = InputOrder<String>()
    #expect(order.takeNext() == nil)
    order.add("second", at: 2)
    #expect(order.takeNext() == nil)
    order.add("first", at: 1)
    #expect(order.takeNext() == "first")
    #expect(order.takeNext() == "second")
    #expect(order.takeNext() == nil)
    order.add("third", at: 3)
    #expect(order.takeNext() == "third")
  }
}
