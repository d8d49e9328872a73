/// One cell of a frame, 16 bytes, so that a screenful is filled and compared in microseconds.
package struct Cell: Sendable, BitwiseCopyable {
  /// A scalar; or, with the top bit set, the number of a cluster in the frame's table.
  var glyph: UInt32
  package var style: Style
  /// How many columns the cluster takes; 0 in the columns after its first.
  package private(set) var width: UInt8
  /// Columns beyond `width` that a terminal which disagrees may have drawn over, plus one; 0 when
  /// no terminal is known to disagree.
  private var risk: UInt8
  private let reserved: UInt8

  init(glyph: UInt32, style: Style, width: UInt8, risk: UInt8 = 0) {
    self.glyph = glyph
    self.style = style
    self.width = width
    self.risk = risk
    reserved = 0
  }

  static func blank(_ style: Style) -> Cell {
    Cell(glyph: 0x20, style: style, width: 1)
  }

  /// A column that the cluster to the left reaches into.
  static func continuation(_ style: Style) -> Cell {
    Cell(glyph: 0x20, style: style, width: 0)
  }

  /// Whether nothing but ground is seen there.
  package var isBlank: Bool { glyph == 0x20 && width == 1 }

  static let clusterMark: UInt32 = 1 << 31

  /// Whether the glyph is more than one scalar, kept in the frame's table.
  package var isCluster: Bool { glyph & Cell.clusterMark != 0 }

  /// The glyph when it is a single scalar.
  package var scalar: UInt32? { isCluster ? nil : glyph }

  /// Whether terminals, fonts and the C library may disagree about the width.
  ///
  /// So are emoji, flags, joined sequences, everything with a variation selector, and clusters of
  /// more than one spacing scalar, as Devanagari's.
  package var isRisky: Bool { risk != 0 }

  /// The most columns that a disagreeing terminal may draw.
  package var reach: Int { Int(width) + max(Int(risk) - 1, 0) }

  /// Whether two cells are the same bit for bit; of cells with clusters this says nothing.
  @inline(__always)
  package func isIdentical(to other: Cell) -> Bool {
    glyph == other.glyph && width == other.width && style == other.style
  }
}
