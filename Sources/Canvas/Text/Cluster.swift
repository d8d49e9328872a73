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
/// those are told apart by a table. Only where a mark, a joiner or half a flag is near, the standard
/// library's segmentation, which is right and slow, is asked.
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
    if kind.standsAlone {
      if end == utf8.count || utf8[end] < 0x80 || ScalarClass.of(decode(at: end).scalar).standsAlone {
        offset = end
        return Cluster(bytes: start..<end, scalar: scalar, width: kind.columns, risk: 0)
      }
    } else if kind == .control || kind == .blank {
      let isPair = scalar == 0x0D && following == 0x0A
      offset = isPair ? end + 1 : end
      return Cluster(bytes: start..<offset, scalar: Cluster.replacement(of: scalar), width: 1, risk: 0)
    }
    return readSlowly(from: start)
  }

  /// Takes the cluster's end from the standard library.
  private mutating func readSlowly(from start: Int) -> Cluster {
    let first = text.utf8.index(text.utf8.startIndex, offsetBy: start)
    let end = text.utf8.distance(from: text.utf8.startIndex, to: text.index(after: first))
    offset = max(end, start + 1)
    var shape = ClusterShape()
    var at = start
    var last = start
    while at < offset, shape.count < ClusterShape.most {
      let (scalar, next) = decode(at: at)
      shape.add(scalar)
      last = next
      at = next
    }
    return Cluster(
      bytes: start..<last, scalar: shape.count == 1 ? shape.base : nil, width: shape.width,
      risk: shape.risk)
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
