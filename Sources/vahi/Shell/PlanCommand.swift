import ArgumentParser
import Civil
import Dashboard
import Desk
import JSONText

/// `vahi plan`: fill a day or a week from the boards.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plan a day or a week: fill its free working hours from the boards.",
    discussion: """
      Shows what would be added and moved, with the reason of each, and what will be late. Nothing is changed without \
      --accept. Cards that are ready or being done, and those of a backlog that are due soon, are taken by due date, then \
      quadrant; what can still be in time is never made late by what is late anyway. Work for the same client and with the \
      same label stays together. A card without an estimate is given an hour, one whose estimate is used up half an hour. \
      "frames" in config.json, such as \
      "mon-thu 9-11 @acme #deep", say what some hours are for first; they are \
      lent only to what does not fit elsewhere.
      """)
  @Option(name: .customLong("day"), parsing: .unconditional, help: "The day to plan, as in fri or 3 dec.")
  var day: String?
  @Flag(help: "Plan what is left of the week.") var week = false
  @Flag(help: "Make it the plan.") var accept = false
  @OptionGroup var client: ClientOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options, plans: true)
    let today = session.home.date(at: session.now)
    var date = today
    if let day {
      guard let read = Grammar.parseDate(day, session.grammar()) else {
        throw ShellFailure.usage("--day \(day): this is no day, write it as fri, 3 dec, +7 or 2026-12-03")
      }
      date = read
    }
    guard date >= today else {
      throw ShellFailure.usage("--day \(date.text): this day is over, name today or a later one")
    }
    let settings = LoadedConfiguration(session.surroundings, session.phrases)
    for problem in settings.problems { Shell.complain(problem) }
    let frames = settings.configuration.frames
    let desk = session.desk
    var request =
      week
      ? desk.planWeek(of: date, now: session.now, frames: frames)
      : desk.planDay(date, now: session.now, frames: frames)
    if let client = try session.client(client) { request.clients = [client.id] }
    session.tellLostZones(of: request.clients ?? Set(desk.activeClients.map(\.id)))
    let plan = desk.plan(request)
    var made: [BlockID] = []
    if accept, !plan.lines.isEmpty {
      let change = try session.change { desk throws(DeskError) in
        try desk.acceptPlan(plan, context: session.context)
      }
      made = change.changes.compactMap { change in
        if change.before == nil, case .block(let block)? = change.after { block.id } else { nil }
      }
    }
    session.wantsJSON ? writeJSON(plan, made: made, session) : say(plan, asked: date, session)
  }

  private func say(_ plan: DayPlan, asked: CivilDate, _ session: ShellSession) {
    let words = session.phrases.plan
    let teller = PlanTeller(session.desk, today: session.home.date(at: session.now), session.phrases)
    var lines = [
      session.heading(Words.fill(words.shellDay, teller.days(plan.request))),
      [teller.fills(plan), teller.leavesOut(plan)].compactMap { $0 }.joined(separator: " · "),
    ]
    if let passed = passedOver(plan.request, asked: asked) {
      lines.insert(Words.fill(words.shellPassedOver, teller.day(passed)), at: 1)
    }
    var last: CivilDate?
    for line in plan.lines {
      let date = session.home.date(at: line.span.start)
      if date != last, week || date != plan.request.first { lines.append(teller.day(date)) }
      last = date
      let client = session.desk.client(line.client)?.name ?? ""
      let mark = line.moved == nil ? "+" : "→"
      lines.append("\(mark) \(teller.hours(line.span))  \(client): \(line.title)")
      lines.append("    " + teller.reasons(line).joined(separator: " · "))
    }
    if plan.lines.isEmpty { lines.append(plan.left.isEmpty ? words.nothing : words.noTime) }
    lines += teller.troubles(plan) + teller.strangeFrames(plan)
    if !accept, !plan.lines.isEmpty { lines.append(words.shellHint) }
    session.say(lines.map(Printable.line).joined(separator: "\n"))
  }

  /// The day that was asked for, where a later one is planned: there is no working time left on it, or in its week.
  private func passedOver(_ request: PlanRequest, asked: CivilDate) -> CivilDate? {
    let isOther = week ? request.first.startOfWeek() > asked.startOfWeek() : request.first > asked
    return isOther ? asked : nil
  }

  /// - Parameter made: the new blocks, in the order of the lines that add one.
  private func writeJSON(_ plan: DayPlan, made: [BlockID], _ session: ShellSession) {
    var made = made[...]
    let desk = session.desk
    let teller = PlanTeller(desk, today: session.home.date(at: session.now), session.phrases)
    let slug = { (id: ClientID) in desk.client(id)?.slug }
    session.answer { writer in
      writer.object { writer in
        writer.field("from", plan.request.first.text)
        writer.field("to", plan.request.last.text)
        writer.field("accepted", accept)
        writer.field("free", plan.free)
        writer.field("planned", plan.planned)
        writer.key("lines")
        writer.array { writer in
          for line in plan.lines {
            writer.object { writer in
              writer.field("change", line.moved == nil ? "add" : "move")
              writer.field("block", line.moved?.id.raw ?? made.popFirst()?.raw)
              writer.field("card", line.card.raw)
              writer.field("client", slug(line.client))
              writer.field("title", line.title)
              writer.field("startsAt", line.span.start.text)
              writer.field("endsAt", line.span.end.text)
              writer.field("duration", line.span.duration)
              writer.field("wasAt", line.moved.map { desk.span(of: $0).start.text })
              writer.strings("reasons", teller.reasons(line))
            }
          }
        }
        writer.key("late")
        writer.array { writer in
          for late in plan.late {
            writer.object { writer in
              writer.field("card", late.card.raw)
              writer.field("client", slug(late.client))
              writer.field("title", late.title)
              writer.field("dueAt", late.due.text)
              writer.field("doneAt", late.finish?.text)
            }
          }
        }
        writer.key("left")
        writer.array { writer in
          for left in plan.left {
            writer.object { writer in
              writer.field("card", left.card.raw)
              writer.field("client", slug(left.client))
              writer.field("title", left.title)
              writer.field("dueAt", left.due?.text)
              writer.field("seconds", left.seconds)
            }
          }
        }
      }
    }
  }
}
