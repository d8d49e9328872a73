/// The columns of a row in which a frame differs from the one before.
package struct RowChange: Equatable, Sendable {
  package var y: Int
  /// From the first to the last cluster that differs, in either frame; never half a cluster.
  package var columns: Range<Int>

  package init(y: Int, columns: Range<Int>) {
    self.y = y
    self.columns = columns
  }
}

extension Frame {
  /// Where the frame differs from one of the same size; all of it, when there is none of the same size.
  package func changes(since old: Frame?) -> [RowChange] {
    guard let old, old.width == width, old.height == height else {
      return (0..<height).map { RowChange(y: $0, columns: 0..<width) }
    }
    // Cells name clusters by number, so bits compare only while the numbers mean the same in both.
    let sameTable = clusters == old.clusters
    var changes: [RowChange] = []
    cells.withUnsafeBufferPointer { new in
      old.cells.withUnsafeBufferPointer { before in
        for y in 0..<height {
          let row = y * width..<(y + 1) * width
          let isEqual: (Int) -> Bool = { index in
            let mine = new[index]
            let other = before[index]
            if sameTable || !mine.isCluster || !other.isCluster { return mine.isIdentical(to: other) }
            return mine.style == other.style && self.text(of: mine) == old.text(of: other)
          }
          if sameTable, Frame.areIdentical(new, before, row) { continue }
          var from = row.lowerBound
          while let first = (from..<row.upperBound).first(where: { !isEqual($0) }) {
            var start = first
            var end = first + 1
            // What differs again a little further on is one run: moving there costs as much as writing over.
            var probe = end
            while probe < row.upperBound, probe - end < Frame.gapWithinRun {
              probe += 1
              if !isEqual(probe - 1) { end = probe }
            }
            while start > row.lowerBound, new[start].width == 0 || before[start].width == 0 { start -= 1 }
            while end < row.upperBound, new[end].width == 0 || before[end].width == 0 { end += 1 }
            changes.append(RowChange(y: y, columns: start - row.lowerBound..<end - row.lowerBound))
            from = end
          }
        }
      }
    }
    return changes
  }

  /// So many equal columns between two differences do not end a run.
  private static let gapWithinRun = 12

  /// Whether two rows are the same bit for bit; most are, so this goes by words.
  private static func areIdentical(
    _ left: UnsafeBufferPointer<Cell>, _ right: UnsafeBufferPointer<Cell>, _ row: Range<Int>
  ) -> Bool {
    let size = MemoryLayout<Cell>.stride
    let bytes = row.lowerBound * size..<row.upperBound * size
    let mine = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(left)[bytes])
    let other = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(right)[bytes])
    var difference = SIMD8<UInt64>.zero
    var offset = 0
    while offset + 64 <= mine.count {
      difference |=
        mine.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
        ^ other.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
      offset += 64
    }
    var rest: UInt64 = 0
    while offset < mine.count {
      rest |=
        mine.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    return rest == 0 && difference == .zero
  }
}

extension Frame {
  /// Whether a row has anything about whose width a terminal or a C library might have a view of its own.
  ///
  /// Latin letters, common punctuation, lines and blocks take one column everywhere, and most rows hold nothing else.
  package func mayDisagree(row: Int) -> Bool {
    guard row >= 0, row < height else { return false }
    return cells.withUnsafeBufferPointer { cells in
      for index in row * width..<(row + 1) * width {
        let cell = cells[index]
        let glyph = cell.glyph
        let isSettled =
          glyph < 0x300 && glyph != 0xAD || glyph >= 0x2010 && glyph < 0x2028
          || glyph >= 0x2500 && glyph < 0x25A0
        if !isSettled || cell.isRisky { return true }
      }
      return false
    }
  }
}
