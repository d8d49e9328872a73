import Canvas
import Civil
import Dashboard
import Desk
import Store
import Terminal

/// The dashboard while it is open: inputs from the terminal, the disk and the clock go into `Dashboard.update`,
/// what it asks for is done, and the picture goes back.
///
/// Sleeps in one `poll` until something comes or something visible changes.
final class Session {
  let surroundings: Surroundings
  let clock: WallClock
  let terminal: Terminal
  let words = Words.english
  private let ids: IdentifierSource
  private let systemZone: String
  private var looks: Looks
  var store: Store
  var state: ViewState
  private var memory = FrameMemory()
  private var isDone = false
  /// Notices of the store that were shown already.
  private var noticesShown = 0
  private var title = ""
  private var place: PlaceFile
  private let follower: CalendarFollower
  private let vdirWatch: VdirWatch
  /// When the calendar folders were last looked at, and what the desk was then.
  private var followed: (at: Instant, revision: Int, outcomes: [String])?
  /// When something last came from the terminal.
  private var lastInput: Instant?
  /// Whether keys came the last time that anything happened.
  private var isTyping = false
  private(set) var notifier: Notifier
  private var settings: LoadedConfiguration
  private var nextReminder = NextReminder()

  init(
    store: Store, terminal: Terminal, clock: WallClock, surroundings: Surroundings,
    settings: LoadedConfiguration
  ) {
    self.store = store
    self.terminal = terminal
    self.clock = clock
    self.surroundings = surroundings
    ids = surroundings.identifiers
    systemZone = store.desk.isEmpty ? surroundings.systemZone() : "UTC"
    looks = Looks(surroundings: surroundings, configured: settings.configuration.theme, depth: terminal.depth)
    looks.prepare(store.desk.settings.theme)
    follower = CalendarFollower(settings.configuration.calendars, surroundings, words)
    vdirWatch = VdirWatch(isNeeded: !settings.configuration.calendars.isEmpty)
    place = PlaceFile(surroundings, desk: store.folder)
    self.settings = settings
    notifier = Notifier(
      surroundings, desk: store.folder, terminal: terminal, rings: settings.configuration.bell,
      isOn: settings.configuration.notify)
    state = ViewState(width: terminal.width, height: terminal.height)
    state = Dashboard.start(size: state.size, world: world, at: place.saved)
    if let problem = settings.complaint(words) { state.message = Message(.warning, problem) }
  }

  /// Runs until the person leaves or the terminal is gone.
  func run() {
    present()
    store.startLoading()
    showThemeMistakes(looks.readAll())
    showNotices()
    handle(.returned(place.saved.seenAt))
    place.save(state.place, at: clock.now, isLeaving: true)
    present()
    while !isDone {
      let watched = store.wakeDescriptors + [vdirWatch.descriptor].compactMap { $0 }
      // The first time soon after the start, from then on when something happens there.
      let calendars = canFollowCalendars ? followed == nil ? 100 : vdirWatch.patience : nil
      let wake = terminal.wait(
        milliseconds: [patience, calendars].compactMap { $0 }.min(), watching: watched)
      isTyping = !wake.inputs.isEmpty
      if isTyping { lastInput = clock.now }
      for input in wake.inputs where !isDone { handle(.terminal(input)) }
      if let folder = vdirWatch.descriptor, wake.ready.contains(folder) { vdirWatch.take() }
      if wake.ready.contains(where: { $0 != vdirWatch.descriptor }), store.follow() { handle(.deskChanged) }
      if wake.inputs.isEmpty { handle(.tick) }
      showNotices()
      guard !isDone else { break }
      present()
      // While nobody types, a long journal is brought into the files.
      if wake.inputs.isEmpty {
        store.snapshotIfWorthwhile()
        place.save(state.place, at: clock.now)
        notifier.reap()
        followCalendars()
      }
    }
    notifier.reap(ending: true)
    followCalendars(isLast: true)
    place.save(state.place, at: clock.now, isLeaving: true)
  }

  /// Brings the calendar folders and the desk together: when something happened there, some seconds after something was
  /// done here, else once a minute, and at the end.
  private func followCalendars(isLast: Bool = false) {
    guard canFollowCalendars else { return }
    let now = clock.now
    if let followed, now.seconds(since: followed.at) < 50, !isLast, !vdirWatch.isDue, untilWritten != 0 {
      return
    }
    if isLast, followed?.revision == store.desk.revision { return }
    let before = followed?.outcomes ?? []
    guard let outcomes = follow(now) else { return }
    let told = outcomes.compactMap { $0.news(words.follow) }
    if let news = told.first(where: { !before.contains($0) }), !isLast { tell(.warning, news) }
    if !isLast { present() }
  }

  /// Says what came of the folders, which names events of any client: not to whom the screen is shared with.
  private func tell(_ kind: Message.Kind, _ text: String) {
    handle(.notice(Message(kind, state.isPrivate ? words.general.privateClient : text)))
  }

  /// Brings them together because the person asks for it, and says what came of it.
  func followCalendarsAsked() {
    guard !follower.folders.isEmpty else {
      return handle(.notice(Message(.warning, words.follow.noFolders)))
    }
    store.loadEverything()
    guard let outcomes = follow(clock.now) else {
      return handle(.notice(Message(.warning, Words.fill(words.errors.busy, words.follow.folders))))
    }
    let text = outcomes.map { $0.news(words.follow) ?? $0.line(words.follow) }.joined(separator: " · ")
    tell(outcomes.allSatisfy(\.isQuiet) ? .done : .warning, text)
  }

  /// Nil where another process is at it.
  private func follow(_ now: Instant) -> [CalendarFollower.Outcome]? {
    vdirWatch.watch(follower.paths)
    vdirWatch.settle()
    let context = ChangeContext(now: now, ids: ids)
    let outcomes = follower.follow(
      store, context: context, catchUp: { if store.follow() { handle(.deskChanged) } },
      commit: { transaction throws(StoreError) in handle(.committed(try store.commit(transaction))) })
    // Another dashboard or the shell is at it: what it leaves is looked at right after.
    guard let outcomes else {
      vdirWatch.take()
      return nil
    }
    followed = (now, store.desk.revision, outcomes.compactMap { $0.news(words.follow) })
    return outcomes
  }

  private var canFollowCalendars: Bool {
    !follower.folders.isEmpty && store.isComplete && store.readOnly == nil
  }

  /// Seconds until what was done here is written to the calendar folders: some after the last key; nil where nothing was.
  private var untilWritten: Int? {
    guard let followed, followed.revision != store.desk.revision else { return nil }
    let last = max(lastInput ?? followed.at, followed.at)
    return max(0, 3 - clock.now.seconds(since: last))
  }

  /// What updates and views may look at; made for one use, since a kept copy of the desk would be copied whole
  /// at the next change.
  private var world: World {
    World(
      desk: store.desk, now: clock.now, ids: ids, words: words, keymap: settings.keymap,
      themes: looks.library,
      frames: settings.configuration.frames,
      readOnly: store.readOnly.flatMap { reason in reason.isFinal ? reason.text(words.errors) : nil },
      damagedBoards: store.damagedBoards.mapValues { $0.text(words.errors) },
      systemZone: systemZone, reminders: settings.configuration.reminders, memory: memory)
  }

  func handle(_ input: Input) {
    for effect in updated(input) { perform(effect) }
  }

  private func updated(_ input: Input) -> [Effect] { Dashboard.update(&state, input, world) }

  /// Shows the state as it is now.
  func present() {
    let world = world
    let theme = Dashboard.theme(state, world)
    let title = Dashboard.title(state, world)
    if title != self.title {
      self.title = title
      terminal.setTitle(title)
    }
    terminal.present(Dashboard.view(state, world, theme: looks.fitted(theme)))
  }

  /// Milliseconds until something visible changes by itself; nil when nothing does.
  private var patience: Int? {
    guard !clock.isFrozen else { return nil }
    let toSecond = clock.millisecondsToNextSecond
    if store.desk.running != nil { return toSecond }
    let now = clock.now
    let second = Int(now.seconds % 60)
    // Where one is now is kept as soon as the keys pause.
    if isTyping { return min(400, toSecond) }
    var wait = (59 - second) * 1000 + toSecond
    if let next = nextReminder.moment(store.desk, now, settings.configuration.reminders) {
      wait = min(wait, max(0, next.seconds(since: now) - 1) * 1000 + toSecond)
    }
    if canFollowCalendars, let seconds = untilWritten {
      wait = min(wait, max(0, seconds - 1) * 1000 + toSecond)
    }
    if let until = state.message?.until {
      wait = min(wait, max(0, until.seconds(since: now) - 1) * 1000 + toSecond)
    }
    return wait
  }

  /// Says what is wrong with themes, counted with what is wrong in the configuration, unless something else is said.
  private func showThemeMistakes(_ problems: [ThemeProblem]) {
    let before = settings.complaint(words)
    settings.add(themeProblems: problems, looks.library, surroundings, words)
    guard let complaint = settings.complaint(words), complaint != before,
      state.message == nil || state.message?.kind == .note || state.message?.text == before
    else { return }
    handle(.notice(Message(.warning, complaint)))
  }

  private func showNotices() {
    guard store.notices.count > noticesShown else { return }
    let notices = store.notices[noticesShown...]
    noticesShown = store.notices.count
    let text = notices.map { $0.text(words.errors) }.joined(separator: " ")
    handle(.notice(Message(.warning, text)))
  }

  /// Turns to another desk, as the sample from the first screen.
  func turn(to store: Store) {
    self.store.close()
    self.store = store
    memory = FrameMemory()
    noticesShown = 0
    // What was noted of the other desk goes by its revisions, which this one counts anew.
    nextReminder = NextReminder()
    followed = nil
    place = PlaceFile(surroundings, desk: store.folder)
    notifier = Notifier(
      surroundings, desk: store.folder, terminal: terminal, rings: settings.configuration.bell,
      isOn: settings.configuration.notify)
    state = Dashboard.start(size: state.size, world: world, at: place.saved)
    store.startLoading()
  }

  func leave() { isDone = true }
}

/// The moment within this minute at which something is to be told of, looked up once a minute and change.
///
/// Blocks begin at full minutes nearly always, so that it seldom wakes anybody up who would sleep on.
private struct NextReminder {
  private var revision = -1
  private var minute: Int64 = -1
  private var found: Instant?

  mutating func moment(_ desk: Desk, _ now: Instant, _ rule: ReminderRule) -> Instant? {
    if revision != desk.revision || minute != now.seconds / 60 || found.map({ $0 <= now }) == true {
      revision = desk.revision
      minute = now.seconds / 60
      found = desk.nextReminder(after: now, rule, within: 60)
    }
    return found
  }
}
