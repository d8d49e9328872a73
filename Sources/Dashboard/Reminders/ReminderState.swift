import Civil
import Desk

/// What was told of blocks that begin, and until when was looked.
package struct ReminderState: Equatable, Sendable {
  /// Until when the calendar was looked through; nil before the first time.
  package var checked: Instant?
  package var banner: ReminderBanner?

  package init() {}
}

/// A box over the screen that says what begins, or what began unseen.
package struct ReminderBanner: Equatable, Sendable {
  package var coming: [OccurrenceID] = []
  package var missed: [OccurrenceID] = []
  /// Since when it is there: a key pressed at once was meant for something else.
  package var since: Instant

  package init(since: Instant) { self.since = since }
}

/// What rings outside the window.
package struct ReminderNotice: Equatable, Sendable {
  package var title: String
  package var body: String
  /// The same for the same reminder in every dashboard, so that one of them rings.
  package var key: String

  package init(title: String, body: String, key: String) {
    self.title = title
    self.body = body
    self.key = key
  }
}

/// Tells of blocks before they begin, or after.
enum Reminders {
  /// Seconds for which keys leave a new banner alone.
  static let calm = 3
  /// More are not listed.
  static let most = 4
  /// Seconds after its start for which a block still begins now.
  static let beginning = 60

  /// Looks what there is to tell since the last time; rings for what begins, says what was missed.
  static func look(_ state: inout ViewState, _ world: World) -> [Effect] {
    guard !world.reminders.minutes.isEmpty || world.desk.hasReminders else { return [] }
    let now = world.now
    guard let last = state.reminders.checked, last <= now else {
      state.reminders.checked = now
      return []
    }
    prune(&state, world)
    guard last < now else { return [] }
    state.reminders.checked = now
    let news = world.desk.reminders(after: last, until: now, world.reminders)
    guard !news.isEmpty else { return [] }
    var banner = ReminderBanner(since: now)
    let known = state.reminders.banner?.missed ?? []
    banner.missed = known + news.missed.map(\.id).filter { !known.contains($0) }
    let coming = news.coming.map(\.id)
    banner.coming = coming + (state.reminders.banner?.coming ?? []).filter { !coming.contains($0) }
    state.reminders.banner = banner
    return news.coming.isEmpty ? [] : [.remind(notice(news.coming, state, world))]
  }

  /// The program was away since then: what began meanwhile today was missed.
  static func comeBack(since left: Instant?, _ state: inout ViewState, _ world: World) {
    guard let left else { return }
    state.reminders.checked = max(left, world.day(world.today).start)
  }

  /// What has begun and nobody pressed a key at was missed, also where it was told of after its start; what is gone from
  /// the calendar is told of no longer.
  private static func prune(_ state: inout ViewState, _ world: World) {
    guard var banner = state.reminders.banner else { return }
    let begun = world.now.adding(-beginning)
    for id in banner.coming where banner.since <= begun && !banner.missed.contains(id) {
      if let start = world.desk.occurrence(id)?.start, start <= begun { banner.missed.append(id) }
    }
    banner.coming.removeAll { banner.missed.contains($0) || world.desk.occurrence($0) == nil }
    banner.missed.removeAll { world.desk.occurrence($0) == nil }
    state.reminders.banner = banner.coming.isEmpty && banner.missed.isEmpty ? nil : banner
  }

  /// Something was pressed: the banner has been seen.
  static func dismiss(_ state: inout ViewState, _ world: World) {
    guard let banner = state.reminders.banner, world.now.seconds(since: banner.since) >= calm else { return }
    state.reminders.banner = nil
  }

  // Words.

  /// `in 10 min`, `now`, `began 5 min ago`.
  static func lead(_ item: Occurrence, _ world: World) -> String {
    let words = world.words.watch
    let seconds = item.start.seconds(since: world.now)
    if seconds <= -60 { return Words.fill(words.reminderAgo, DurationText.short(-seconds / 60 * 60)) }
    guard seconds > 0 else { return words.reminderNow }
    return Words.fill(words.reminderIn, DurationText.short((seconds + 59) / 60 * 60))
  }

  /// `10:00 Newsletter 48 · Coach Lin`.
  static func text(_ item: Occurrence, _ state: ViewState, _ world: World) -> String {
    let clock = DateText.clock(world.desk.homeZone.wall(at: item.start))
    guard !state.isPrivate || item.block.client == state.client else {
      return Words.fill(world.words.watch.reminderBody, clock, world.words.general.privateClient)
    }
    let name = item.block.client.flatMap { world.desk.client($0)?.name }.map { " · " + $0 } ?? ""
    let place = [item.block.location, item.block.link].compactMap { $0 }.first { !$0.isEmpty }
    return Words.fill(world.words.watch.reminderBody, clock, item.block.title) + name
      + (place.map { " · " + $0 } ?? "")
  }

  private static func notice(_ items: [Occurrence], _ state: ViewState, _ world: World) -> ReminderNotice {
    let title = items.first.map { lead($0, world) } ?? ""
    // The title is that of the first; what begins at another time says when itself.
    var lines = items.prefix(most).map { item in
      let (lead, text) = (lead(item, world), text(item, state, world))
      return lead == title ? text : lead + " · " + text
    }
    if items.count > most { lines.append(Words.fill(world.words.watch.more, "\(items.count - most)")) }
    let key = items.map { item in
      let lead = (item.start.seconds(since: world.now) + 59) / 60
      return "\(item.blockID.raw)@\(item.start.seconds)-\(lead)"
    }
    return ReminderNotice(
      title: title, body: lines.joined(separator: "\n"), key: key.joined(separator: ","))
  }
}
