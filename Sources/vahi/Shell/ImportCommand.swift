import ArgumentParser
import Canvas
import Civil
import Dashboard
import Desk
import Exchange
import Glibc
import JSONText
import SystemPackage

/// `vahi import`: brings in what other programs wrote.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in what another program has written.",
    subcommands: [Trello.self, Calendar.self])

  struct Trello: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring in a board that Trello exported as JSON.",
      discussion: """
        One change that can be undone whole. The same file again adds nothing; a later export of the same board adds \
        and updates what has changed. FILE may be - for standard input.
        """)
    @Argument(help: "The exported file.") var file: String
    @OptionGroup var client: ClientOption
    @Option(help: "Make a client of this name for it.") var new: String?
    @Option(help: "Zone or city of the new client; else the home zone.") var zone: String?
    @OptionGroup var options: GlobalOptions

    func run() throws {
      if client.client == nil, new == nil {
        throw ShellFailure.usage("import trello: say for whom, with --client SLUG or --new NAME")
      }
      if client.client != nil, new != nil || zone != nil {
        throw ShellFailure.usage(
          "import trello: --client is for a client that is there, --new and --zone for a new one")
      }
      let session = try ShellSession(options)
      let target = try target(session)
      let bar = ProgressBar(file)
      // Whatever comes of it is said below no bar.
      defer { bar.clear() }
      let result = try ImportFile.plan(file, bar) { (bytes, progress) throws(ExchangeError) in
        try TrelloImport.plan(
          bytes, into: target, of: session.desk, context: session.context,
          words: ImportWords(session.phrases), progress: progress)
      }
      if !result.transaction.isEmpty {
        bar.showSaving()
        try session.commit(result.transaction)
      }
      bar.clear()
      guard session.wantsJSON else {
        let lines = result.report.lines(session.phrases.report, isEmpty: result.transaction.isEmpty)
        return session.say(lines.map(Printable.line).joined(separator: "\n"))
      }
      let slug = result.client.flatMap { session.desk.client($0)?.slug }
      session.answer { result.report.write(to: &$0, client: slug) }
    }

    private func target(_ session: ShellSession) throws(ShellFailure) -> ImportTarget {
      if let client = try session.client(client) { return .client(client.id) }
      return .new(try session.newClient(new ?? "", zone: zone))
    }
  }
}

/// The file that an import is given.
enum ImportFile {
  /// Reads it whole; `-` is standard input.
  static func read(_ file: String) throws(ShellFailure) -> [UInt8] {
    do throws(Errno) {
      return try RawFile.read(file == "-" ? "/dev/stdin" : file)
    } catch {
      throw .failed("\(file): cannot be read (\(error.description)), check the name and the permissions")
    }
  }

  /// Reads it and plans what it brings, with a bar where that takes long.
  static func plan<Plan>(
    _ file: String, _ bar: ProgressBar,
    _ plan: (_ bytes: [UInt8], _ progress: (Int, Int) -> Void) throws(ExchangeError) -> Plan
  ) throws(ShellFailure) -> Plan {
    let bytes = try read(file)
    do throws(ExchangeError) {
      return try plan(bytes) { bar.show($0, of: $1) }
    } catch {
      throw ShellFailure(error, file: file)
    }
  }
}

extension ShellSession {
  /// The client that an import makes, by what `--new` and `--zone` say.
  func newClient(_ name: String, zone: String?) throws(ShellFailure) -> ClientDraft {
    let name = Printable.typed(name)
    guard !name.isEmpty else { throw .usage("--new: the name is empty, give one") }
    var draft = ClientDraft(name: name, zone: home.name)
    if let zone { draft.zone = try self.zone(zone).name }
    return draft
  }
}

/// A bar on standard error for a file that takes longer than half a second; nothing where no terminal is.
struct ProgressBar {
  private let name: String
  private let patience: Duration
  private let now: () -> ContinuousClock.Instant
  private let started: ContinuousClock.Instant
  private let write: ((String) -> Void)?
  private static let width = 30

  /// - Parameters:
  ///   - file: its name is shown without its folders, which may be longer than the line.
  ///   - patience: how long nothing is shown.
  ///   - write: takes what is written over the line; nil where nobody sees it.
  init(
    _ file: String, patience: Duration = .milliseconds(500),
    now: @escaping () -> ContinuousClock.Instant = { ContinuousClock.now },
    write: ((String) -> Void)? = ProgressBar.terminal()
  ) {
    name = TextWidth.cut(Printable.line(file.split(separator: "/").last.map(String.init) ?? file), to: 24)
    self.patience = patience
    self.now = now
    started = now()
    self.write = write
  }

  private var isLate: Bool { write != nil && now() - started > patience }

  func show(_ done: Int, of total: Int) {
    guard isLate, total > 0 else { return }
    let full = min(Self.width, done * Self.width / total)
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    put("vahi: reading \(name) \(bar) \(done * 100 / total)%")
  }

  /// How long the disk takes is not known before.
  func showSaving() {
    if isLate { put("vahi: saving what came of \(name) …") }
  }

  func clear() {
    if isLate { put("") }
  }

  private func put(_ text: String) { write?("\r\(text)\u{1b}[K") }

  private static func terminal() -> ((String) -> Void)? {
    guard isatty(STDERR_FILENO) != 0 else { return nil }
    return { Shell.write(Array($0.utf8), to: STDERR_FILENO) }
  }
}
