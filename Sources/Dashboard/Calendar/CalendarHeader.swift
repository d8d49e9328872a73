import Canvas
import Civil
import Desk

/// The edge with date and sums, and the names over clocks and days.
enum CalendarHeader {
  static func draw(_ frame: inout Frame, _ rect: Rect, _ layout: CalendarLayout, _ painter: Painter) {
    let title = layout.isManyDays ? spanTitle(layout, painter) : title(layout.day, painter)
    drawEdge(&frame, rect, title: title, painter)
    drawSums(&frame, rect, layout, room: rect.width - TextWidth.of(title) - 8, painter)
    drawLowerEdge(&frame, rect, ClockNotes(layout, painter).ofEdge, painter)
    DayLaneView.draw(&frame, layout, painter)
    drawHeading(&frame, layout, painter)
  }

  /// The border of the pane with what it shows.
  static func drawEdge(_ frame: inout Frame, _ rect: Rect, title: String, _ painter: Painter) {
    let isFocused = painter.state.pane == .calendar && painter.state.overlays.isEmpty
    frame.box(
      rect, style: painter.style(isFocused ? .borderFocused : .border), title: title,
      titleStyle: painter.style(.heading))
  }

  private static func title(_ day: DayRows, _ painter: Painter) -> String {
    let words = painter.words
    let today = painter.world.today
    var parts = [DateText.long(day.date, today: today, words.dates)]
    if (-1...1).contains(day.date.days(since: today)) {
      parts.append(DateText.relative(day.date, today: today, words.dates))
    }
    if let journey = painter.world.journeyText, !painter.state.isPrivate { parts.append(journey) }
    if let length = length(day) { parts.append(Words.fill(words.calendar.dayLength, length)) }
    return parts.joined(separator: " · ")
  }

  /// `23h` or `23h30` where the day has not 24 hours.
  private static func length(_ day: DayRows) -> String? {
    day.span.duration == CivilDate.secondsADay ? nil : DurationText.short(day.span.duration)
  }

  /// `Mon 23 – Sun 29 Nov · week 48`.
  private static func spanTitle(_ layout: CalendarLayout, _ painter: Painter) -> String {
    let words = painter.words
    guard let first = layout.columns.first?.day.date, let last = layout.columns.last?.day.date else {
      return ""
    }
    let end = DateText.long(last, today: painter.world.today, words.dates)
    let isSameMonth = first.month == last.month
    let start =
      isSameMonth
      ? "\(PlanText.weekday(first, words)) \(first.day)"
      : DateText.long(first, today: painter.world.today, words.dates)
    let week =
      layout.columns.count == 7 ? " · " + Words.fill(words.calendar.weekNumber, "\(last.isoWeek.week)") : ""
    return "\(start) – \(end)\(week)"
  }

  /// What is planned of what there is time for, and how often two blocks want the same time.
  private static func drawSums(
    _ frame: inout Frame, _ rect: Rect, _ layout: CalendarLayout, room: Int, _ painter: Painter
  ) {
    guard !painter.state.isPrivate else { return }
    let sums = DaySums(layout)
    guard let text = sums.texts(painter.words.calendar).first(where: { TextWidth.of($0) <= room }) else {
      return
    }
    let x = rect.maxX - TextWidth.of(text) - 3
    frame.put(" \(text) ", x: x, y: rect.y, style: painter.style(sums.role))
  }

  /// In the lower edge as many notes as it has room for.
  static func drawLowerEdge(
    _ frame: inout Frame, _ rect: Rect, _ notes: [(String, Role)], _ painter: Painter
  ) {
    var x = rect.x + 2
    for (text, role) in notes {
      let lead = x == rect.x + 2 ? " " : "· "
      guard x + TextWidth.of(lead) + TextWidth.of(text) + 3 <= rect.maxX else { return }
      x = frame.put(lead, x: x, y: rect.maxY - 1, style: painter.style(.muted))
      x = frame.put(text + " ", x: x, y: rect.maxY - 1, style: painter.style(role))
    }
  }

  /// The cities over their clocks; over the grid the days, or how far apart the clocks are.
  private static func drawHeading(_ frame: inout Frame, _ layout: CalendarLayout, _ painter: Painter) {
    let line = layout.heading
    // Home's name alone reaches over the grid, where a day has nothing to its left.
    let isAlone = !layout.isManyDays && layout.clocks.filter { $0.place.width > 1 }.count == 1
    let reach = isAlone && layout.columns.first?.spent.isEmpty ?? true ? 5 : 0
    var end = layout.grid.x + (layout.isManyDays ? 1 : reach)
    // From the right: home's name has the room that the client's leaves it.
    for clock in layout.clocks.reversed() where clock.place.width > 1 {
      let room = end - clock.place.x - 1
      let sign = clock.isOfOneDay ? ClockNotes.sign : ""
      let own = max(7, clock.place.width + (clock.isHome ? 5 : 0))
      let width = min(room, own + TextWidth.of(sign))
      // On the day of a journey the rows begin in one place and go on in another.
      let zone = clock.zone.rules(at: layout.day.start(of: layout.top))
      let text = PlanText.city(zone, width: width - TextWidth.of(sign)) + sign
      let dated = clock.dates == .weekday ? clock.place.x + 4 : clock.place.x
      let x = min(dated, max(clock.place.x, clock.place.maxX - TextWidth.of(text)))
      let role: Role = clock.isClient ? painter.role(of: painter.state.client) : .muted
      frame.put(text, x: x, y: line.y, style: painter.style(role))
      end = x
    }
    if layout.isManyDays {
      for column in layout.columns { drawDay(column, &frame, line, painter) }
      return
    }
    if layout.columns.first?.spent.isEmpty == false, let column = layout.columns.first {
      frame.put(
        TextWidth.cut(painter.words.calendar.spentHeading, to: column.spent.width - 1), x: column.spent.x + 1,
        y: line.y, style: painter.style(.muted))
      frame.put(
        TextWidth.cut(painter.words.calendar.plannedHeading, to: column.plan.width - 1), x: column.plan.x + 1,
        y: line.y, style: painter.style(.muted))
      return
    }
    let room = layout.grid.width - 2 - reach
    let notes = ClockNotes(layout, painter).ofDay
    guard let (text, role) = notes.first(where: { TextWidth.of($0.0) <= room }) ?? notes.last else { return }
    let cut = TextWidth.cut(text, to: room)
    frame.put(cut, x: layout.grid.maxX - 1 - TextWidth.of(cut), y: line.y, style: painter.style(role))
  }

  /// `Mon 23 6:30`, with a sign where it is over-full or two blocks want the same time, and the length of a day that
  /// has not 24 hours.
  private static func drawDay(_ column: DayColumn, _ frame: inout Frame, _ line: Rect, _ painter: Painter) {
    let date = column.day.date
    let isToday = date == painter.world.today
    let isCurrent = date == painter.state.calendar.day(painter.world)
    let isTrouble = !painter.state.isPrivate && (column.isOverFull || column.conflicts > 0)
    var style = painter.style(
      isToday ? .now : column.isDayOff ? .weekend : .heading)
    if isCurrent { style = style.adding([.bold, .underline]) }
    let place = Rect(x: column.rect.x, y: line.y, width: column.rect.width, height: 1)
    let (name, sign) = dayName(date, isTrouble: isTrouble, width: place.width, painter.words)
    var x = frame.put(name, x: place.x, y: line.y, style: style)
    if let length = length(column.day) {
      let text = " " + length
      if x + TextWidth.of(text) + TextWidth.of(sign) <= place.maxX {
        x = frame.put(text, x: x, y: line.y, style: painter.style(.warning))
      }
    }
    x = frame.put(sign, x: x, y: line.y, style: painter.style(.warning), clip: place)
    guard !painter.state.isPrivate, column.planned > 0 else { return }
    let sum = " " + DurationText.hours(column.planned)
    if x + TextWidth.of(sum) < place.maxX {
      frame.put(sum, x: x, y: line.y, style: painter.style(isTrouble ? .warning : .muted))
    }
  }

  /// The day's name and after it the sign of trouble, for which the name yields: `Mon 23 ⚠`, `Mon 23⚠`, `Mo 23⚠`, `23⚠`.
  private static func dayName(
    _ date: CivilDate, isTrouble: Bool, width: Int, _ words: Words
  ) -> (name: String, sign: String) {
    let weekday = PlanText.weekday(date, words)
    let name = "\(weekday) \(date.day)"
    let short = ["\(weekday.prefix(2)) \(date.day)", "\(date.day)"]
    let forms =
      isTrouble ? [(name, " ⚠"), (name, "⚠")] + short.map { ($0, "⚠") } : ([name] + short).map { ($0, "") }
    return forms.first { TextWidth.of($0.0) + TextWidth.of($0.1) <= width } ?? ("", isTrouble ? "⚠" : "")
  }
}

extension Style {
  var withoutUnderline: Style {
    Style(foreground: foreground, background: background, attributes: attributes.subtracting(.underline))
  }
}
