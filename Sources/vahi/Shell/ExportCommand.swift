import ArgumentParser
import Desk
import Exchange
import Glibc
import JSONText
import SystemPackage

/// `vahi export`: gives out what is on the desk.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Give out what is on the desk.", subcommands: [JSON.self, Calendar.self])

  struct JSON: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the whole desk, or one client's part of it, as one JSON document.")
    @Argument(help: "Where to; else standard output.") var file: String?
    @OptionGroup var client: ClientOption
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let bytes = JSONExport.document(session.desk, of: try session.client(client)?.id, now: session.now)
      guard let file, file != "-" else { return Shell.write(bytes, to: STDOUT_FILENO) }
      try ExportFile.write(bytes, to: file)
      guard !session.wantsJSON else { return session.answer { $0.object { $0.field("file", file) } } }
      session.say("\(session.desk.allCards.count) cards, \(session.desk.allEntries.count) entries → \(file)")
    }
  }
}

/// The file that an export goes into.
enum ExportFile {
  /// Writes it beside and puts it in place, so that an earlier export is whole until this one is.
  static func write(_ bytes: [UInt8], to file: String) throws(ShellFailure) {
    do throws(Errno) {
      try RawFile.write(bytes, to: file + ".new")
      guard rename(file + ".new", file) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unlink(file + ".new")
      throw .failed("\(file): cannot be written (\(error.description)), name another file")
    }
  }
}
