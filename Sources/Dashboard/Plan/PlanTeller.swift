import Civil
import Desk

/// How a plan is told, on the screen and in the shell; all times are home's.
package struct PlanTeller {
  private let desk: Desk
  private let today: CivilDate
  private let words: Words
  private let isHidden: (ClientID?) -> Bool

  /// - Parameter isHidden: whose names and titles must not be told.
  package init(
    _ desk: Desk, today: CivilDate, _ words: Words, isHidden: @escaping (ClientID?) -> Bool = { _ in false }
  ) {
    self.desk = desk
    self.today = today
    self.words = words
    self.isHidden = isHidden
  }

  /// `Mon 23 Nov`, `Mon 23 Nov to Sun 29 Nov`.
  package func days(_ request: PlanRequest) -> String {
    let first = DateText.long(request.first, today: today, words.dates)
    guard request.last > request.first else { return first }
    return Words.fill(words.plan.week, first, DateText.long(request.last, today: today, words.dates))
  }

  /// `Mon 23 Nov`.
  package func day(_ date: CivilDate) -> String { DateText.long(date, today: today, words.dates) }

  /// `09:00–10:30`.
  package func hours(_ span: TimeSpan) -> String {
    PlanText.hours(span, in: desk.homeZone, on: desk.homeZone.date(at: span.start), words)
  }

  /// What the plan fills and leaves out.
  package func fills(_ plan: DayPlan, without: Set<Int> = []) -> String {
    let planned = plan.planned(without: without)
    return plan.free == 0
      ? words.plan.noFreeTime
      : Words.fill(words.plan.fills, DurationText.short(planned), DurationText.short(plan.free))
  }

  /// How many cards do not fit; nil when all do.
  package func leavesOut(_ plan: DayPlan) -> String? {
    guard !plan.left.isEmpty else { return nil }
    let text = plan.left.count == 1 ? words.plan.leavesOutOne : words.plan.leavesOut
    return Words.fill(text, "\(plan.left.count)", DurationText.short(leftTime(plan)))
  }

  private func leftTime(_ plan: DayPlan) -> Int { plan.left.reduce(0) { $0 + $1.seconds } }

  /// `Late 3`.
  func lateHeading(_ plan: DayPlan) -> String { Words.fill(words.plan.lateHeading, "\(plan.late.count)") }

  /// `Does not fit 7 (3h30)`, `Not planned 8 (4h)`.
  func leftHeading(_ plan: DayPlan) -> String {
    let text = hasLeftOut(plan) ? words.plan.openHeading : words.plan.leftHeading
    return Words.fill(text, "\(plan.left.count)", DurationText.short(leftTime(plan)))
  }

  private func hasLeftOut(_ plan: DayPlan) -> Bool { plan.left.contains { $0.leftOut > 0 } }

  /// `3 late · 7 do not fit`, nothing where all is well.
  func counts(_ plan: DayPlan) -> [String] {
    var counts: [String] = []
    if !plan.late.isEmpty { counts.append(Words.fill(words.plan.lateCount, "\(plan.late.count)")) }
    if !plan.left.isEmpty {
      let text =
        hasLeftOut(plan)
        ? words.plan.openCount : plan.left.count == 1 ? words.plan.leftCountOne : words.plan.leftCount
      counts.append(Words.fill(text, "\(plan.left.count)"))
    }
    return counts
  }

  /// Which frames are for nobody or nothing.
  package func strangeFrames(_ plan: DayPlan) -> [String] {
    plan.strangeFrames.map { strange in
      switch strange {
      case .client(let frame): Words.fill(words.plan.strangeFrame, frame.text)
      case .label(let label, let frame): Words.fill(words.plan.strangeLabel, label, frame.text)
      }
    }
  }

  /// What will be late and what does not fit, each by its name.
  package func troubles(_ plan: DayPlan) -> [String] {
    plan.late.map {
      Words.fill(words.plan.shellLate, shown($0.title, of: $0.client), name(of: $0.client), lateness($0))
    }
      + plan.left.map {
        Words.fill(
          words.plan.shellLeft, shown($0.title, of: $0.client), name(of: $0.client),
          [DurationText.short($0.seconds), dueText($0, of: plan)].compactMap { $0 }.joined(separator: ", "))
      }
  }

  /// `due Thu 26 16:00, done Fri 27 10:30`.
  func lateness(_ late: PlanLate) -> String {
    guard !late.isLeftOut else { return Words.fill(words.plan.lateLeftOut, moment(late.due)) }
    guard let finish = late.finish else { return Words.fill(words.plan.lateOpen, moment(late.due)) }
    return Words.fill(
      late.isKept ? words.plan.lateKept : words.plan.late, moment(late.due), moment(finish))
  }

  /// `1h30 does not fit · due Thu 26 16:00`.
  func leftover(_ left: PlanLeft, of plan: DayPlan) -> String {
    let length = DurationText.short(left.seconds)
    let isOut = left.leftOut > 0
    guard let due = dueText(left, of: plan) else {
      return Words.fill(isOut ? words.plan.leftOutOnly : words.plan.leftOnly, length)
    }
    return Words.fill(isOut ? words.plan.leftOut : words.plan.left, length, due)
  }

  /// `due Thu 26 16:00`, `overdue since Fri 20 12:00`.
  func dueText(_ left: PlanLeft, of plan: DayPlan) -> String? {
    left.due.map { due in
      Words.fill(due <= plan.request.now ? words.plan.overdue : words.plan.due, moment(due))
    }
  }

  private func name(of client: ClientID) -> String { shown(desk.client(client)?.name ?? "", of: client) }

  /// Why a block is proposed there, the weightiest reason first.
  package func reasons(_ line: PlanLine) -> [String] {
    line.reasons.map { reason($0, was: line) }
  }

  private func reason(_ reason: PlanReason, was line: PlanLine) -> String {
    let plan = words.plan
    let was: String
    if case .move(_, let span) = line.change { was = moment(span.start) } else { was = "" }
    switch reason {
    case .overdue(let due): return Words.fill(plan.overdue, moment(due))
    case .due(let due): return Words.fill(plan.due, moment(due))
    case .quadrant(let quadrant): return plan.quadrants[quadrant] ?? ""
    case .column(let name): return Words.fill(plan.column, shown(name, of: line.client))
    case .frame(let frame): return Words.fill(plan.frame, frame.text)
    case .sameClient(let client):
      return Words.fill(plan.sameClient, shown(desk.client(client)?.name ?? "", of: client))
    case .sameLabel(let label): return Words.fill(plan.sameLabel, shown(label, of: line.client))
    case .part(let part, let count): return Words.fill(plan.part, "\(part)", "\(count)")
    case .guess(let seconds): return Words.fill(plan.guess, DurationText.short(seconds))
    case .usedUp: return plan.usedUp
    case .missed(let span): return Words.fill(plan.missed, moment(span.start))
    case .overlap(let block): return Words.fill(plan.overlap, was, shown(block.title, of: block.client))
    case .tooLate: return Words.fill(plan.tooLate, was)
    case .ahead: return plan.ahead
    case .gaveWay: return plan.gaveWay
    case .byHand(let from): return Words.fill(plan.byHand, moment(from.start))
    case .room(let card, let due):
      let other = desk.card(card)
      return Words.fill(plan.room, was, shown(other?.title ?? "", of: other?.client), moment(due))
    }
  }

  /// What speaks against a line as it was adjusted: `overlaps “Call” 11:00–11:45`.
  package func remark(_ remark: PlanRemark) -> String {
    switch remark {
    case .overlap(let title, let client, let span):
      Words.fill(words.plan.lies, shown(title, of: client), hours(span))
    case .afterDue(let due): Words.fill(words.plan.afterDue, moment(due))
    }
  }

  /// When work must begin to be in time: `start by Thu 26 14:00`.
  package func safeStart(_ start: SafeStart, now: Instant) -> String {
    guard let at = start.at else {
      return Words.fill(words.plan.tooLateBy, DurationText.short(start.missing + 59))
    }
    return at <= now ? words.plan.startNow : Words.fill(words.plan.startBy, moment(at))
  }

  /// `today 16:00`, `Thu 26 16:00`.
  func moment(_ instant: Instant) -> String {
    DateText.relative(desk.homeZone.wall(at: instant), today: today, words.dates)
  }

  private func shown(_ text: String, of client: ClientID?) -> String {
    isHidden(client) ? words.general.privateClient : text
  }
}
