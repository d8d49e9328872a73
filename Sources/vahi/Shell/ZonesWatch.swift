import ArgumentParser
import Civil
import Dashboard
import Desk
import JSONText

extension ZonesCommand {
  struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say whose clocks change within three weeks, and which blocks move for whom.")
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try ShellSession(options)
      let changes = session.desk.clockChanges(from: session.now)
      let problems = session.desk.zoneProblems(blocks: Array(session.desk.allBlocks))
      let text = ClockText(session.desk, today: session.home.date(at: session.now), session.phrases)
      for problem in problems { Shell.complain(text.sentence(problem)) }
      guard !session.wantsJSON else { return session.answer { write(changes, session, to: &$0) } }
      guard !changes.isEmpty else { return session.say(session.phrases.watch.noChanges) }
      var lines: [String] = []
      for change in changes {
        let names = change.clients.compactMap { session.desk.client($0)?.name }
        let whose = names.isEmpty ? "" : " (\(session.list(names)))"
        lines.append(session.heading(text.day(change.date)) + "  " + text.sentence(change) + whose)
        for move in change.moves {
          let from = Words.fill(session.phrases.watch.from, text.day(move.to.date))
          lines.append("  " + Printable.line(move.title) + ": " + text.times(move) + " " + from)
        }
      }
      session.say(lines.joined(separator: "\n"))
    }

    private func write(_ changes: [ClockChange], _ session: ShellSession, to writer: inout JSONWriter) {
      let slugs = { (ids: [ClientID]) in ids.compactMap { session.desk.client($0)?.slug } }
      writer.array { writer in
        for change in changes {
          writer.object { writer in
            writer.field("at", change.at.text)
            writer.field("date", change.date.text)
            writer.field("zone", change.zone)
            writer.field("home", change.isHome)
            writer.strings("clients", slugs(change.clients))
            writer.field("shift", change.shift)
            writer.field("offsetBefore", change.before)
            writer.field("offsetAfter", change.after)
            writer.field("aheadBefore", change.distance.before)
            writer.field("aheadAfter", change.distance.after)
            writer.field("together", change.isTogether)
            writer.key("apart")
            writer.array { writer in
              for apart in change.apart {
                writer.object { writer in
                  writer.field("zone", apart.zone)
                  writer.strings("clients", slugs(apart.clients))
                  writer.field("aheadBefore", apart.distance.before)
                  writer.field("aheadAfter", apart.distance.after)
                }
              }
            }
            writer.key("moves")
            writer.array { writer in
              for move in change.moves {
                writer.object { writer in
                  writer.field("block", move.occurrence.block.raw)
                  writer.field("title", move.title)
                  writer.field("client", move.client.flatMap { session.desk.client($0)?.slug })
                  writer.field("for", move.who.flatMap { session.desk.client($0)?.slug })
                  writer.field("startsAt", move.start.text)
                  writer.field("from", move.from.text)
                  writer.field("to", move.to.text)
                }
              }
            }
          }
        }
      }
    }
  }
}
