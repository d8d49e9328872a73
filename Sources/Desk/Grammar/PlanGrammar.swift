import Civil

/// When something is to be planned, as a person typed it: what was said, and nothing more.
package struct PlanTime: Hashable, Sendable {
  package var date: CivilDate?
  /// Seconds after midnight.
  package var time: Int?
  /// Where a typed span ends, in seconds after the midnight that `time` counts from.
  package var end: Int?
  /// IANA name of the zone that was typed.
  package var zone: String?
  /// Seconds.
  package var duration: Int?

  /// The length that was said; of a span what lies between its ends by the clock of a zone on a day.
  package func length(on date: CivilDate, in zone: Zone) -> Int? {
    guard let end, let time else { return duration }
    return ClockSpan(start: time, end: end).on(date, in: zone).duration
  }

  package init(
    date: CivilDate? = nil, time: Int? = nil, end: Int? = nil, zone: String? = nil, duration: Int? = nil
  ) {
    self.date = date
    self.time = time
    self.end = end
    self.zone = zone
    self.duration = duration
  }

  /// Whether nothing was said at all.
  package var isEmpty: Bool { self == PlanTime() }
}

/// What was understood of a line that describes a block.
package struct PlanReading: Hashable, Sendable {
  package var title = ""
  package var time = PlanTime()
  /// How it comes again.
  package var rule: RecurrenceRule?
  /// Days on which it does not.
  package var except: [CivilDate] = []
  package var client: ClientID?
  package var kind: Block.Kind?
  /// How many whole days it lasts, where it lasts whole days.
  package var wholeDays: Int?
  /// Why that cannot be meant.
  package var problem: WholeDaysProblem?
  /// Why its rule cannot be meant, with the words of it.
  package var ruleProblem: RuleProblem?
  /// Words that look like marks and are none, so they stay in the title.
  package var plainMarks: [String] = []
  /// What was understood, as offsets of characters.
  package var ranges: [Range<Int>] = []

  package init() {}

  /// Words of a rule that are understood and cannot be meant together.
  package struct RuleProblem: Hashable, Sendable {
    package let text: String
    package let error: RecurrenceError
  }
}

extension Grammar {
  /// Reads when something is planned: a start, a span, a length, or a start and a length; nil unless the whole
  /// text is understood.
  ///
  /// - A start is what `parseWhen` reads: `16:00`, `thu 16:00 london`, `tomorrow 9:30`; a day alone is one.
  /// - A span has both ends: `14:00-15:30`, `thu 14-15:30 london`, `9:00 to 10:00`.
  /// - A length is what `parseDuration` reads, with the start or alone: `16:00 45m`, `thu 16:00 45m london`, `45m`.
  ///   Only right after a time of day it needs no unit and may be in days, as in `10:00 3d`, and `2h` is a length, never
  ///   two o'clock.
  package static func parsePlan(_ text: String, _ context: GrammarContext) -> PlanTime? {
    let words = trimmed(text).split(whereSeparator: \.isWhitespace)
    return plan(words[...], context)
  }

  /// Reads a line that describes a block: a title with marks and times in it.
  ///
  /// - Times are taken where they stand if they are plainly times: `16:00`, `4pm`, `14:00-15:30`, a day before
  ///   one (`thu 14:00`), a zone after one, a length with its unit (`45m`). A day alone is a word of the title.
  /// - `every second tue`, `last fri of every month until 3 dec`: it comes again by that rule, as `parseRepeat` reads it;
  ///   words without an `every` need the mark, as in `>weekly`, a rule of iCalendar (`FREQ=WEEKLY`) does not.
  /// - `all day`, with or without days beside it (`fri all day`, `mon-wed all day`), and days after one (`fri 2 days`) make it
  ///   last whole days.
  /// - `>thu` or `>thu 14` reads a time after the mark as freely as `parsePlan` does; `~45m` is the length.
  /// - `@harbor` is the client, `#meeting`, `#break` and so on the kind. `\@`, `\#`, `\16:00` are plain words.
  package static func parsePlanTitle(_ text: String, _ context: GrammarContext) -> PlanReading {
    var reader = PlanTitleReader(words: TitleWords(text), context: context)
    return reader.read()
  }

  static func plan(_ words: ArraySlice<Substring>, _ context: GrammarContext) -> PlanTime? {
    guard !words.isEmpty, words.count <= 10 else { return nil }
    if let seconds = length(words) { return PlanTime(duration: seconds) }
    for count in 1...2 where words.count > count {
      if let plan = pair(words.dropLast(count), words.suffix(count), context) { return plan }
      if let plan = lengthWithin(words, count, context) { return plan }
    }
    return span(words, context) ?? moment(words, context)
  }

  /// A length with a unit before a start or within it: `45m thu 16:00`, `thu 16:00 45m london`.
  private static func lengthWithin(
    _ words: ArraySlice<Substring>, _ count: Int, _ context: GrammarContext
  ) -> PlanTime? {
    for start in words.indices.dropLast(count) {
      guard let seconds = length(words[start..<start + count]),
        var plan = moment(words[..<start] + words[(start + count)...], context)
      else { continue }
      plan.duration = seconds
      return plan
    }
    return nil
  }

  /// A start and a length after it.
  private static func pair(
    _ head: ArraySlice<Substring>, _ tail: ArraySlice<Substring>, _ context: GrammarContext
  ) -> PlanTime? {
    let head = head.last == "for" ? head.dropLast() : head
    guard !head.isEmpty, var plan = moment(head, context) else { return nil }
    let text = tail.joined(separator: " ")
    // After a time of day a plain number is minutes; after a day it would be an hour.
    guard let seconds = length(tail) ?? (plan.time == nil ? nil : parseLength(text)) else { return nil }
    plan.duration = seconds
    return plan
  }

  /// A length with a unit.
  private static func length(_ words: ArraySlice<Substring>) -> Int? {
    guard words.count <= 2, let last = words.last, last.contains(where: \.isLetter) || words.count == 1,
      words.contains(where: { $0.contains(where: \.isLetter) })
    else { return nil }
    return parseDuration(words.joined(separator: " "))
  }

  /// A span with perhaps a day before and a zone after it.
  private static func span(_ words: ArraySlice<Substring>, _ context: GrammarContext) -> PlanTime? {
    for start in words.indices {
      for count in stride(from: min(5, words.endIndex - start), through: 1, by: -1) {
        guard let span = parseSpan(words[start..<start + count].joined(separator: " ")) else { continue }
        let clock = DurationText.two(span.start / 3600) + ":" + DurationText.two(span.start / 60 % 60)
        let rest = words[..<start] + [Substring(clock)] + words[(start + count)...]
        guard var plan = moment(rest, context), plan.time == span.start else { return nil }
        plan.end = span.end
        return plan
      }
    }
    return nil
  }

  /// A day, a time or both, with or without a zone; says which of them were typed.
  private static func moment(_ words: ArraySlice<Substring>, _ context: GrammarContext) -> PlanTime? {
    for count in stride(from: min(3, words.count - 1), through: 0, by: -1) {
      var zone = context.zone
      if count > 0 {
        guard let named = ZoneWords.zone(named: words.suffix(count).joined(separator: " "), context) else {
          continue
        }
        zone = named
      }
      let rest = words.dropLast(count)
      let name = count > 0 ? zone.name : nil
      if let time = parseTime(rest.joined(separator: " ")) { return PlanTime(time: time, zone: name) }
      var reader = WhenReader(words: rest, context: context, zone: zone, isTitle: false)
      if let when = reader.read() { return PlanTime(date: when.date, time: when.time, zone: name) }
    }
    return nil
  }
}

private struct PlanTitleReader {
  /// The most words that a day, a span, a zone and a length take.
  private static let longest = 9
  /// The most words that a rule takes with a time among them.
  private static let longestRule = 20

  let words: TitleWords
  let context: GrammarContext
  private var reading = PlanReading()
  private var title: [String] = []

  init(words: TitleWords, context: GrammarContext) {
    self.words = words
    self.context = context
  }

  mutating func read() -> PlanReading {
    var index = 0
    while index < words.words.count {
      let rest = words.words[index...]
      let count =
        mark(at: index) ?? repetition(of: rest, isFree: false) ?? days(of: rest) ?? time(at: index)
      guard let count else {
        let word = words.words[index]
        title.append(unescaped(word))
        if Grammar.isLikeMark(word, among: "@#~>") { reading.plainMarks.append(String(word)) }
        index += 1
        continue
      }
      reading.ranges.append(words.ranges[index].lowerBound..<words.ranges[index + count - 1].upperBound)
      index += count
    }
    reading.title = title.joined(separator: " ")
    return reading
  }

  private func unescaped(_ word: Substring) -> String {
    String(word.first == "\\" && word.count > 1 ? word.dropFirst() : word)
  }

  /// How many words a mark takes.
  private mutating func mark(at index: Int) -> Int? {
    let word = words.words[index]
    let rest = word.dropFirst()
    guard !rest.isEmpty else { return nil }
    switch word.first {
    case "@":
      guard reading.client == nil, let client = Grammar.client(matching: String(rest), among: context.clients)
      else { return nil }
      reading.client = client.id
      return 1
    case "#":
      guard reading.kind == nil, let kind = Block.Kind(rawValue: TextFold.text(rest)) else { return nil }
      reading.kind = kind
      return 1
    case "~":
      guard reading.time.duration == nil, reading.time.end == nil,
        let seconds = Grammar.parseLength(String(rest))
      else { return nil }
      reading.time.duration = seconds
      return 1
    case ">":
      var marked = words.words[index...]
      marked[index] = rest
      return days(of: marked) ?? longest(of: marked, isFree: true) ?? repetition(of: marked, isFree: true)
    default: return nil
    }
  }

  /// How many words a rule takes, perhaps with a time among them.
  private mutating func repetition(of rest: ArraySlice<Substring>, isFree: Bool) -> Int? {
    guard reading.rule == nil, reading.ruleProblem == nil, let first = rest.first else { return nil }
    let word = TextFold.text(first)
    let isBegin = isEvery(first) || word == "on" || RepeatNames.ordinal(word) != nil || isDayOfYear(rest)
    guard isFree || isBegin else { return nil }
    for count in stride(from: min(Self.longestRule, rest.count), through: 1, by: -1) {
      let run = rest.prefix(count)
      guard isFree || run.contains(where: isEvery) else { continue }
      do throws(RecurrenceError) {
        guard let read = try Grammar.repetition(run, context), read.time.isEmpty || merge(read.time) else {
          continue
        }
        reading.rule = read.rule
        reading.except = read.except
      } catch {
        reading.ruleProblem = PlanReading.RuleProblem(text: run.joined(separator: " "), error: error)
      }
      return count
    }
    return nil
  }

  /// `25 dec`, `dec 25`.
  private func isDayOfYear(_ rest: ArraySlice<Substring>) -> Bool {
    let words = rest.prefix(2).map { TextFold.text($0) }
    guard words.count == 2 else { return false }
    return DateNames.dayNumber(words[0]) != nil && DateNames.month(words[1]) != nil
      || DateNames.month(words[0]) != nil && DateNames.dayNumber(words[1]) != nil
  }

  /// Whether a word says that something comes again.
  private func isEvery(_ word: Substring) -> Bool {
    ["every", "each"].contains(TextFold.text(word)) || RepeatReader.isLiteral(word)
  }

  /// How many words whole days take.
  private mutating func days(of rest: ArraySlice<Substring>) -> Int? {
    guard reading.wholeDays == nil else { return nil }
    for count in stride(from: min(Self.longest, rest.count), through: 1, by: -1) {
      do throws(WholeDaysProblem) {
        guard let days = try Grammar.wholeDays(rest.prefix(count), context) else { continue }
        if days.date != nil, reading.time.date != nil { continue }
        reading.wholeDays = days.count
        reading.time.date = days.date ?? reading.time.date
        if reading.time.time != nil || reading.time.duration != nil { reading.problem = .hasTime }
      } catch {
        reading.problem = error
      }
      return count
    }
    return nil
  }

  /// How many words a time takes that stands without a mark.
  private mutating func time(at index: Int) -> Int? {
    let rest = words.words[index...]
    let isLedIn = ["at", "from"].contains(TextFold.text(words.words[index]))
    if isLedIn, rest.count > 1, let count = longest(of: rest.dropFirst(), isFree: false) { return count + 1 }
    return longest(of: rest, isFree: false)
  }

  private mutating func longest(of rest: ArraySlice<Substring>, isFree: Bool) -> Int? {
    for count in stride(from: min(Self.longest, rest.count), through: 1, by: -1) {
      let run = rest.prefix(count)
      guard isFree || isPlain(run), let plan = Grammar.plan(run, context),
        isFree || plan.time != nil || plan.duration != nil, merge(plan)
      else { continue }
      return count
    }
    return nil
  }

  /// Whether somebody would take these words for a time: a number with a colon, am or pm, or a unit.
  private func isPlain(_ run: ArraySlice<Substring>) -> Bool {
    run.contains { word in
      guard word.first?.isNumber == true else { return false }
      return word.contains(":") || word.last?.isLetter == true
    } || run.contains { ["am", "pm"].contains(TextFold.text($0)) }
  }

  /// Takes what was said unless it was said before.
  private mutating func merge(_ plan: PlanTime) -> Bool {
    let known = reading.time
    if reading.wholeDays != nil, plan.time != nil || plan.duration != nil {
      reading.problem = .hasTime
      return true
    }
    let saysMoment = plan.time != nil || plan.date != nil
    let saysLength = plan.duration != nil || plan.end != nil
    if saysMoment, known.time != nil || known.date != nil { return false }
    if saysLength, known.duration != nil || known.end != nil { return false }
    if saysMoment {
      reading.time.date = plan.date
      reading.time.time = plan.time
      reading.time.zone = plan.zone
    }
    reading.time.end = plan.end ?? known.end
    reading.time.duration = plan.duration ?? known.duration
    return true
  }
}
