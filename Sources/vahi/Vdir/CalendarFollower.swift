import Civil
import Dashboard
import Desk
import Exchange
import Glibc
import Store
import SystemPackage

/// Keeps the folders of the configuration and the desk together.
struct CalendarFollower {
  /// What came of one folder.
  struct Outcome {
    var folder: String
    var came = 0
    var went = 0
    /// How many were taken away here.
    var removed = 0
    /// What a person should hear of.
    var notes: [String] = []
    /// Why nothing was done.
    var failure: String?
    /// Whether it is what was found there that cannot be taken.
    var isBadData = false
    var isQuiet: Bool { notes.isEmpty && failure == nil }
  }

  private let surroundings: Surroundings
  private let words: Words
  let folders: [Configuration.Calendar]

  init(_ folders: [Configuration.Calendar], _ surroundings: Surroundings, _ words: Words) {
    self.folders = folders
    self.surroundings = surroundings
    self.words = words
  }

  /// Where the folders are.
  var paths: [String] { folders.map { path(of: $0) } }

  private func path(of folder: Configuration.Calendar) -> String {
    folder.folder.hasPrefix("~/") ? surroundings.home + folder.folder.dropFirst() : folder.folder
  }

  /// Brings every folder and the desk together.
  ///
  /// One process at a time does so: of two that bring in the same new event each would make a block of it.
  ///
  /// - Parameters:
  ///   - patience: milliseconds for which another process that does so is waited for.
  ///   - catchUp: takes in what others have done to the desk.
  ///   - emptied: whether a folder in which nothing is left is believed, and all of it taken away here too.
  ///   - commit: makes a change to the desk, for good before any file is written.
  /// - Returns: what came of each folder; nil where another process is at it.
  func follow(
    _ store: Store, context: ChangeContext, patience: Int = 0, emptied: Bool = false, catchUp: () -> Void,
    commit: (Transaction) throws(StoreError) -> Void
  ) -> [Outcome]? {
    guard let lock = StateFile(surroundings, "calendars-\(store.folder)").lock(patience: patience) else {
      return nil
    }
    return withExtendedLifetime(lock) {
      catchUp()
      var outcomes = folders.map { Outcome(folder: $0.folder) }
      var elsewhere: [String?: Set<String>] = [:]
      // What is new here goes into the first folder of its client, which so has to know what the others have.
      for place in folders.indices.sorted(by: { (isFirst($0) ? 1 : 0, $0) < (isFirst($1) ? 1 : 0, $1) }) {
        let client = folders[place].client
        let uids = follow(
          folders[place], isFirst(place) ? elsewhere[client] ?? [] : nil, store, context, emptied, commit,
          &outcomes[place])
        elsewhere[client, default: []].formUnion(uids)
      }
      return outcomes
    }
  }

  /// Whether it is the first folder of its client.
  private func isFirst(_ place: Int) -> Bool {
    folders.firstIndex { $0.client == folders[place].client } == place
  }

  /// Brings one folder and the desk together.
  ///
  /// - Parameter elsewhere: the UIDs that other folders of the client have; nil where what is new here goes to one of them.
  /// - Returns: the UIDs that this folder has.
  private func follow(
    _ folder: Configuration.Calendar, _ elsewhere: Set<String>?, _ store: Store, _ context: ChangeContext,
    _ emptied: Bool, _ commit: (Transaction) throws(StoreError) -> Void, _ outcome: inout Outcome
  ) -> Set<String> {
    let text = words.follow
    let path = path(of: folder)
    let file = StateFile(surroundings, "calendar-\(store.folder)-\(path)-\(folder.client ?? "")")
    let before = VdirState(file.bytes ?? [])
    let had = Set(before.items.keys)
    var client: ClientID?
    if let slug = folder.client {
      guard let found = store.desk.client(slug: slug) else {
        outcome.failure = Words.fill(text.noClient, slug)
        return had
      }
      client = found.id
    }
    let stamps = Dictionary(
      before.items.values.map { ($0.file, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    do throws(Errno) {
      let vdir = VdirFolder(path: path)
      let files = try vdir.files(known: stamps)
      guard !files.isEmpty || before.items.isEmpty || emptied else {
        let count = before.items.count
        outcome.failure = Words.fill(count == 1 ? text.emptiedOfOne : text.emptied, "\(count)")
        outcome.isBadData = true
        return had
      }
      let plan = VdirSync.plan(
        files, state: before, client: client, of: store.desk, context: context, takesNew: elsewhere != nil,
        elsewhere: elsewhere ?? [], copyTitle: text.copyTitle)
      outcome.came = plan.came
      outcome.went = plan.went
      outcome.removed = plan.removed
      // What was changed twice first.
      let notes = plan.notes.filter { $0.note == .keptBoth } + plan.notes.filter { $0.note != .keptBoth }
      outcome.notes = notes.map {
        Words.fill(text.notes[$0.note.rawValue] ?? $0.note.rawValue, $0.about, $0.other)
      }
      do throws(StoreError) {
        if !plan.transaction.isEmpty { try commit(plan.transaction) }
      } catch {
        outcome.failure = error.text(words.errors)
        return had
      }
      var state = plan.state
      for change in plan.files {
        // What was changed just now stays as it was known, and is looked at again the next time.
        guard let stamp = try vdir.make(change) else {
          state.items[change.uid] = before.items[change.uid]
          continue
        }
        state.items[change.uid]?.stamp = stamp
      }
      if state != before { file.write(state.bytes) }
      return Set(state.items.keys)
    } catch {
      outcome.failure = Words.fill(words.follow.cannotOpen, error.description)
      return had
    }
  }
}

extension CalendarFollower.Outcome {
  /// What happened, in one line.
  func line(_ words: FollowWords) -> String {
    if let failure { return Words.fill(words.failed, folder, failure) }
    let numbers = [came, went, removed].map(String.init)
    let sentence = removed > 0 ? words.countsWithRemoved : came + went > 0 ? words.counts : words.same
    let counts = Words.fill(sentence, numbers)
    return ([Words.fill(words.folder, folder, counts)] + notes).joined(separator: "\n  ")
  }

  /// What a person should hear of in one line of the screen, what matters first; nil where there is nothing.
  func news(_ words: FollowWords) -> String? {
    isQuiet ? nil : failure == nil ? notes.joined(separator: " · ") : line(words)
  }
}
