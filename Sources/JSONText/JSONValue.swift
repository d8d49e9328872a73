/// A JSON value as it stood in the text; keeps what a reader does not know, so that it can be written back.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as its text (`1.50` stays `1.50`), since no one type holds every number JSON can write.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The number value of a whole number.
  package static func int(_ value: Int) -> JSONValue { .number(String(value)) }

  /// The text of a string value; nil for any other kind.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number of a number value; nil for a fraction and for any other kind.
  package var int: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// The truth of a boolean value; nil for any other kind.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements of an array value; nil for any other kind.
  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The fields of an object value; nil for any other kind.
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }
}

/// A JSON object with its fields in the order they were written; that order counts for equality.
package struct JSONObject: Hashable, Sendable {
  /// One field of an object.
  package struct Field: Hashable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The fields in order; no two have the same key.
  package private(set) var fields: [Field] = []

  package init() {}

  package var isEmpty: Bool { fields.isEmpty }

  /// The value of a field; setting keeps the place of a field that is there, appends a new one, and nil removes.
  package subscript(key: String) -> JSONValue? {
    get { fields.first { $0.key == key }?.value }
    set {
      let place = fields.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): fields[place].value = value
      case (let place?, nil): fields.remove(at: place)
      case (nil, let value?): fields.append(Field(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    for (key, value) in elements { self[key] = value }
  }
}

extension JSONObject {
  /// Collects the fields of an object being read; the last of equal keys wins, at the place of the first.
  struct Builder {
    private(set) var object = JSONObject()
    private var places: [String: Int] = [:]
    /// Up to this many fields a linear look is quicker than hashing; beyond it, it would be quadratic.
    private static let linearLimit = 16

    mutating func add(_ key: String, _ value: JSONValue) {
      if let place = place(of: key) {
        object.fields[place].value = value
        return
      }
      object.fields.append(Field(key: key, value: value))
      if object.fields.count == Self.linearLimit {
        for (place, field) in object.fields.enumerated() { places[field.key] = place }
      } else if object.fields.count > Self.linearLimit {
        places[key] = object.fields.count - 1
      }
    }

    private func place(of key: String) -> Int? {
      guard object.fields.count < Self.linearLimit else { return places[key] }
      return object.fields.firstIndex { $0.key == key }
    }
  }
}
