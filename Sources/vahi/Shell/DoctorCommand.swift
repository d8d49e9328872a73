import ArgumentParser
import Civil
import Dashboard
import Desk
import JSONText
import Store

/// `vahi doctor`: looks after the files of a desk.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what is wrong with the desk's files, and mend it.",
    discussion: """
      Looks through every file and changes nothing. With --repair everything that can be read is kept, and every \
      damaged file is put beside before it is written anew.
      """)
  @Flag(help: "Mend what can be mended.") var repair = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let surroundings = Surroundings.current()
    let folder = surroundings.dataFolder(options.data)
    let zones = surroundings.zones()
    let clock = try ShellSession.clock(options)
    var repairs: [Repair] = []
    if repair {
      do throws(StoreError) {
        repairs = try Store.repair(
          folder, zones: zones, column: Words.english.errors.recoveredColumn, now: { clock.now })
      } catch {
        throw ShellFailure(error)
      }
    }
    let findings = Doctor(folder, zones: zones, now: clock.now).examine()
    let problems = findings.filter { !$0.isNote }
    if options.json {
      ShellAnswer.json { writer in
        writer.object { writer in
          writer.field("folder", folder)
          writer.field("sound", problems.isEmpty)
          writer.strings("repaired", repairs.map(\.shellText))
          writer.strings("problems", problems.map(\.shellText))
          writer.strings("kept", findings.filter(\.isNote).map(\.shellText))
        }
      }
    } else {
      for repair in repairs { Shell.say(Printable.line(repair.shellText)) }
      sayShortened(findings)
    }
    guard problems.isEmpty else {
      let canMend = !repair && problems.contains(where: \.isRepairable)
      throw ShellFailure.badData(
        "\(folder): \(counted(problems.count, "problem")), "
          + (canMend ? "`vahi doctor --repair` mends what it can" : "see above for what to do by hand"))
    }
    if !options.json { Shell.say(Printable.line("\(folder): every file is sound")) }
  }
}

extension DoctorCommand {
  /// One damaged file makes many references lead nowhere: of those a few are enough.
  private func sayShortened(_ findings: [Finding]) {
    let shown = 5
    var dangling = 0
    for finding in findings {
      if case .danglingReference = finding {
        dangling += 1
        guard dangling <= shown else { continue }
      }
      Shell.say(Printable.line(finding.shellText))
    }
    if dangling > shown { Shell.say("… and \(dangling - shown) more that speak of what is not there") }
  }
}

/// So many of something.
private func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

extension Repair {
  /// What was done, in words.
  var shellText: String {
    switch self {
    case .kept(let file, let copy): "\(file): kept as it was in \(copy)"
    case .droppedLines(let file, let count):
      "\(file): \(counted(count, "line")) made no sense and \(count == 1 ? "was" : "were") taken out"
    case .missingChanges(let file, let count):
      "\(file): \(counted(count, "change")) missing, those after them are on the desk"
    case .restored(let file, let records): "\(file): written anew with \(records) records"
    case .newColumn(let client, let cards):
      "client \(client): \(counted(cards, "card")) had lost the column, now in a new one, “\(Words.english.errors.recoveredColumn)”"
    }
  }
}

extension Finding {
  /// Whether it is only worth knowing.
  var isNote: Bool {
    if case .keptFile = self { true } else { false }
  }

  /// What is wrong and what to do about it, in words.
  var shellText: String {
    let words = Words.english.errors
    switch self {
    case .damagedFile(let damage): return damage.text(words)
    case .damagedLine(let line): return "\(line.file): line \(line.line): \(line.problem.shellText)"
    case .tornEnd(let line):
      return "\(line.file): line \(line.line): the end is torn, the next change sets it aside"
    case .newerFormat(let file, let version, let known):
      return StoreError.newerFormat(file: file, version: version, known: known).text(words)
    case .unreadable(let error): return StoreError.unreadable(error).text(words)
    case .duplicateRecord(let key, let file):
      return "\(file): the \(key.shellText) is in another file too, remove it from one of them"
    case .duplicateClient(let folder, let other):
      return "clients/\(folder): this is a copy of clients/\(other), move it out of the desk"
    case .danglingReference(let key, let other):
      let what = "the \(key.shellText) speaks of the \(other.shellText), which is not there"
      if isRepairable { return what + ", `vahi doctor --repair` gives it another" }
      return what + ", `vahi \(key.shellText.replacing(" ", with: " rm "))` removes it"
    case .sharedSlug(let slug):
      return "two clients have the slug \(slug), `vahi client edit ID --slug` changes one"
    case .severalRunning(let ids):
      return
        "more than one timer runs, end one: \(ids.map { "`vahi entry edit \($0.raw) --end`" }.joined(separator: ", "))"
    case .endsBeforeStart(let key):
      return "the \(key.shellText) ends before it starts, `vahi entry edit` sets it right"
    case .block(let id, let problem): return "block \(id.raw): \(problem.text(words))"
    case .lostZone(let problem):
      let what =
        switch problem.error.problem {
        case .missing: "is not in this system's tzdata"
        case .damaged(let why): "has a damaged file in this system's tzdata (\(why))"
        }
      return
        "the zone \(problem.name) of \(problem.owners) \(what) and counts as UTC, install tzdata or choose another"
    case .keptFile(let file): return "\(file): kept by a repair, for you to look at or to remove"
    }
  }
}

extension ZoneProblem {
  /// `yourself, 2 clients, 5 blocks`.
  fileprivate var owners: String {
    let clients = clients.count == 1 ? "a client" : "\(self.clients.count) clients"
    let blocks = self.blocks == 1 ? "a block" : "\(self.blocks) blocks"
    return [
      isHome ? "yourself" : nil, self.clients.isEmpty ? nil : clients, self.blocks == 0 ? nil : blocks,
    ].compactMap { $0 }.joined(separator: ", ")
  }
}

extension DamagedLine.Problem {
  /// What is wrong with a line of the journal.
  var shellText: String {
    switch self {
    case .checksum: "it is not as it was written"
    case .newerVersion(let error): "column \(error.column): \(error.problem)"
    case .missingLines(let expected, let found):
      "change \(expected) is missing before it, it is number \(found)"
    }
  }
}

extension RecordKey {
  /// The kind and id of a record.
  var shellText: String {
    switch self {
    case .settings: "settings"
    case .client(let id): "client \(id.raw)"
    case .column(let id): "column \(id.raw)"
    case .card(let id): "card \(id.raw)"
    case .block(let id): "block \(id.raw)"
    case .entry(let id): "entry \(id.raw)"
    }
  }
}
