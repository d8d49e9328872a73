import Civil

/// Whole days, as a person typed them.
struct WholeDays: Equatable {
  /// More are no plan.
  static let most = 3660

  /// The first, where it was said.
  var date: CivilDate?
  var count: Int
}

/// Why whole days that were typed cannot be meant.
package enum WholeDaysProblem: Error, Hashable, Sendable {
  /// A time of day or a length in hours was typed with them.
  case hasTime
  case backward(BackwardDates)
  /// None, or more than any plan has, as typed.
  case count(String)
}

extension Grammar {
  /// Reads whole days: `all day`, `fri all day`, `all day 3 dec`, `mon-wed all day`, `3 dec - 5 dec all day`, `fri 2 days`, `fri
  /// for 2d`; nil unless all of it is understood, since `2 days` and `fri` by themselves are words of a title.
  static func wholeDays(
    _ words: ArraySlice<Substring>, _ context: GrammarContext
  ) throws(WholeDaysProblem) -> WholeDays? {
    var rest = words.map { TextFold.text($0) }[...]
    let isAllDay = dropAllDay(&rest)
    let typed = dropCount(&rest)
    guard isAllDay || typed != nil && !rest.isEmpty else { return nil }
    if ["on", "from"].contains(rest.first), rest.count > 1 { rest.removeFirst() }
    var days = WholeDays(date: nil, count: typed ?? 1)
    let text = rest.map { $0 }.joined(separator: " ")
    if typed != nil, !rest.isEmpty {
      guard let date = parseDate(text, context) else { return nil }
      days.date = date
    } else if !rest.isEmpty {
      do throws(BackwardDates) {
        guard let dates = try parseDates(text, context) else { return nil }
        days = WholeDays(date: dates.from, count: dates.to.days(since: dates.from) + 1)
      } catch {
        throw .backward(error)
      }
    }
    guard (1...WholeDays.most).contains(days.count) else { throw .count("\(days.count)") }
    return days
  }

  /// Takes `all day` away from either end.
  private static func dropAllDay(_ words: inout ArraySlice<String>) -> Bool {
    for (word, count) in [("all-day", 1), ("allday", 1), ("all day", 2)] where words.count >= count {
      let (head, tail) = (words.prefix(count), words.suffix(count))
      if tail.map({ $0 }).joined(separator: " ") == word {
        words.removeLast(count)
        return true
      }
      if head.map({ $0 }).joined(separator: " ") == word {
        words.removeFirst(count)
        return true
      }
    }
    return false
  }

  /// Takes `2 days`, `2d`, `for 2 days` away from the end.
  private static func dropCount(_ words: inout ArraySlice<String>) -> Int? {
    for size in [2, 1] where words.count >= size {
      var scanner = ByteScanner(words.suffix(size).map { $0 }.joined(separator: " "))
      guard let number = scanner.number(maxDigits: 6) else { continue }
      scanner.skipSpaces()
      guard scanner.takeWord(["days", "day", "d"]), scanner.isAtEnd else { continue }
      words.removeLast(size)
      if words.last == "for" { words.removeLast() }
      return number
    }
    return nil
  }
}
