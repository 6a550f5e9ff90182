internal import Articles

/// One JSON object, written key by key.
///
/// Keys are given in byte order, so that the same values always make the same bytes. It costs a tenth of an encoder, of
/// which a report has a hundred thousand lines.
public struct JSONObject {
  /// The version of the shapes of all objects; it grows where a name changes its meaning or goes.
  public static let schema = "reprise/1"

  private var bytes: [UInt8] = [UInt8(ascii: "{")]
  private var needsComma = false
  private var depth = 0
  /// Whether it is the first line of an answer.
  let namesSchema: Bool
  /// What still has to be written among the keys of the outermost object.
  private var waitingSchema: String?
  #if DEBUG
    private var lastKey = ""
  #endif

  /// Begins an object.
  ///
  /// - Parameter namesSchema: Whether it gets the key `schema`, as the first line of an answer does.
  init(namesSchema: Bool = false) {
    self.namesSchema = namesSchema
    waitingSchema = namesSchema ? Self.schema : nil
  }

  /// Ends the object and gives its bytes, without a line end.
  consuming func finished() -> [UInt8] {
    writeSchema()
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// Adds a string.
  public mutating func add(_ key: String, _ value: String) {
    begin(key)
    JSONString.append(value, to: &bytes)
  }

  /// Adds a string, or nothing where there is none.
  public mutating func add(_ key: String, _ value: String?) {
    if let value { add(key, value) }
  }

  /// Adds a whole number.
  public mutating func add(_ key: String, _ value: Int) {
    begin(key)
    append("\(value)")
  }

  /// Adds a whole number, or nothing where there is none.
  public mutating func add(_ key: String, _ value: Int?) {
    if let value { add(key, value) }
  }

  /// Adds a number; `null` where it is not finite, since JSON has no word for that.
  public mutating func add(_ key: String, _ value: Double) {
    begin(key)
    append(value)
  }

  /// Adds a number, or nothing where there is none.
  public mutating func add(_ key: String, _ value: Double?) {
    if let value { add(key, value) }
  }

  /// Adds `true` or `false`.
  public mutating func add(_ key: String, _ value: Bool) {
    begin(key)
    append(value ? "true" : "false")
  }

  /// Adds a range as `[start, end]`.
  public mutating func add(_ key: String, _ value: Range<Int>) {
    begin(key)
    append(value)
  }

  /// Adds a list of ranges, each as `[start, end]`.
  public mutating func add(_ key: String, _ values: [Range<Int>]) {
    addList(key, values) { $0.append($1) }
  }

  /// Adds a list of strings.
  public mutating func add(_ key: String, _ values: [String]) {
    addList(key, values) { JSONString.append($1, to: &$0.bytes) }
  }

  /// Adds an object.
  public mutating func add(_ key: String, _ value: some JSONRecord) {
    begin(key)
    append(value)
    needsComma = true
  }

  /// Adds a list of objects.
  public mutating func add(_ key: String, _ values: [some JSONRecord]) {
    addList(key, values) { $0.append($1) }
  }

  private mutating func addList<Element>(
    _ key: String, _ elements: [Element], _ write: (inout JSONObject, Element) -> Void
  ) {
    begin(key)
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  private mutating func append(_ record: some JSONRecord) {
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    depth += 1
    #if DEBUG
      let outerKey = lastKey
      lastKey = ""
    #endif
    record.write(to: &self)
    #if DEBUG
      lastKey = outerKey
    #endif
    depth -= 1
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func append(_ range: Range<Int>) { append("[\(range.lowerBound),\(range.upperBound)]") }

  private mutating func append(_ value: Double) {
    guard value.isFinite else { return append("null") }
    let isWhole = value == value.rounded() && abs(value) < 1e15
    append(isWhole ? "\(Int(value))" : "\(value)")
  }

  private mutating func begin(_ key: String) {
    if depth == 0, waitingSchema != nil, "schema" < key { writeSchema() }
    #if DEBUG
      assert(lastKey < key, "\(key) comes after \(lastKey)")
      lastKey = key
    #endif
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
    JSONString.append(key, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func writeSchema() {
    guard let schema = waitingSchema else { return }
    waitingSchema = nil
    add("schema", schema)
  }
}

/// A value that is written as a JSON object.
public protocol JSONRecord {
  /// Adds the value's keys, in byte order.
  func write(to json: inout JSONObject)
}

extension JSONRecord {
  /// The value as JSON on one line, in UTF-8, without a line end.
  ///
  /// - Parameter namesSchema: Whether the version of the schema stands in it, as in the first line of an answer.
  public func json(namesSchema: Bool = false) -> [UInt8] {
    var object = JSONObject(namesSchema: namesSchema)
    write(to: &object)
    return object.finished()
  }
}
