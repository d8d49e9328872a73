import CHeap
import Civil
import Dashboard
import Glibc
import Store
import Terminal

/// The program: opens the dashboard, or hands the arguments to the shell commands.
enum Program {
  static func run(_ arguments: [String]) -> CInt {
    guard let launch = Launch(arguments: arguments) else { return Shell.run(arguments) }
    return open(launch)
  }

  /// Opens the dashboard and returns the exit code when it is left.
  static func open(_ launch: Launch) -> CInt {
    vahi_prepare_memory()
    let surroundings = Surroundings.current()
    let clock = WallClock(start: launch.now, isFrozen: launch.isFrozen)
    let opening = Opening(surroundings)
    let store: Store
    do throws(StoreError) {
      store = try Store.open(
        surroundings.dataFolder(launch.data), zones: surroundings.zones(), partner: opening.partner
      ) { clock.now }
    } catch {
      (try? opening.finish())?.terminal.close()
      return fail(error.text(Words.english.errors))
    }
    let opened: Opening.Made
    do throws(TerminalError) {
      opened = try opening.finish()
    } catch {
      return fail(error.description)
    }
    let terminal = opened.terminal
    let session = Session(
      store: store, terminal: terminal, clock: clock, surroundings: surroundings, settings: opened.settings)
    session.run()
    terminal.close()
    session.store.close()
    return 0
  }

  /// Says on standard error what went wrong.
  static func fail(_ text: String, code: CInt = 1) -> CInt {
    let line = Array("vahi: \(text)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    return code
  }
}
