/// All changes of a zone's clocks, in order, ready to be searched.
///
/// The rule at a file's end is written out for 400 years when the file is read: the Gregorian calendar repeats
/// itself after so many, weekdays included, so that whatever lies beyond is a lookup in the same table.
struct ZoneTable: Sendable {
  private(set) var offsets: [ZoneOffset]
  /// The instants of change, ascending, and for each the index of what is true from then on.
  private(set) var starts: [Int64] = []
  private(set) var indexes: [UInt16] = []
  /// What is true before the first change.
  private var firstIndex: UInt16
  /// Where the part begins that repeats itself, and whether it also does so backwards.
  private var cycleStart = Int64.max
  private var repeatsBackwards = false

  private static let cycle: Int64 = 146_097 * 86_400

  /// A zone without any change.
  init(fixed offset: ZoneOffset) {
    offsets = [offset]
    firstIndex = 0
  }

  /// A zone without any change so far, in the first of its offsets, which are all different.
  init(offsets: [ZoneOffset]) {
    self.offsets = offsets
    firstIndex = 0
  }

  /// The time between two changes.
  struct Period {
    let index: Int
    /// The change that began it; `Int64.min` if there was none.
    let start: Int64
    /// The change that ends it; `Int64.max` if there is none.
    let end: Int64
  }

  func period(at second: Int64) -> Period {
    // Far beyond every calendar, and far enough from the ends of the line to calculate safely.
    let second = min(max(second, -1 << 60), 1 << 60)
    var shift: Int64 = 0
    if second >= cycleStart ? second - cycleStart >= Self.cycle : repeatsBackwards {
      let distance = second - cycleStart
      let cycles = distance >= 0 ? distance / Self.cycle : -((Self.cycle - 1 - distance) / Self.cycle)
      shift = cycles * Self.cycle
    }
    let target = second - shift
    return starts.withUnsafeBufferPointer { starts in
      var low = 0
      var count = starts.count
      while count > 0 {
        let half = count >> 1
        if starts[low + half] <= target {
          low += half + 1
          count -= half + 1
        } else {
          count = half
        }
      }
      return Period(
        index: Int(low == 0 ? firstIndex : indexes[low - 1]),
        start: low == 0 ? .min : starts[low - 1] + shift,
        end: low == starts.count ? .max : starts[low] + shift)
    }
  }
}

// Building.
extension ZoneTable {
  mutating func reserve(_ count: Int) {
    starts.reserveCapacity(count)
    indexes.reserveCapacity(count)
  }

  /// Appends a change; one that changes nothing is left out, one at the same instant replaces the last.
  mutating func append(_ start: Int64, index: Int) {
    if let last = starts.last, start <= last {
      guard start == last else { return }
      starts.removeLast()
      indexes.removeLast()
    }
    let index = UInt16(truncatingIfNeeded: index)
    guard index != indexes.last ?? firstIndex else { return }
    starts.append(start)
    indexes.append(index)
  }

  /// Appends what the rule says of all time after the last change in the file, or of all time if it has none.
  ///
  /// That change may be one that changed nothing and was left out, but the rule begins there nevertheless.
  mutating func extend(by rule: PosixRule, after lastChange: Int64?) {
    let isEmpty = lastChange == nil
    let standard = index(of: rule.standard)
    if isEmpty { firstIndex = UInt16(standard) }
    guard let daylight = rule.daylight else { return }
    let summer = index(of: daylight.offset)
    let lastKnown = lastChange ?? .min
    let lastYear = lastChange.map { WallTime(utc: Instant(seconds: $0)).date.year } ?? 0
    let firstYear = max(lastYear - 1, 1800)
    let known = starts.count
    reserve(known + 810)
    // There are only 14 kinds of years, so that the rule is worked out for each of them once.
    let kinds = (0..<14).map { kind in
      let year = PosixRule.Change.Year(firstWeekday: kind / 2, isLeap: kind % 2 == 1)
      return (
        start: daylight.start.secondsIntoYear(year) - rule.standard.secondsEast,
        end: daylight.end.secondsIntoYear(year) - daylight.offset.secondsEast
      )
    }
    var firstDay = CivilDate(year: firstYear, month: 1, day: 1)?.dayNumber ?? 0
    for year in firstYear...firstYear + 404 {
      let isLeap = CivilDate.isLeap(year: year)
      // 1970-01-01 was a Thursday.
      let kind = kinds[(firstDay % 7 + 11) % 7 * 2 + (isLeap ? 1 : 0)]
      let start = Int64(firstDay * CivilDate.secondsADay + kind.start)
      let end = Int64(firstDay * CivilDate.secondsADay + kind.end)
      if start <= end {
        if start > lastKnown { append(start, index: summer) }
        if end > lastKnown { append(end, index: standard) }
      } else {
        if end > lastKnown { append(end, index: standard) }
        if start > lastKnown { append(start, index: summer) }
      }
      firstDay += isLeap ? 366 : 365
    }
    // The last change has no successor that could cancel it, as the changes of a zone whose daylight time lasts
    // all year do; the years before it are enough.
    guard starts.count > known else { return }
    starts.removeLast()
    let last = indexes.removeLast()
    if starts.count > known + 1 {
      cycleStart = starts[known]
      repeatsBackwards = isEmpty
    } else if isEmpty {
      firstIndex = indexes.last ?? last
      starts.removeAll()
      indexes.removeAll()
    }
  }

  private mutating func index(of offset: ZoneOffset) -> Int {
    if let index = offsets.firstIndex(of: offset) { return index }
    offsets.append(offset)
    return offsets.count - 1
  }
}
