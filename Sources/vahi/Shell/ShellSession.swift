import Civil
import Dashboard
import Desk
import Glibc
import JSONText
import Store

/// An open desk for one command: clock, zones, grammar, and how to answer.
final class ShellSession {
  let surroundings: Surroundings
  let clock: WallClock
  let store: Store
  let wantsJSON: Bool
  /// Whether headings may be in bold.
  let isStyled: Bool
  private var noticesTold = 0

  var desk: Desk { store.desk }
  var now: Instant { clock.now }
  var context: ChangeContext { ChangeContext(now: now, ids: surroundings.identifiers) }

  /// Opens the desk that the options name.
  ///
  /// - Parameters:
  ///   - whole: whether the command needs what the first paint does not: archives, old months.
  ///   - plans: whether it needs of that only what planning does.
  init(_ options: GlobalOptions, whole: Bool = true, plans: Bool = false) throws {
    surroundings = Surroundings.current()
    let clock = try Self.clock(options)
    self.clock = clock
    wantsJSON = options.json
    isStyled = !surroundings.wantsNoColour && isatty(STDOUT_FILENO) != 0
    do throws(StoreError) {
      store = try Store.open(
        surroundings.dataFolder(options.data), zones: surroundings.zones(), now: { clock.now })
    } catch {
      throw ShellFailure(error)
    }
    if plans, options.now == nil {
      // An archived block of an earlier year that is over has nothing to do with what is planned from now on; a clock
      // that was set back may stand before its end.
      let wall = WallTime(utc: clock.now.adding(-366 * CivilDate.secondsADay))
      store.loadWork(since: wall.date.year)
    } else if whole {
      store.loadEverything()
    }
    tellNotices()
  }

  static func clock(_ options: GlobalOptions) throws(ShellFailure) -> WallClock {
    guard let text = options.now else { return WallClock(isFrozen: options.freeze) }
    guard let start = Instant(text: text) else {
      throw .usage("--now \(text): this is no instant, write it as 2026-11-23T09:00:00Z")
    }
    return WallClock(start: start, isFrozen: options.freeze)
  }

  /// The person's zone; on a desk that nobody has set up yet, the system's.
  var home: Zone {
    desk.settings == Settings() ? desk.zone(surroundings.systemZone()) : desk.homeZone
  }

  /// What is said to the person.
  let phrases = Words.english
  var words: DateWords { phrases.dates }

  /// What the grammar needs to read a text about a client.
  func grammar(_ client: Client? = nil) -> GrammarContext {
    var context = desk.grammarContext(now: now, client: client?.id)
    context.home = home
    if client == nil { context.zone = home }
    return context
  }

  /// Says which zones count as UTC's because their rules are not there: times by their clocks must not go to anybody
  /// unseen.
  ///
  /// - Parameter clients: whose zones it is about, beside home's.
  func tellLostZones(of clients: Set<ClientID>) {
    let text = ClockText(desk, today: home.date(at: now), phrases)
    for problem in desk.zoneProblems() where problem.isHome || !clients.isDisjoint(with: problem.clients) {
      Shell.complain(text.sentence(problem))
    }
  }

  /// Makes a change and waits until the disk has it.
  func commit(_ transaction: Transaction) throws {
    do throws(StoreError) {
      try keep(transaction)
    } catch {
      throw ShellFailure(error)
    }
  }

  private func keep(_ transaction: Transaction) throws(StoreError) {
    var transaction = transaction
    let settings = Settings(homeZone: surroundings.systemZone())
    if desk.settings == Settings(), settings != Settings(), !transaction.touchesSettings {
      // The first thing done on a new desk also says where its person lives.
      transaction.changes.append(
        RecordChange(before: .settings(desk.settings), after: .settings(settings)))
    }
    try store.commit(transaction)
    close()
  }

  /// One of several changes; nil when it turns out that there is nothing to do.
  typealias Step = (Desk) throws -> Transaction?

  /// Does several changes as one that is undone as one.
  func compose(_ action: String, _ steps: [Step]) throws -> Transaction {
    var copy = desk
    var order: [RecordKey] = []
    var before: [RecordKey: Record?] = [:]
    var arguments: [String] = []
    for step in steps {
      do {
        guard let transaction = try step(copy) else { continue }
        if arguments.isEmpty { arguments = transaction.arguments }
        for change in transaction.changes where before[change.key] == nil {
          order.append(change.key)
          before[change.key] = .some(change.before)
        }
        copy.apply(transaction)
      } catch let error as DeskError {
        throw ShellFailure(StoreError.change(error))
      }
    }
    let changes = order.compactMap { key -> RecordChange? in
      let old = before[key] ?? nil
      if let new = copy.record(key) { return RecordChange(before: old, after: new) }
      return old.map { RecordChange(removing: $0) }
    }
    return Transaction(at: now, action: action, arguments: arguments, changes: changes)
  }

  /// Makes one change, saying what the desk has against it.
  ///
  /// Where another process was faster, the change is worked out again on the desk as it is now.
  @discardableResult
  func change(_ step: (Desk) throws(DeskError) -> Transaction) throws -> Transaction {
    var triesLeft = 5
    while true {
      triesLeft -= 1
      do throws(StoreError) {
        let transaction: Transaction
        do throws(DeskError) {
          transaction = try step(desk)
        } catch {
          throw StoreError.change(error)
        }
        try keep(transaction)
        return transaction
      } catch {
        switch error {
        case .change(.changedElsewhere), .change(.alreadyRunning): if triesLeft > 0 { continue }
        default: break
        }
        throw ShellFailure(error)
      }
    }
  }

  /// Syncs, and says what there is to know about the files.
  func close() {
    store.close()
    tellNotices()
  }

  /// Says what the store has to tell that was not said yet.
  private func tellNotices() {
    for notice in store.notices[noticesTold...] { Shell.complain(notice.text(phrases.errors)) }
    noticesTold = store.notices.count
  }
}

// Answers.
extension ShellSession {
  /// Writes one JSON document.
  func answer(_ body: (inout JSONWriter) -> Void) { ShellAnswer.json(body) }

  func say(_ text: String) {
    if !text.isEmpty { Shell.say(text) }
  }

  func heading(_ text: String) -> String { isStyled ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

  /// What `add` answers: the new id, or with `--json` the record.
  func answerNew(_ id: String, _ record: (inout JSONWriter) -> Void) {
    if wantsJSON { answer(record) } else { Shell.say(id) }
  }
}

extension Transaction {
  var touchesSettings: Bool { changes.contains { $0.key == .settings } }
}
