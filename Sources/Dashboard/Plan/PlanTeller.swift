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
  package func summary(_ plan: DayPlan, without: Set<Int> = []) -> [String] {
    let planned = plan.planned(without: without)
    var parts = [
      plan.free == 0
        ? words.plan.noFreeTime
        : Words.fill(words.plan.fills, DurationText.short(planned), DurationText.short(plan.free))
    ]
    let left = plan.left.reduce(0) { $0 + $1.seconds }
    if plan.left.count == 1, let only = plan.left.first {
      parts.append(
        Words.fill(
          words.plan.leavesOutOne, shown(only.title, of: only.client), DurationText.short(only.seconds)))
    } else if !plan.left.isEmpty {
      parts.append(Words.fill(words.plan.leavesOut, "\(plan.left.count)", DurationText.short(left)))
    }
    return parts
  }

  /// What is late, and which frames are for nobody.
  package func warnings(_ plan: DayPlan) -> [String] {
    plan.late.map(late) + plan.strangeFrames.map { Words.fill(words.plan.strangeFrame, $0.text) }
  }

  private func late(_ late: PlanLate) -> String {
    let title = shown(late.title, of: late.client)
    guard let finish = late.finish else { return Words.fill(words.plan.lateOpen, title, moment(late.due)) }
    return Words.fill(words.plan.late, title, moment(late.due), moment(finish))
  }

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
  private func moment(_ instant: Instant) -> String {
    DateText.relative(desk.homeZone.wall(at: instant), today: today, words.dates)
  }

  private func shown(_ text: String, of client: ClientID?) -> String {
    isHidden(client) ? words.general.privateClient : text
  }
}
