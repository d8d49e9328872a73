import Canvas
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
    let surroundings = Surroundings.current()
    let clock = WallClock(start: launch.now, isFrozen: launch.isFrozen)
    // Colours, words and keys take half as long to make as the desk takes to read: on the way to the first paint
    // a second processor makes them meanwhile.
    let preparing = WorkerThread.start { _ = (Theme.standard, Words.english, Keymap.standard) }
    let store: Store
    do throws(StoreError) {
      store = try Store.open(surroundings.dataFolder(launch.data), zones: surroundings.zones()) { clock.now }
    } catch {
      return fail(error.text(Words.english.errors))
    }
    // What the first paint can do without is read while the terminal is made ready, and often there in time.
    store.startShortLoading()
    preparing?.join()
    let settings = LoadedConfiguration(surroundings, Words.english)
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal.open(
        TerminalOptions(
          type: surroundings.value("TERM"), colorTerm: surroundings.value("COLORTERM"),
          noColor: surroundings.wantsNoColour, mouse: settings.configuration.mouse))
    } catch {
      return fail(error.description)
    }
    let session = Session(
      store: store, terminal: terminal, clock: clock, surroundings: surroundings, settings: settings)
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
