import ArgumentParser
import Civil
import Dashboard
import Desk
import Exchange
import JSONText

extension BlockCommand {
  /// `vahi block list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List blocks by start.",
      discussion: """
        With --from or --to the single occurrences in that time, days being days in the home zone; where one of the \
        two is not said, what repeats is listed for a year. A weekday is the coming one, the one of \
        --to the first after --from, and a day without a year the nearest. A block that repeats has its own id in each of them, and \
        --occurrence takes the start.
        """)
    @OptionGroup var list: ListOptions

    func run() throws {
      let session = try ShellSession(list.options)
      let desk = session.desk
      let owner = try session.client(list.client)
      let span = try session.range(list.range, of: .planned)
      let all = span.map { occurrences(in: $0, session) } ?? desk.everyBlock
      let found = list.range.archived ? [] : all.filter { owner == nil || $0.block.client == owner?.id }
      tellProblems(found, session)
      guard !session.wantsJSON else {
        let export = JSONExport(desk, now: session.now)
        return session.answer { writer in
          writer.array { writer in
            for item in found {
              export.write(item.block, occurring: span == nil ? nil : item.span, to: &writer)
            }
          }
        }
      }
      var table = TextTable([
        ("id", .left), ("starts here", .left), ("there", .left), ("for", .right), ("client", .left),
        ("kind", .left), ("title", .left), ("repeats", .left),
      ])
      for item in found { table.add(row(item, session)) }
      session.say(table.text(heading: session.heading))
    }

    /// What takes place in a span: single blocks however far it reaches, what repeats for a year where it is open.
    private func occurrences(in span: TimeSpan, _ session: ShellSession) -> [Occurrence] {
      let isOpen = list.range.from == nil || list.range.to == nil
      guard isOpen else { return session.desk.occurrences(in: span) }
      let year = 366 * CivilDate.secondsADay
      let bounded =
        list.range.to == nil
        ? TimeSpan(start: span.start, end: max(session.now, span.start).adding(year))
        : TimeSpan(start: min(session.now, span.end).adding(-year), end: span.end)
      let within = session.desk.occurrences(in: bounded).filter { $0.block.isSeries }
      let single = session.desk.everyBlock.filter {
        !$0.block.isSeries && ($0.span.overlaps(span) || span.contains($0.start))
      }
      return (single + within).sorted { ($0.start, $0.blockID) < ($1.start, $1.blockID) }
    }

    private func row(_ item: Occurrence, _ session: ShellSession) -> [String] {
      let block = item.block
      let here = session.home.wall(at: item.start)
      let isElsewhere = block.start.zone != session.home.rules(at: item.span.start).name && !block.allDay
      // What the clocks show, also where a rule asks for a time that does not exist.
      let there = session.desk.zone(block.start.zone).wall(at: item.start)
      let today = session.home.date(at: session.now)
      let start =
        block.allDay
        ? DateText.relative(block.start.wall.date, today: today, session.words)
        : DateText.relative(here, today: today, session.words)
      return [
        block.id.raw, start,
        isElsewhere ? "\(DateText.clock(there)) \(DateText.city(block.start.zone))" : "",
        DurationText.planned(block.duration),
        block.client.flatMap { session.desk.client($0)?.slug } ?? "", block.kind.rawValue, block.title,
        session.desk.repeatText(of: block, today: today, session.words)
          ?? (block.replaces == nil ? "" : "moved"),
      ]
    }

    private func tellProblems(_ found: [Occurrence], _ session: ShellSession) {
      var told: Set<BlockID> = []
      let blocks = found.compactMap { item in
        told.insert(item.blockID).inserted ? session.desk.block(item.blockID) : nil
      }
      let text = ClockText(session.desk, today: session.home.date(at: session.now), session.phrases)
      for problem in session.desk.zoneProblems(blocks: blocks) where problem.blocks > 0 {
        Shell.complain(text.sentence(problem))
      }
      for block in blocks {
        guard let problem = session.desk.problem(of: block), !problem.isOfZone else { continue }
        Shell.complain("block \(block.id.raw): \(problem.text(session.phrases.errors))")
      }
    }
  }

  /// `vahi block show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one block.")
    @Argument(help: "Id.") var block: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let block = try session.block(block)
      guard !session.wantsJSON else {
        return session.answer {
          JSONExport(session.desk, now: session.now, extent: .whole).write(block, to: &$0)
        }
      }
      let desk = session.desk
      let today = session.home.date(at: session.now)
      let here = session.home.wall(at: desk.span(of: block).start)
      let moved = desk.movedBlocks(of: block.id)
      session.say(
        FieldList.text([
          ("id", block.id.raw), ("title", block.title), ("kind", block.kind.rawValue),
          ("client", block.client.flatMap { desk.client($0)?.name } ?? ""), ("card", block.card?.raw ?? ""),
          (
            "starts",
            "\(block.allDay ? block.start.wall.date.text : block.start.wall.text) \(block.start.zone)"
          ),
          ("here", DateText.relative(here, today: today, session.words)),
          (
            "for",
            block.allDay
              ? "\(block.duration / CivilDate.secondsADay) days" : DurationText.planned(block.duration)
          ),
          ("repeats", desk.repeatText(of: block, today: today, session.words) ?? ""),
          ("rule", block.repeat ?? ""),
          ("also on", block.alsoOn.map(\.text).joined(separator: ", ")),
          ("not on", block.exceptOn.map(\.text).joined(separator: ", ")),
          ("moved", moved.map { "\($0.occurrence?.text ?? "") as \($0.id.raw)" }.joined(separator: ", ")),
          ("instead of", block.series.map { "\(block.occurrence?.text ?? "") of \($0.raw)" } ?? ""),
          ("reminders", Self.reminders(of: block)),
          ("location", block.location ?? ""), ("link", block.link ?? ""), ("notes", block.notes),
          ("problem", desk.problem(of: block)?.text(session.phrases.errors) ?? ""),
        ]))
    }

    /// Empty where it is told of as every block is.
    private static func reminders(of block: Block) -> String {
      guard let minutes = block.reminders else { return "" }
      guard !minutes.isEmpty else { return "none" }
      return minutes.map { DurationText.short(abs($0) * 60) + ($0 < 0 ? " after" : " before") }
        .joined(separator: ", ")
    }
  }
}

extension ShellSession {
  /// Says of a block that was just planned or changed what keeps it from taking place as it says.
  func tellProblem(of id: BlockID) {
    guard let block = desk.block(id), let problem = desk.problem(of: block) else { return }
    Shell.complain("block \(id.raw): \(problem.text(phrases.errors))")
  }

  /// Says what a start means that the clock of its zone does not show, or shows twice.
  func tellClock(of block: Block) {
    // What is wrong with its zone is told as a problem of the block.
    guard !block.allDay, desk.knows(zone: block.start.zone) else { return }
    tellClock(of: block.start, "block \(block.id.raw)")
  }

  /// Says what a time means that the clock of its zone does not show, or shows twice.
  ///
  /// - Parameter subject: what it is a time of, as the line begins.
  func tellClock(of time: ZonedTime, _ subject: String) {
    guard let note = PlanNote.clock(time, desk, phrases) else { return }
    Shell.complain("\(subject), \(time.wall.date.text): \(note)")
  }
}

extension Desk {
  /// Every block by its start, a series once.
  fileprivate var everyBlock: [Occurrence] {
    allBlocks.map { Occurrence(id: OccurrenceID(block: $0.id), span: span(of: $0), block: $0) }
      .sorted { ($0.start, $0.blockID) < ($1.start, $1.blockID) }
  }
}
