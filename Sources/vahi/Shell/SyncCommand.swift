import ArgumentParser
import Dashboard
import Desk
import JSONText
import Store

/// `vahi sync`: brings the calendar folders of the configuration and the desk together.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Bring the calendar folders of the configuration and the desk together.",
    discussion: """
      A folder with one .ics an event, as vdirsyncer and khal keep it (vdir), is named in config.json: \
      "calendars": [{"folder": "~/calendars/lin", "client": "coach-lin"}]. What changed on one side goes to the other. \
      The open dashboard does this by itself.
      """)
  @Flag(help: "Believe a folder in which nothing is left, and take all of it away here.") var emptied = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options)
    let settings = LoadedConfiguration(session.surroundings, session.phrases)
    for problem in settings.problems { Shell.complain(problem) }
    let folders = settings.configuration.calendars
    guard !folders.isEmpty else { throw ShellFailure.usage("sync: \(session.phrases.follow.noFolders)") }
    let follower = CalendarFollower(folders, session.surroundings, session.phrases)
    let outcomes = follower.follow(
      session.store, context: session.context, patience: 10_000, emptied: emptied,
      catchUp: { _ = session.store.follow() },
      commit: { transaction throws(StoreError) in try session.store.commit(transaction) })
    session.close()
    guard let outcomes else {
      throw ShellFailure.failed(Words.fill(session.phrases.errors.busy, session.phrases.follow.folders))
    }
    if session.wantsJSON {
      session.answer { writer in
        writer.array { writer in
          for outcome in outcomes {
            writer.object { writer in
              writer.field("folder", outcome.folder)
              writer.field("came", outcome.came)
              writer.field("went", outcome.went)
              writer.field("removed", outcome.removed)
              writer.strings("notes", outcome.notes)
              writer.field("failure", outcome.failure)
            }
          }
        }
      }
    } else {
      for outcome in outcomes where outcome.failure == nil {
        session.say(Printable.paragraph(outcome.line(session.phrases.follow)))
      }
    }
    let failed = outcomes.filter { $0.failure != nil }
    for outcome in failed { Shell.complain("sync: \(outcome.line(session.phrases.follow))") }
    guard failed.isEmpty else {
      throw ExitCode((failed.contains(where: \.isBadData) ? ShellFailure.Status.badData : .failed).rawValue)
    }
  }
}
