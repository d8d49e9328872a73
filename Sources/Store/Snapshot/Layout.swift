import Civil
import Desk

/// Where in the desk's folder each file is.
///
///     desk.json                            format, settings, the number of the last transaction in the files
///     clients/<slug>/client.json           board.json  blocks.json  time/2026-11.json
///     own/blocks.json                      own/time/2026-11.json: what is for no client
///     archive/clients/<slug>/cards/2025.json         blocks/2025.json
///     archive/own/blocks/2025.json
///     archive/journal/0000000001.jsonl     transactions that the files hold: undo and history
///     journal/0000000042.jsonl             transactions since; named by the first one's number
///     lock
struct Layout: Sendable {
  /// The desk's folder.
  let root: String
  /// What each client's folder is called on the disk now; it follows the slug at the next snapshot.
  var folders: [ClientID: String] = [:]

  static let clients = "clients"
  static let archivedClients = "archive/clients"
  static let own = "own"
  static let archivedOwn = "archive/own"
  static let header = "desk.json"
  static let journal = "journal"
  static let archivedJournal = "archive/journal"
  static let lock = "lock"
  static let damaged = "damaged"

  init(root: String) { self.root = root }

  /// A path below the desk's folder as one the system understands.
  func absolute(_ path: String) -> String { root + "/" + path }

  /// The path of a file below the desk's folder.
  func path(of file: DeskFile) -> String {
    switch file {
    case .header: Self.header
    case .client(let client): "\(folder(of: client))/client.json"
    case .board(let client): "\(folder(of: client))/board.json"
    case .blocks(let client): "\(folder(of: client))/blocks.json"
    case .time(let client, let month): "\(folder(of: client))/time/\(month.text).json"
    case .archivedCards(let client, let year): "\(archive(of: client))/cards/\(Month.padded(year, 4)).json"
    case .archivedBlocks(let client, let year): "\(archive(of: client))/blocks/\(Month.padded(year, 4)).json"
    }
  }

  /// The folder of a client, or of what is for no client; a client that is not known is treated as none.
  func folder(of client: ClientID?) -> String {
    guard let client, let name = folders[client] else { return Self.own }
    return "\(Self.clients)/\(name)"
  }

  func archive(of client: ClientID?) -> String {
    guard let client, let name = folders[client] else { return Self.archivedOwn }
    return "\(Self.archivedClients)/\(name)"
  }

  /// The name of the journal file whose first transaction has that number.
  static func segment(startingAt sequence: Int) -> String { Month.padded(sequence, 10) + ".jsonl" }

  /// The number of the first transaction in a journal file; nil for any other file.
  static func start(ofSegment name: String) -> Int? {
    guard name.hasSuffix(".jsonl") else { return nil }
    return Int(name.dropLast(6))
  }

  /// Whether a slug can be the name of a folder.
  static func isUsable(slug: String) -> Bool {
    !slug.isEmpty && slug.utf8.count <= 100 && slug.first != "."
      && slug.unicodeScalars.allSatisfy { $0 != "/" && $0.value >= 0x20 && $0.value != 0x7F }
  }
}
