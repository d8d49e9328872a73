import ArgumentParser
import Civil
import Dashboard
import Desk
import Exchange
import Glibc
import JSONText

extension ImportCommand {
  struct Calendar: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ics", abstract: "Bring in a calendar in the iCalendar format (.ics).",
      discussion: """
        Events become blocks, series repeat, moved occurrences stay with their series. One change that can be undone \
        whole. The same file again adds nothing; a later one updates what has changed in it. Whatever cannot be taken \
        is told by its line. FILE may be - for standard input.
        """)
    @Argument(help: "The calendar file.") var file: String
    @OptionGroup var client: ClientOption
    @Flag(help: "It is your own time, no client's.") var own = false
    @Option(help: "Make a client of this name for it.") var new: String?
    @Option(help: "Zone or city of the new client; else the home zone.") var zone: String?
    @OptionGroup var options: GlobalOptions

    func run() throws {
      if client.client == nil, new == nil, !own {
        throw ShellFailure.usage("import ics: say for whom, with --client SLUG, --new NAME or --own")
      }
      if [client.client != nil, new != nil, own].count(where: { $0 }) > 1 {
        throw ShellFailure.usage("import ics: --client, --new and --own exclude each other, give one")
      }
      if zone != nil, new == nil {
        throw ShellFailure.usage("import ics: --zone is for a new client, with --new")
      }
      let session = try ShellSession(options)
      let target = try target(session)
      let bar = ProgressBar(file)
      // Whatever comes of it is said below no bar.
      defer { bar.clear() }
      let result = try ImportFile.plan(file, bar) { (bytes, progress) throws(ExchangeError) in
        try CalendarImport.plan(
          bytes, into: target, of: session.desk, context: session.context, progress: progress)
      }
      if !result.transaction.isEmpty {
        bar.showSaving()
        try session.commit(result.transaction)
      }
      bar.clear()
      guard session.wantsJSON else {
        let lines = result.report.lines(session.phrases.calendarReport, isEmpty: result.transaction.isEmpty)
        return session.say(lines.map(Printable.line).joined(separator: "\n"))
      }
      let slug = result.client.flatMap { session.desk.client($0)?.slug }
      session.answer { result.report.write(to: &$0, client: slug) }
    }

    private func target(_ session: ShellSession) throws(ShellFailure) -> CalendarTarget {
      if let client = try session.client(client) { return .client(client.id) }
      return own ? .own : .new(try session.newClient(new ?? "", zone: zone))
    }
  }
}

extension ExportCommand {
  struct Calendar: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ics", abstract: "Write blocks as a calendar in the iCalendar format (.ics).",
      discussion: "With --from or --to what takes place in that time; a series that does is written whole.")
    @Argument(help: "Where to; else standard output.") var file: String?
    @OptionGroup var client: ClientOption
    @Option(parsing: .unconditional, help: "From this day or instant on.") var from: String?
    @Option(parsing: .unconditional, help: "Up to the end of this day, or up to this instant.") var to:
      String?
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let client = try session.client(client)
      let export = CalendarExport(
        session.desk, now: session.now, words: ImportWords(session.phrases))
      let blocks = export.blocks(of: client?.id, in: try session.range(from: from, to: to, of: .planned))
      session.tellLostZones(of: Set(client.map { [$0.id] } ?? session.desk.activeClients.map(\.id)))
      let bytes = export.document(blocks, name: client?.name)
      guard let file, file != "-" else { return Shell.write(bytes, to: STDOUT_FILENO) }
      try ExportFile.write(bytes, to: file)
      guard !session.wantsJSON else {
        return session.answer { writer in
          writer.object { writer in
            writer.field("file", file)
            writer.field("blocks", blocks.count)
          }
        }
      }
      session.say("\(blocks.count) blocks → \(file)")
    }
  }
}
