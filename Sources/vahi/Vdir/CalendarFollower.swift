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
      return folders.map { folder in
        var outcome = Outcome(folder: folder.folder)
        follow(folder, store, context, emptied, commit, &outcome)
        return outcome
      }
    }
  }

  private func follow(
    _ folder: Configuration.Calendar, _ store: Store, _ context: ChangeContext, _ emptied: Bool,
    _ commit: (Transaction) throws(StoreError) -> Void, _ outcome: inout Outcome
  ) {
    let text = words.follow
    let path = path(of: folder)
    var client: ClientID?
    if let slug = folder.client {
      guard let found = store.desk.client(slug: slug) else {
        outcome.failure = Words.fill(text.noClient, slug)
        return
      }
      client = found.id
    }
    let file = StateFile(surroundings, "calendar-\(store.folder)-\(path)-\(folder.client ?? "")")
    let before = VdirState(file.bytes ?? [])
    let stamps = Dictionary(
      before.items.values.map { ($0.file, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    do throws(Errno) {
      let vdir = VdirFolder(path: path)
      let files = try vdir.files(known: stamps)
      guard !files.isEmpty || before.items.isEmpty || emptied else {
        let count = before.items.count
        outcome.failure = Words.fill(count == 1 ? text.emptiedOfOne : text.emptied, "\(count)")
        outcome.isBadData = true
        return
      }
      let plan = VdirSync.plan(
        files, state: before, client: client, of: store.desk, context: context, copyTitle: text.copyTitle)
      outcome.came = plan.came
      outcome.went = plan.went
      outcome.notes = plan.notes.map {
        Words.fill(text.notes[$0.note.rawValue] ?? $0.note.rawValue, $0.about)
      }
      do throws(StoreError) {
        if !plan.transaction.isEmpty { try commit(plan.transaction) }
      } catch {
        outcome.failure = error.text(words.errors)
        return
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
    } catch {
      outcome.failure = Words.fill(words.follow.cannotOpen, error.description)
    }
  }
}

extension CalendarFollower.Outcome {
  /// What happened, in one line.
  func line(_ words: FollowWords) -> String {
    if let failure { return Words.fill(words.failed, folder, failure) }
    let counts = came + went == 0 ? words.same : Words.fill(words.counts, "\(came)", "\(went)")
    return ([Words.fill(words.folder, folder, counts)] + notes).joined(separator: "\n  ")
  }
}
