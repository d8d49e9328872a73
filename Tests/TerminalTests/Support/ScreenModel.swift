import Canvas

/// How a terminal decides about the columns of what it is sent.
enum WidthPolicy: CaseIterable {
  /// By whole clusters, as Canvas does.
  case clusters
  /// By single scalars; what a joiner joins stands side by side.
  case scalars
  /// By whole clusters, those of several scalars never taking more than one column, whatever they are.
  case narrowClusters

  func columns(_ cluster: String) -> Int {
    if cluster.unicodeScalars.count == 1 || self == .clusters { return TextWidth.of(cluster) }
    return self == .narrowClusters ? 1 : cluster.unicodeScalars.reduce(0) { $0 + TextWidth.of(Character($1)) }
  }
}

/// What a terminal writes in: colours of the palette, nil for its own, and attributes.
struct Pen: Equatable {
  var foreground: Int?
  var background: Int?
  var attributes: Attributes = []

  /// Takes in the parameters of `ESC [ … m`.
  mutating func set(_ numbers: [Int]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: self = Pen()
      case 1: attributes.insert(.bold)
      case 2: attributes.insert(.dim)
      case 3: attributes.insert(.italic)
      case 4: attributes.insert(.underline)
      case 7: attributes.insert(.reverse)
      case 30...37: foreground = number - 30
      case 38 where rest.first == 5: foreground = rest.dropFirst().first
      case 39: foreground = nil
      case 40...47: background = number - 40
      case 48 where rest.first == 5: background = rest.dropFirst().first
      case 49: background = nil
      case 90...97: foreground = number - 82
      case 100...107: background = number - 92
      default: break
      }
      if number == 38 || number == 48 { rest = rest.dropFirst(2) }
    }
  }
}

/// As much of a terminal as it takes to see what stands where, and in which style.
struct ScreenModel {
  let width: Int
  let height: Int
  private let policy: WidthPolicy
  /// What each cell shows; nothing where the glyph to the left reaches into the cell.
  private(set) var cells: [[String]]
  /// The style of each cell.
  private(set) var pens: [[Pen]]
  private var pen = Pen()
  private(set) var x = 0
  private(set) var y = 0
  private var wraps = true
  private var wrapIsPending = false
  /// The rows that are scrolled.
  private var region: ClosedRange<Int>
  /// Sequences that were not understood; a test should find none.
  private(set) var unknown: [String] = []
  private(set) var modes: Set<String> = []
  private(set) var strings: [String] = []

  init(width: Int, height: Int, policy: WidthPolicy) {
    self.width = width
    self.height = height
    self.policy = policy
    region = 0...height - 1
    cells = Array(repeating: Array(repeating: " ", count: width), count: height)
    pens = Array(repeating: Array(repeating: Pen(), count: width), count: height)
  }

  func row(_ y: Int) -> String { cells[y].joined() }

  mutating func feed(_ bytes: [UInt8]) {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar.value {
      case 0x1B: escape(&scalars)
      case 0x0D: move(x: 0, y: y)
      case 0x0A where y == region.upperBound: scroll(from: region.lowerBound, by: 1)
      case 0x0A: move(x: x, y: y + 1)
      case 0x08: move(x: x - 1, y: y)
      case ..<0x20: break
      default: print(scalar)
      }
    }
  }

  private mutating func move(x: Int, y: Int) {
    self.x = min(max(x, 0), width - 1)
    self.y = min(max(y, 0), height - 1)
    wrapIsPending = false
  }

  private mutating func print(_ scalar: Unicode.Scalar) {
    if join(scalar) { return }
    let columns = policy.columns(String(Character(scalar)))
    if columns == 0 { return }
    if wrapIsPending, wraps { move(x: 0, y: y + 1) }
    if x + columns > width {
      if wraps { move(x: 0, y: y + 1) } else { x = width - columns }
    }
    place(String(Character(scalar)), columns)
  }

  /// Adds a scalar to the cluster before the cursor where the terminal thinks in clusters, or it is a mark.
  private mutating func join(_ scalar: Unicode.Scalar) -> Bool {
    var at = wrapIsPending ? x : x - 1
    while at > 0, cells[y][at].isEmpty { at -= 1 }
    guard at >= 0 else { return false }
    let joined = cells[y][at] + String(Character(scalar))
    let isMark = TextWidth.of(Character(scalar)) == 0
    guard isMark || policy != .scalars && joined.count == 1 && cells[y][at] != " " else { return false }
    let columns = isMark && policy == .scalars ? nil : policy.columns(joined)
    x = at
    wrapIsPending = false
    place(joined, columns ?? max(policy.columns(cells[y][at]), 1))
    return true
  }

  private mutating func place(_ text: String, _ columns: Int) {
    let columns = max(min(columns, width - x), 1)
    for column in x..<x + columns { erase(column) }
    cells[y][x] = text
    for column in x..<x + columns { pens[y][column] = pen }
    for column in x + 1..<max(x + columns, x + 1) { cells[y][column] = "" }
    wrapIsPending = x + columns >= width
    x = min(x + columns, width - 1)
  }

  /// Blanks a cell and with it the rest of the glyph that it is part of.
  private mutating func erase(_ column: Int) {
    var first = column
    while first > 0, cells[y][first].isEmpty { first -= 1 }
    cells[y][first] = " "
    var next = first + 1
    while next < width, cells[y][next].isEmpty {
      cells[y][next] = " "
      next += 1
    }
  }

  private mutating func erase(_ columns: Range<Int>) {
    for column in columns {
      erase(column)
      // Erased cells take the background of the moment (terminfo's bce).
      pens[y][column] = Pen(background: pen.background)
    }
  }

  private mutating func escape(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    guard let kind = scalars.popFirst() else { return }
    switch kind {
    case "[":
      var body = ""
      while let next = scalars.popFirst() {
        if next.value >= 0x40 { return control(body, next) }
        body.unicodeScalars.append(next)
      }
    case "]":
      var body = ""
      while let next = scalars.popFirst(), next.value != 7 {
        if next.value == 0x1B {
          _ = scalars.popFirst()
          break
        }
        body.unicodeScalars.append(next)
      }
      strings.append(body)
    case "(", ")": _ = scalars.popFirst()
    case "=", ">": break
    case "M" where y == region.lowerBound: scroll(from: y, by: -1)
    case "M": move(x: x, y: y - 1)
    default: unknown.append("ESC \(kind)")
    }
  }

  private mutating func control(_ body: String, _ final: Unicode.Scalar) {
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(first, 1)
    switch final {
    case "H", "f": move(x: max(numbers.count > 1 ? numbers[1] : 1, 1) - 1, y: count - 1)
    case "G": move(x: count - 1, y: y)
    case "d": move(x: x, y: count - 1)
    case "A": move(x: x, y: y - count)
    case "B": move(x: x, y: y + count)
    case "C": move(x: x + count, y: y)
    case "D": move(x: x - count, y: y)
    case "K": erase(first == 0 ? x..<width : first == 1 ? 0..<x + 1 : 0..<width)
    case "X": erase(x..<min(x + count, width))
    case "J": eraseRows(first)
    case "b": for _ in 0..<count { repeatLast() }
    case "h", "l": setMode(body, isOn: final == "h")
    case "m": pen.set(numbers)
    case "M": scroll(from: y, by: count)
    case "L": scroll(from: y, by: -count)
    case "S": scroll(from: region.lowerBound, by: count)
    case "T": scroll(from: region.lowerBound, by: -count)
    case "r":
      region = numbers.count < 2 ? 0...height - 1 : count - 1...max(numbers[1], count) - 1
      move(x: 0, y: 0)
    case "t", "n", "c", "q": break
    default: unknown.append("CSI \(body)\(final)")
    }
  }

  private mutating func repeatLast() {
    let last = cells[y][wrapIsPending ? x : max(x - 1, 0)]
    for scalar in last.unicodeScalars.prefix(1) { print(scalar) }
  }

  /// Moves the rows from one to the end of the region up, or down where the count is negative; blank ones come in.
  private mutating func scroll(from top: Int, by count: Int) {
    guard top <= region.upperBound else { return }
    let rows = top...region.upperBound
    for row in count > 0 ? Array(rows) : rows.reversed() {
      let source = row + count
      let isThere = rows.contains(source)
      cells[row] = isThere ? cells[source] : Array(repeating: " ", count: width)
      pens[row] = isThere ? pens[source] : Array(repeating: Pen(background: pen.background), count: width)
    }
    wrapIsPending = false
  }

  private mutating func eraseRows(_ kind: Int) {
    if kind == 0 { erase(x..<width) }
    for row in (kind == 0 ? y + 1 : 0)..<height {
      cells[row] = Array(repeating: " ", count: width)
      pens[row] = Array(repeating: Pen(background: pen.background), count: width)
    }
  }

  private mutating func setMode(_ body: String, isOn: Bool) {
    if body == "?7" { wraps = isOn }
    if isOn { modes.insert(body) } else { modes.remove(body) }
  }
}
