import Civil
import Desk

/// Questions of the calendar that are answered by typing.
package enum CalendarQuestion: Equatable, Sendable {
  /// A new block, in a stretch of time unless another is typed.
  case newBlock(TimeSpan)
  /// When to work on a card; at an instant unless another is typed, or when there is time.
  case planCard(CardID, at: Instant?)
  case title(OccurrenceID)
  case start(OccurrenceID)
  case length(OccurrenceID)
  case place(OccurrenceID)
  case link(OccurrenceID)
  /// How a block repeats.
  case rule(OccurrenceID)
  /// When a block is told of.
  case remind(OccurrenceID)
  /// Which zone to show beside the others, or no longer.
  case zone
  /// Which day to show.
  case date
}

extension CalendarQuestion {
  func prompt(_ world: World) -> Prompt {
    let words = world.words.calendar
    let (title, text) =
      switch self {
      case .newBlock(let span):
        (Words.fill(words.newPrompt, PlanText.clocks(span, [world.desk.homeZone], world).joined()), "")
      case .planCard(let id, _):
        (
          Words.fill(
            words.planPrompt, world.desk.card(id)?.title ?? "",
            DurationText.short(CardTime(id, world).length)), ""
        )
      case .title(let id): (words.titlePrompt, world.desk.occurrence(id)?.block.title ?? "")
      case .start(let id): (Words.fill(words.startPrompt, startWords(id, world)), "")
      case .length(let id):
        (
          Words.fill(
            words.lengthPrompt, world.desk.occurrence(id)?.block.title ?? "",
            DurationText.planned(world.desk.occurrence(id)?.block.duration ?? 0)), ""
        )
      case .place(let id):
        (
          Words.fill(words.placePrompt, world.desk.occurrence(id)?.block.title ?? ""),
          world.desk.occurrence(id)?.block.location ?? ""
        )
      case .link(let id):
        (
          Words.fill(words.linkPrompt, world.desk.occurrence(id)?.block.title ?? ""),
          world.desk.occurrence(id)?.block.link ?? ""
        )
      case .rule(let id):
        (
          Words.fill(words.repeatPrompt, world.desk.occurrence(id)?.block.title ?? ""),
          world.desk.occurrence(id).map { RepeatWording.text(of: $0, world) } ?? ""
        )
      case .remind(let id):
        (
          Words.fill(words.remindPrompt, world.desk.occurrence(id)?.block.title ?? ""),
          world.desk.occurrence(id).map { ReminderWording.typed($0.block, world) } ?? ""
        )
      case .zone: (words.zonePrompt, "")
      case .date: (words.datePrompt, "")
      }
    return Prompt(.calendar(self), title: title, text: text)
  }

  /// The title of a block and its start in its own zone.
  private func startWords(_ id: OccurrenceID, _ world: World) -> [String] {
    guard let occurrence = world.desk.occurrence(id) else { return [] }
    let wall = occurrence.block.start.wall
    let day = DateText.relative(wall, today: world.today, world.words.dates)
    return [occurrence.block.title, "\(day) \(DateText.city(occurrence.block.start.zone))"]
  }

  func read(_ text: String, _ state: ViewState, _ world: World) -> Reading {
    var reading = Reading()
    let words = world.words.calendar
    switch self {
    case .title, .place: return reading
    case .link:
      if !text.isEmpty, !BlockLink.isOpenable(Grammar.trimmed(text)) { reading.problem = words.badLink }
    case .rule(let id): RepeatWording.read(text, id, &reading, world)
    case .remind: ReminderWording.read(text, &reading, world)
    case .zone: reading.completions = ZoneChoice.completions(text, state, world)
    case .date:
      if let date = date(text, state, world) {
        reading.understood = [DateText.long(date, today: world.today, world.words.dates)]
      } else if !text.isEmpty {
        reading.problem = Words.fill(words.noDate, text)
      }
    case .newBlock:
      let read = Grammar.parsePlanTitle(text, context(text, state, world))
      reading.ranges = read.ranges
      reading.problem =
        read.problem.map { sentence(of: $0, world) }
        ?? read.ruleProblem.map { Words.fill(world.words.errors.badRule, $0.text, "\($0.error)") }
      reading.take(plan(text, nil, state, world), state, world)
      reading.plainMarks = read.plainMarks
    case .planCard(let id, let slot):
      if text.isEmpty, slot == nil { reading.completions = CardTime(id, world).completions }
      understand(text, words.noStart, &reading, state, world)
    case .start: understand(text, words.noStart, &reading, state, world)
    case .length: understand(text, words.noLength, &reading, state, world)
    }
    return reading
  }

  private func understand(
    _ text: String, _ problem: String, _ reading: inout Reading, _ state: ViewState, _ world: World
  ) {
    if let plan = plan(text, nil, state, world) {
      reading.take(plan, state, world)
      if !text.isEmpty { reading.ranges = [0..<text.count] }
    } else if !text.isEmpty {
      reading.problem = Words.fill(problem, text)
    }
  }

  /// The block as it would be by what is typed so far; nil when that is not understood.
  func plan(_ text: String, _ completion: Int?, _ state: ViewState, _ world: World) -> BlockPlan? {
    switch self {
    case .title, .place, .link, .rule, .remind, .zone, .date: return nil
    case .newBlock(let span): return newPlan(text, span, state, world)
    case .planCard(let id, let slot): return CardTime(id, world).plan(text, at: slot, completion: completion)
    case .start(let id):
      guard let occurrence = world.desk.occurrence(id) else { return nil }
      return startPlan(text, occurrence, world)
    case .length(let id):
      guard let occurrence = world.desk.occurrence(id) else { return nil }
      var plan = BlockPlan(occurrence)
      if text.isEmpty { return plan }
      let seconds =
        Grammar.parseChange(text).map { occurrence.block.duration + $0 } ?? Grammar.parseLength(text)
      guard let seconds, seconds >= 0 else { return nil }
      plan.duration = seconds
      return plan
    }
  }

  private func newPlan(_ text: String, _ span: TimeSpan, _ state: ViewState, _ world: World) -> BlockPlan {
    let context = context(text, state, world)
    let read = Grammar.parsePlanTitle(text, context)
    let kind = read.kind ?? .work
    let isOwn = kind == .personal || kind == .break
    let title = read.title.isEmpty ? world.words.calendar.kinds[kind] ?? kind.rawValue : read.title
    var plan = BlockPlan(
      title: title, client: read.client ?? (isOwn ? nil : state.client), card: nil, kind: kind,
      start: ZonedTime(at: span.start, in: context.zone),
      duration: span.duration)
    plan.take(read.time, base: span, zone: context.zone, world)
    if let days = read.wholeDays { plan.take(wholeDays: days) }
    if let rule = read.rule {
      plan.rule = rule
      plan.except = read.except
      plan.start.wall = rule.firstStart(from: plan.start.wall)
    }
    return plan
  }

  /// Why whole days that were typed cannot be meant.
  private func sentence(of problem: WholeDaysProblem, _ world: World) -> String {
    let words = world.words.calendar
    return switch problem {
    case .hasTime: words.wholeDaysWithTime
    case .backward(let dates): world.clocks.sentence(dates)
    case .count(let text): Words.fill(words.wholeDaysCount, text)
    }
  }

  /// What a line is read with: a meeting's times are the client's, all others home's.
  private func context(_ text: String, _ state: ViewState, _ world: World) -> GrammarContext {
    let home = world.desk.grammarContext(now: world.now)
    let read = Grammar.parsePlanTitle(text, home)
    guard read.kind == .meeting, let client = (read.client ?? state.client).flatMap({ world.desk.client($0) })
    else { return home }
    return home.about(client)
  }

  private func startPlan(_ text: String, _ occurrence: Occurrence, _ world: World) -> BlockPlan? {
    var plan = BlockPlan(occurrence)
    if text.isEmpty { return plan }
    let zone = world.desk.planningZone(occurrence.block.start.zone)
    if let change = Grammar.parseChange(text) {
      let start = occurrence.start.adding(change)
      plan.start = ZonedTime(start, in: zone, isForward: change > 0)
      return plan
    }
    var context = world.desk.grammarContext(now: world.now)
    context.zone = zone
    guard let time = Grammar.parsePlan(text, context) else { return nil }
    plan.take(time, base: occurrence.span, zone: zone, world)
    return plan
  }

  private func date(_ text: String, _ state: ViewState, _ world: World) -> CivilDate? {
    let shown = state.calendar.day(world)
    return Grammar.parseJump(text, from: shown, world.desk.grammarContext(now: world.now))
  }
}

extension CalendarQuestion {
  func answer(_ text: String, _ completion: Int?, _ state: inout ViewState, _ world: World) -> Answer {
    let words = world.words.calendar
    switch self {
    case .date:
      guard !text.isEmpty else { return .effects([]) }
      guard let date = date(text, state, world) else { return .refused(Words.fill(words.noDate, text)) }
      state.screen = .desk
      state.pane = .calendar
      CalendarCommands.show(&state, world, date: date)
      return .effects([])
    case .title(let id):
      let title = Grammar.trimmed(text)
      return .effects(title.isEmpty ? [] : BlockEdit.title(title).make(id, &state, world))
    case .place(let id):
      let place = Grammar.trimmed(text)
      return .effects(BlockEdit.location(place.isEmpty ? nil : place).make(id, &state, world))
    case .link(let id):
      let link = Grammar.trimmed(text)
      guard link.isEmpty || BlockLink.isOpenable(link) else { return .refused(words.badLink) }
      return .effects(BlockEdit.link(link.isEmpty ? nil : link).make(id, &state, world))
    case .rule(let id): return RepeatWording.answer(text, id, &state, world)
    case .remind(let id): return ReminderWording.answer(text, id, &state, world)
    case .zone: return ZoneChoice.answer(text, completion, &state, world)
    case .newBlock, .planCard:
      if let problem = read(text, state, world).problem { return .refused(problem) }
      guard let plan = plan(text, completion, state, world) else {
        return .refused(Words.fill(words.noStart, text))
      }
      return .effects(BlockCommands.add(plan.draft(world.desk), &state, world))
    case .start(let id), .length(let id):
      guard world.desk.occurrence(id) != nil else { return .refused(words.noBlock) }
      var isLength = false
      if case .length = self { isLength = true }
      guard let plan = plan(text, nil, state, world) else {
        return .refused(Words.fill(isLength ? words.noLength : words.noStart, text))
      }
      let edit: BlockEdit =
        isLength ? .length(plan.duration) : .place(plan.start, duration: plan.duration)
      return .effects(edit.make(id, &state, world))
    }
  }
}

extension Reading {
  /// Tells of a plan in words.
  fileprivate mutating func take(_ plan: BlockPlan?, _ state: ViewState, _ world: World) {
    understood = plan?.understood(state, world) ?? []
    warnings = plan?.notes(state, world) ?? []
  }
}

extension BlockPlan {
  /// A block as it is now.
  init(_ occurrence: Occurrence) {
    let block = occurrence.block
    self.init(
      title: block.title, client: block.client, card: block.card, kind: block.kind, start: block.start,
      duration: block.duration, id: occurrence.id)
  }
}
