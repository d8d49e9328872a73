import Civil
import Desk

/// Brings an iCalendar file (RFC 5545) onto the desk as one change.
///
/// An event becomes a block, a series a block that repeats, an occurrence that was moved a block of its own that
/// knows its series. The UID makes importing again an update: the same file changes nothing, a later one updates the
/// fields that changed in it since they were last imported, and what was changed here meanwhile stays. Nothing is
/// removed but what the file calls off, and single occurrences that a file with the whole series no longer has.
/// Whatever cannot be taken is told by its line in the file.
package enum CalendarImport {
  /// Reads a file and works out the change.
  ///
  /// - Parameter progress: called now and then with the share that is done.
  package static func plan(
    _ bytes: [UInt8], into target: CalendarTarget, of desk: Desk, context: ChangeContext,
    words: ImportWords = ImportWords(), progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ExchangeError) -> CalendarResult {
    let file = try CalendarReader.read(bytes) { done, total in progress(done, total * 2) }
    let planner = try CalendarPlanner(file: file, target: target, desk: desk, context: context, words: words)
    return planner.plan { done, total in progress(total + done, total * 2) }
  }

  /// Whether a file is rather a calendar than anything else.
  package static func isCalendar(_ bytes: [UInt8]) -> Bool {
    (try? FileLikeness.mustBeginLikeCalendar(CalendarBytes.utf8(bytes))) != nil
  }

  /// The UID by which a block is known in calendar files.
  package static func uid(of block: Block) -> String { block.uid ?? "\(block.id.raw)\(ownUIDs)" }

  /// The UID that a block of a desk is written under: an occurrence that was moved has its series' (RFC 5545, 3.8.4.4).
  static func uid(of block: Block, on desk: Desk) -> String {
    uid(of: block.series.flatMap { desk.block($0) } ?? block)
  }

  /// How the UIDs end that are made here.
  static let ownUIDs = "@vahi"
}
