import ArgumentParser
import Store

/// `vahi doctor`: looks after the files of a desk.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what is wrong with the desk's files, and mend it.",
    discussion: "A damaged file is never overwritten: what --repair replaces is kept beside it.")
  @Flag(help: "Mend what can be mended.") var repair = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try ShellSession(options)
    session.close()
    guard session.store.notices.isEmpty else {
      throw ShellFailure.badData("\(session.store.folder): see above")
    }
    session.say("\(session.store.folder): all files are sound")
  }
}
