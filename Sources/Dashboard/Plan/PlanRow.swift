import Canvas
import Civil
import Desk

/// A row of a proposal's list: what would be done by day, then what will be late and what does not fit.
enum PlanRow: Equatable {
  /// What is planned, late or left out, by its place among all that can be selected.
  enum Subject: Equatable {
    case line(Int)
    case late(Int)
    case left(Int)
  }

  case day(CivilDate)
  case heading(String)
  case text(String)
  case blank
  case item(Int, Subject)

  /// - Parameters:
  ///   - width: cells of the list, in which texts are wrapped.
  static func all(_ plan: PlanState, _ teller: PlanTeller, width: Int, _ world: World) -> [PlanRow] {
    let (words, home) = (world.words.plan, world.desk.homeZone)
    let (lines, late, left) = (plan.plan.lines, plan.plan.late, plan.plan.left)
    var rows: [PlanRow] = []
    var last: CivilDate?
    for (index, line) in lines.enumerated() {
      let date = home.date(at: line.span.start)
      // A line may lie on another day than the one that is planned, when it makes room on it.
      if date != last, plan.reach == .week || date != plan.plan.request.first { rows.append(.day(date)) }
      last = date
      rows.append(.item(index, .line(index)))
    }
    if lines.isEmpty {
      let text = left.isEmpty ? words.nothing : words.noTime
      rows += TextWidth.wrap(text, to: width).map { .text($0) }
    }
    if !late.isEmpty {
      rows += [.blank, .heading(teller.lateHeading(plan.plan))]
      rows += late.indices.map { .item(lines.count + $0, .late($0)) }
    }
    if !left.isEmpty {
      rows += [.blank, .heading(teller.leftHeading(plan.plan))]
      rows += left.indices.map { .item(lines.count + late.count + $0, .left($0)) }
    }
    return rows
  }
}

/// How a card that is late or does not fit is shown in a proposal's list, and what is told of it when it is selected.
struct PlanCardRow {
  let mark: String
  let client: ClientID
  let title: String
  /// What stands at the end of the row, shortly and where there is room.
  let end: String
  let wideEnd: String
  /// What is told besides.
  let told: String

  init(_ late: PlanLate, _ teller: PlanTeller) {
    mark = "⚠ "
    (client, title) = (late.client, late.title)
    end = teller.moment(late.due)
    told = teller.lateness(late)
    wideEnd = told
  }

  init(_ left: PlanLeft, of plan: DayPlan, _ teller: PlanTeller) {
    mark = "· "
    (client, title) = (left.client, left.title)
    end = DurationText.short(left.seconds)
    wideEnd =
      (teller.dueText(left, of: plan).map { $0 + " " } ?? "") + TextWidth.pad(end, to: 6, alignRight: true)
    told = teller.leftover(left, of: plan)
  }
}
