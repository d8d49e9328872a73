/// One grapheme cluster as it is drawn: never a control character, never half a cluster.
struct Cluster {
  /// Where the cluster stands in the text's UTF-8.
  var bytes: Range<Int>
  /// The scalar to draw when the cluster is a single one; nil when it is longer.
  var scalar: UInt32?
  /// How many columns it takes.
  var width: Int
  /// Columns that a disagreeing terminal may draw beyond `width`, plus one; 0 when none disagrees.
  var risk: UInt8
}

/// Reads clusters off a text, one after the other.
///
/// Almost all text on a screen is ASCII, line drawing, Latin or CJK, whose clusters are single scalars:
/// those, and what has plain marks, are told apart by a table. Only where a joiner, a virama, half a flag or the like is
/// near, the standard library's segmentation, which is right and slow, is asked.
struct ClusterReader {
  private let text: String
  private let utf8: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0

  /// Lets `body` read the clusters of a text.
  static func read<Result>(_ text: String, _ body: (inout ClusterReader) -> Result) -> Result {
    var contiguous = text
    return contiguous.withUTF8 { utf8 in
      var reader = ClusterReader(text: text, utf8: utf8)
      return body(&reader)
    }
  }

  private init(text: String, utf8: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.utf8 = utf8
  }

  /// The next cluster that takes a column; those that take none are passed over.
  mutating func next() -> Cluster? {
    while offset < utf8.count {
      let cluster = readOne()
      if cluster.width > 0 { return cluster }
    }
    return nil
  }

  private mutating func readOne() -> Cluster {
    let start = offset
    let byte = utf8[start]
    let following = start + 1 < utf8.count ? utf8[start + 1] : 0x20
    if byte >= 0x20, byte < 0x7F, following < 0x80 {
      offset = start + 1
      return Cluster(bytes: start..<offset, scalar: UInt32(byte), width: 1, risk: 0)
    }
    let (scalar, end) = decode(at: start)
    let kind = ScalarClass.of(scalar)
    switch kind {
    case .control, .blank:
      offset = scalar == 0x0D && following == 0x0A ? end + 1 : end
      return Cluster(bytes: start..<offset, scalar: Cluster.replacement(of: scalar), width: 1, risk: 0)
    case .narrow, .wide, .emoji, .pictographic:
      guard let marksEnd = endOfMarks(from: end) else { break }
      offset = marksEnd
      if marksEnd > end || !kind.standsAlone { return shaped(start..<marksEnd) }
      return Cluster(bytes: start..<end, scalar: scalar, width: kind.columns, risk: 0)
    case .zero, .spacing, .jamo, .regional: break
    }
    return readSlowly(from: start)
  }

  /// Where the marks after a letter or symbol end; nil where more than marks may belong to its cluster.
  private func endOfMarks(from start: Int) -> Int? {
    var at = start
    while at < utf8.count, utf8[at] >= 0x80 {
      let (scalar, end) = decode(at: at)
      switch ScalarClass.of(scalar) {
      case .narrow, .wide, .pictographic, .regional, .control, .blank: return at
      case .emoji where !(0x1F3FB...0x1F3FF).contains(scalar): return at
      case .zero where ScalarClass.isPlainMark(scalar): at = end
      case .spacing where (0x0900..<0x0D4E).contains(scalar): at = end
      default: return nil
      }
    }
    return at
  }

  /// Takes the cluster's end from the standard library.
  private mutating func readSlowly(from start: Int) -> Cluster {
    let first = text.utf8.index(text.utf8.startIndex, offsetBy: start)
    let end = text.utf8.distance(from: text.utf8.startIndex, to: text.index(after: first))
    offset = max(end, start + 1)
    return shaped(start..<offset)
  }

  /// The cluster of some bytes, without the scalars that are too many and joiners that join nothing.
  ///
  /// A joiner at the end says nothing by itself, but a terminal may take whatever is written behind it into the same
  /// cell, wherever that was to stand, as tmux 3.3 does: the rest of the row would move.
  private func shaped(_ bytes: Range<Int>) -> Cluster {
    var shape = ClusterShape()
    var drawn = ClusterShape()
    var (at, end) = (bytes.lowerBound, bytes.lowerBound)
    while at < bytes.upperBound, shape.count < ClusterShape.most {
      let (scalar, next) = decode(at: at)
      shape.add(scalar)
      at = next
      if scalar != ClusterShape.joiner { (drawn, end) = (shape, at) }
    }
    return Cluster(
      bytes: bytes.lowerBound..<end, scalar: drawn.count == 1 ? drawn.base : nil, width: drawn.width,
      risk: drawn.risk)
  }

  /// What a cluster consists of.
  func text(of cluster: Cluster) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: utf8[cluster.bytes]), as: UTF8.self)
  }

  /// The scalar at an offset and the offset after it; the text is valid UTF-8.
  @inline(__always)
  private func decode(at start: Int) -> (scalar: UInt32, end: Int) {
    let lead = UInt32(utf8[start])
    if lead < 0x80 { return (lead, start + 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(start + 1), start + 2) }
    if lead < 0xF0 {
      return ((lead & 0x0F) << 12 | tail(start + 1) << 6 | tail(start + 2), start + 3)
    }
    let high = (lead & 0x07) << 18 | tail(start + 1) << 12
    return (high | tail(start + 2) << 6 | tail(start + 3), start + 4)
  }

  @inline(__always)
  private func tail(_ at: Int) -> UInt32 {
    at < utf8.count ? UInt32(utf8[at] & 0x3F) : 0
  }
}

extension Cluster {
  /// What is drawn for a control character: a space, its control picture, or U+FFFD.
  static func replacement(of scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: 0x20
    case 0..<0x20: 0x2400 + scalar
    case 0x7F: 0x2421
    default: 0xFFFD
    }
  }
}
