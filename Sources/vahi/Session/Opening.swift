import Canvas
import Dashboard
import Store
import Synchronization
import Terminal

/// What a session needs besides its desk, made ready by a second processor while the first reads the desk.
///
/// Colours, words, keys and the terminal take as long to make ready as the desk takes to read: one after the other,
/// a start would be a fifth longer.
final class Opening: Sendable {
  struct Made {
    let settings: LoadedConfiguration
    let terminal: Terminal
  }

  private let surroundings: Surroundings
  private let signals: Signals
  private let settings = Mutex<LoadedConfiguration?>(nil)
  private let terminal = Mutex<Result<Terminal, TerminalError>?>(nil)
  /// The second processor: it reads along as soon as there are files to read.
  let partner = ReadingPartner()

  /// Begins; for the main thread.
  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
    signals = Signals(output: TerminalOptions(type: nil).output)
    if !partner.start([{ self.makeSettings() }, { self.openTerminal() }]) {
      makeSettings()
      openTerminal()
    }
  }

  /// Waits until it is there.
  func finish() throws(TerminalError) -> Made {
    partner.join()
    guard let terminal = terminal.withLock({ $0.take() }), let settings = settings.withLock({ $0.take() })
    else { throw .notATerminal }
    return Made(settings: settings, terminal: try terminal.get())
  }

  private func makeSettings() {
    _ = Theme.standard
    let made = LoadedConfiguration(surroundings, Words.english)
    settings.withLock { $0 = made }
  }

  private func openTerminal() {
    let mouse = settings.withLock { $0?.configuration.mouse }
    let options = TerminalOptions(
      type: surroundings.value("TERM"), colorTerm: surroundings.value("COLORTERM"),
      noColor: surroundings.wantsNoColour, mouse: mouse ?? true)
    terminal.withLock { terminal in
      do throws(TerminalError) {
        terminal = .success(try Terminal.open(options, signals: signals))
      } catch {
        terminal = .failure(error)
      }
    }
  }
}
