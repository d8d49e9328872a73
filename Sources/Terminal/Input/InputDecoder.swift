import Canvas

/// Turns the bytes that a terminal sends into inputs.
///
/// Pure: bytes in, inputs out, and however the bytes are cut into pieces the inputs are the same. Only time tells
/// the Esc key from the start of a sequence: when nothing has followed for `patience`, call `flush`.
///
/// A typed cluster of several scalars, such as क्ष, comes as several keys of one scalar each; appending them to a
/// string joins them.
package struct InputDecoder: Sendable {
  /// Bytes that may be the start of something.
  var pending: [UInt8] = []
  /// What has been pasted so far; nil outside a paste.
  var pasted: [UInt8]?
  /// Sequences of this terminal that are not among the usual ones.
  private let ownKeys: [(bytes: [UInt8], key: KeyPress)]

  /// Pastes are cut off here.
  package static let longestPaste = 1 << 20
  /// Sequences that go on for longer are dropped.
  static let longestSequence = 4096

  /// A decoder that knows the given sequences besides the usual ones.
  package init(ownKeys: [(bytes: [UInt8], key: KeyPress)] = []) {
    var usual = InputDecoder()
    self.ownKeys = ownKeys.filter { own in
      usual.pending = []
      return own.bytes.count > 1 && usual.feed(own.bytes) + usual.flush() != [.key(own.key)]
    }
  }

  private init() {
    ownKeys = []
  }

  /// Takes bytes and returns the inputs that are complete.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
    pending += bytes
    return decode(isFinal: false)
  }

  /// How long to wait for more bytes before calling `flush`, in milliseconds; nil when nothing is pending.
  ///
  /// A person who presses Esc waits for this. What can be no key any more, because more of a sequence has come, may
  /// wait longer, as over a slow connection.
  package var patience: Int? {
    if pasted != nil { return 2000 }
    if pending.isEmpty { return nil }
    return pending.count <= 2 ? 25 : 250
  }

  /// Decides about what is pending although no more came: Esc was a key, a torn sequence is nothing.
  package mutating func flush() -> [TerminalInput] {
    let inputs = decode(isFinal: true)
    guard let text = pasted else { return inputs }
    pasted = nil
    return inputs + [.paste(PastedText.cleaned(text))]
  }

  private mutating func decode(isFinal: Bool) -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    var position = 0
    decoding: while position < pending.count {
      if pasted != nil {
        let part = readPaste(from: position, isFinal: isFinal)
        position = part.end
        guard let text = part.finished else { break decoding }
        inputs.append(.paste(text))
        continue
      }
      switch step(pending[position...], isFinal: isFinal) {
      case .input(let input, let length):
        inputs.append(input)
        position += length
      case .nothing(let length): position += length
      case .pasteStart(let length):
        pasted = []
        position += length
      case .incomplete: break decoding
      }
    }
    pending.removeFirst(min(position, pending.count))
    return inputs
  }

  /// What the bytes start with.
  enum Step: Equatable {
    case input(TerminalInput, length: Int)
    /// Bytes that mean nothing here.
    case nothing(length: Int)
    case pasteStart(length: Int)
    /// More bytes are needed to know.
    case incomplete
  }

  private func step(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step {
    for own in ownKeys where bytes.first == own.bytes.first {
      if bytes.starts(with: own.bytes) { return .input(.key(own.key), length: own.bytes.count) }
      if !isFinal, own.bytes.starts(with: bytes) { return .incomplete }
    }
    let usual = InputDecoder.usualStep(bytes)
    if usual == .incomplete, isFinal { return InputDecoder.finalStep(bytes) }
    return usual
  }

  /// What an unfinished sequence is when nothing more comes.
  private static func finalStep(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    guard bytes[start] == 0x1B else { return .nothing(length: bytes.count) }
    if bytes.count == 1 { return .input(.key(KeyPress(.escape)), length: 1) }
    let next = bytes[start + 1]
    if next == 0x1B { return .input(.key(KeyPress(.escape)), length: 1) }
    if bytes.count == 2, next < 0x80 {
      return .input(.key(InputDecoder.typed(UInt32(next), alt: true)), length: 2)
    }
    return .nothing(length: bytes.count)
  }

  /// Takes bytes into the paste up to its end marker; says where it stopped, and the text if that was the end.
  private mutating func readPaste(from start: Int, isFinal: Bool) -> (end: Int, finished: String?) {
    let marker: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    var text = pasted ?? []
    pasted = nil
    var at = start
    while at < pending.count {
      if pending[at] == 0x1B {
        let rest = pending[at...].prefix(marker.count)
        if rest.elementsEqual(marker) { return (at + marker.count, PastedText.cleaned(text)) }
        if !isFinal, marker.starts(with: rest) { break }
      }
      if text.count < InputDecoder.longestPaste { text.append(pending[at]) }
      at += 1
    }
    pasted = text
    return (at, nil)
  }
}
