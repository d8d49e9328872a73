import ArgumentParser
import Civil
import Desk
import JSONText

/// `vahi start`.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start the timer; what ran ends at the same instant.",
    discussion: """
      TEXT that fits the title of exactly one card starts on that card, anything else is a note of its own. It may \
      have @client and #label. Without TEXT and --card, what ran last goes on.
      """)
  @Argument(help: "What is worked on.") var text: [String] = []
  @OptionGroup var client: ClientOption
  @Option(help: "Id of the card.") var card: String?
  @Option(help: "A label; may be given several times.") var label: [String] = []
  @Flag(help: "It is not billed.") var noBill = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options, whole: card != nil)
    let subject: TimerSubject
    if text.isEmpty, card == nil {
      if let running = session.desk.running {
        throw ShellFailure.failed(
          "start: \(session.name(of: TimerSubject(of: running))) runs already, say what to start")
      }
      guard let last = session.desk.previousSubject() else {
        throw ShellFailure.usage("start: nothing ran before, say what to start")
      }
      subject = last
    } else {
      subject = try session.timerSubject(text, client, card: card, labels: label, isBilled: !noBill)
    }
    try session.change { desk throws(DeskError) in desk.startTimer(subject, context: session.context) }
    session.answerStatus()
  }
}

/// `vahi switch`.
struct SwitchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "switch", abstract: "Switch the timer to something else, or back to what ran before.",
    discussion: "With TEXT or --card as `vahi start`; without, back to what ran before the running timer.")
  @Argument(help: "What is worked on.") var text: [String] = []
  @OptionGroup var client: ClientOption
  @Option(help: "Id of the card.") var card: String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options, whole: card != nil)
    let subject: TimerSubject
    if text.isEmpty, card == nil {
      guard let previous = session.desk.previousSubject() else {
        throw ShellFailure.failed("switch: nothing ran before, say what to switch to")
      }
      subject = previous
    } else {
      subject = try session.timerSubject(text, client, card: card, labels: [], isBilled: true)
    }
    try session.change { desk throws(DeskError) in desk.startTimer(subject, context: session.context) }
    session.answerStatus()
  }
}

/// `vahi stop`.
struct StopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stop", abstract: "Stop the timer.")
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options, whole: false)
    guard let running = session.desk.running,
      let transaction = session.desk.stopTimer(context: session.context)
    else {
      throw ShellFailure.failed("stop: no timer is running, `vahi start` starts one")
    }
    try session.commit(transaction)
    guard !session.wantsJSON else { return session.answerStatus() }
    session.say(
      "■ \(DurationText.clock(running.seconds(at: session.now)))  \(session.name(of: TimerSubject(of: running)))"
    )
  }
}

/// `vahi status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say what the timer runs on, and the time of today.")
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options, whole: false)
    session.answerStatus()
    session.close()
  }
}

extension ShellSession {
  /// What a timer is started on: a card that the text names, or the text.
  func timerSubject(
    _ text: [String], _ option: ClientOption, card: String?, labels: [String], isBilled: Bool
  ) throws(ShellFailure) -> TimerSubject {
    var subject = try subject(text, option, card: card, labels: labels, isBilled: isBilled).subject
    guard subject.card == nil, !subject.note.isEmpty, let found = namedCard(subject.note, of: subject.client)
    else {
      return subject
    }
    let labels = subject.labels
    subject = desk.subject(of: found)
    subject.billable = isBilled
    for label in labels where !subject.labels.contains(label) { subject.labels.append(label) }
    return subject
  }

  /// The live card whose title is the text, or else the only one in which every typed word begins a word.
  func namedCard(_ text: String, of client: ClientID?) -> Card? {
    let wanted = TextFold.text(text)
    let words = wanted.split(separator: " ")
    let clients = client.map { [$0] } ?? desk.activeClients.map(\.id)
    let cards = clients.flatMap { desk.columns(of: $0) }.flatMap { desk.cards(in: $0.id) }
      .filter { $0.doneAt == nil }
    let whole = cards.filter { TextFold.text($0.title) == wanted }
    guard whole.isEmpty else { return whole.count == 1 ? whole[0] : nil }
    let fitting = cards.filter { card in
      let parts = TextFold.text(card.title).split { $0.isWhitespace || $0.isPunctuation }
      return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// `Coach Lin · Newsletter 48`.
  func name(of subject: TimerSubject) -> String {
    let note = subject.note.isEmpty ? subject.card.flatMap { desk.card($0)?.title } ?? "" : subject.note
    return [subject.client.flatMap { desk.client($0)?.name } ?? "", note].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// Says what runs, and how much time today has.
  func answerStatus() {
    let today = home.span(of: home.date(at: now))
    let spent = desk.secondsSpent(in: today, now: now)
    guard wantsJSON else {
      if let running = desk.running {
        say(
          "● \(DurationText.clock(running.seconds(at: now)))  \(Printable.line(name(of: TimerSubject(of: running))))"
        )
      } else {
        say("no timer is running")
      }
      return say("today \(DurationText.hours(spent))")
    }
    answer { writer in
      writer.object { writer in
        writer.key("running")
        if let running = desk.running {
          writer.object { writer in
            writer.field("id", running.id.raw)
            writer.field("client", running.client.flatMap { desk.client($0)?.slug })
            writer.field("card", running.card?.raw)
            writer.field("note", running.note)
            writer.field("start", running.start.text)
            writer.field("seconds", running.seconds(at: now))
          }
        } else {
          writer.null()
        }
        writer.key("today")
        writer.object { $0.field("seconds", spent) }
      }
    }
  }
}
