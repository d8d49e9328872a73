import ArgumentParser
import Civil
import Dashboard
import Desk
import JSONText

/// `vahi slots`: times that suit everybody.
struct SlotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slots", abstract: "Find a time that suits clients, or people in other zones, and you.",
    discussion: """
      The best times within everybody's working hours and outside your blocks come first, each ready to be sent: \
      two of a day, then more of the same days up to --limit. On a journey your time is that of the place you are in. When \
      nothing fits, what is in the way is told, and the least bad times. People in a zone are taken to work from 9 to \
      17, Monday to Friday. Without --from and --to the next seven days are looked through.
      """)
  @Argument(help: "Clients by slug, or zones by name or city.") var who: [String]
  @Option(name: .customLong("for"), parsing: .unconditional, help: "How long it takes, as in 45m.")
  var length = "30m"
  @Option(parsing: .unconditional, help: "From this day or instant on.") var from: String?
  @Option(parsing: .unconditional, help: "Up to the end of this day, or up to this instant.") var to: String?
  @Option(help: "How many times are told.") var limit = 5
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options)
    var parties = try who.map { text throws(ShellFailure) in try party(text, session) }
    let name = session.desk.settings.name
    let you = session.desk.homeParty(named: name.isEmpty ? session.phrases.slots.you : name)
    // Whom it is for comes first, then you, then everybody else.
    parties.insert(you, at: min(1, parties.count))
    guard (1...50).contains(limit) else {
      throw ShellFailure.usage("--limit \(limit): give a number from 1 to 50")
    }
    let seconds = try session.duration(length, "--for")
    guard seconds >= 60 else {
      throw ShellFailure.usage("--for \(length): this is too short, give a minute or more")
    }
    let request = SlotRequest(parties: parties, length: seconds, period: try period(session), limit: limit)
    session.tellLostZones(of: Set(parties.compactMap(\.client)))
    let answer = session.desk.slots(request)
    session.wantsJSON ? writeJSON(answer, session) : say(answer, session)
  }

  private func party(_ text: String, _ session: ShellSession) throws(ShellFailure) -> SlotParty {
    if let client = session.desk.client(slug: text) { return session.desk.party(client) }
    if let zone = try? session.zone(text) {
      return SlotParty(SlotPlace(zone: zone, city: session.desk.zones.city(named: text, in: zone)))
    }
    if let client = try? session.client(text) { return session.desk.party(client) }
    throw .usage(
      "slots \(text): no such client and no such zone, `vahi client list` and `vahi zones WORDS` show what there is"
    )
  }

  private func period(_ session: ShellSession) throws(ShellFailure) -> TimeSpan {
    let start = try from.map { text throws(ShellFailure) in
      if let instant = Instant(text: text) { return instant }
      return session.start(of: try session.when(text, "--from", session.grammar()))
    }
    let first = max(session.now, start ?? session.now)
    let week = session.home.startOfDay(session.home.date(at: first).adding(days: 8))
    let end =
      try to.map { text throws(ShellFailure) in try session.listEnd(text, from: first, of: .planned) } ?? week
    guard end > first else {
      let limit = start.map { $0 > session.now } ?? false ? "--from" : "now"
      throw .usage("--to \(to ?? end.text): this is over before \(limit), name a later day")
    }
    guard end.seconds(since: first) <= SlotRequest.longestPeriod else {
      throw .usage("--to \(to ?? end.text): this is too far from --from, name a day at most 100 days later")
    }
    return TimeSpan(start: first, end: end)
  }

  private func say(_ answer: SlotAnswer, _ session: ShellSession) {
    let words = session.phrases.slots
    let today = session.home.date(at: session.now)
    var lines = answer.obstacles.map { $0.text(words) }
    if !lines.isEmpty, !answer.proposals.isEmpty { lines += ["", words.leastBad] }
    for proposal in answer.proposals {
      let notes = proposal.notes(words)
      let text = proposal.text(today: today, session.words)
      lines.append(notes.isEmpty ? text : "\(text) (\(notes.joined(separator: ", ")))")
    }
    session.say(lines.map(Printable.line).joined(separator: "\n"))
  }

  private func writeJSON(_ answer: SlotAnswer, _ session: ShellSession) {
    let words = session.phrases.slots
    let today = session.home.date(at: session.now)
    session.answer { writer in
      writer.object { writer in
        writer.field("fits", answer.fits)
        writer.key("inTheWay")
        writer.array { writer in
          for obstacle in answer.obstacles { writer.string(obstacle.text(words)) }
        }
        writer.key("slots")
        writer.array { writer in
          for proposal in answer.proposals {
            writer.object { writer in
              writer.field("startsAt", proposal.span.start.text)
              writer.field("endsAt", proposal.span.end.text)
              writer.field("text", proposal.text(today: today, session.words))
              writer.strings("conflicts", proposal.conflicts.map(\.blockID.raw))
              writer.key("parties")
              writer.array { writer in
                for time in proposal.times { write(time, to: &writer, session) }
              }
            }
          }
        }
      }
    }
  }

  private func write(_ time: SlotTime, to writer: inout JSONWriter, _ session: ShellSession) {
    writer.object { writer in
      writer.field("client", time.party.client.flatMap { session.desk.client($0)?.slug })
      writer.field("name", time.party.name)
      writer.field("zone", time.place.name)
      writer.field("start", time.start.text)
      writer.field("end", time.end.text)
      writer.field("fit", time.fit.word)
      writer.field("by", time.fit.seconds)
    }
  }
}

extension SlotFit {
  /// The word for it in JSON.
  fileprivate var word: String {
    switch self {
    case .inside: "inside"
    case .early: "early"
    case .late: "late"
    case .dayOff: "dayOff"
    }
  }

  /// By how much it is early or late; nil on a day off.
  fileprivate var seconds: Int? {
    switch self {
    case .inside: 0
    case .early(let seconds), .late(let seconds): seconds
    case .dayOff: nil
    }
  }
}
