/// A cell's place; 0, 0 is the upper left one.
package struct Point: Hashable, Sendable, BitwiseCopyable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells; never of negative size.
package struct Rect: Hashable, Sendable, BitwiseCopyable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(width, 0)
    self.height = max(height, 0)
  }

  /// The first column to the right of the rectangle.
  package var maxX: Int { x + width }

  /// The first row below the rectangle.
  package var maxY: Int { y + height }

  package var isEmpty: Bool { width == 0 || height == 0 }

  /// The rectangle without `dx` columns at each side and `dy` rows at top and bottom.
  package func inset(_ dx: Int, _ dy: Int) -> Rect {
    Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
  }

  package func contains(x: Int, y: Int) -> Bool {
    x >= self.x && x < maxX && y >= self.y && y < maxY
  }

  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The part `x` columns in, as wide as asked but not wider than what is left.
  package func column(x offset: Int, width: Int) -> Rect {
    intersection(Rect(x: x + offset, y: y, width: width, height: height))
  }

  /// The part `y` rows down, as high as asked but not higher than what is left.
  package func row(y offset: Int, height: Int = 1) -> Rect {
    intersection(Rect(x: x, y: y + offset, width: width, height: height))
  }

  /// A rectangle of the given size, as far as it fits, in the middle of this one.
  package func centered(width: Int, height: Int) -> Rect {
    let width = min(width, self.width)
    let height = min(height, self.height)
    return Rect(
      x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
  }
}
