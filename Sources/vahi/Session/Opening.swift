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
  private let outcome = Mutex<Result<Made, TerminalError>?>(nil)
  private let worker = Mutex<WorkerThread?>(nil)

  /// Begins; for the main thread.
  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
    signals = Signals(output: TerminalOptions(type: nil).output)
    let started = WorkerThread.start { self.make() }
    worker.withLock { $0 = started }
  }

  /// Waits until it is there.
  func finish() throws(TerminalError) -> Made {
    if let worker = worker.withLock({ $0.take() }) { worker.join() } else { make() }
    guard let outcome = outcome.withLock({ $0.take() }) else { throw .notATerminal }
    return try outcome.get()
  }

  private func make() {
    _ = Theme.standard
    let settings = LoadedConfiguration(surroundings, Words.english)
    let options = TerminalOptions(
      type: surroundings.value("TERM"), colorTerm: surroundings.value("COLORTERM"),
      noColor: surroundings.wantsNoColour, mouse: settings.configuration.mouse)
    outcome.withLock { outcome in
      do throws(TerminalError) {
        outcome = .success(Made(settings: settings, terminal: try Terminal.open(options, signals: signals)))
      } catch {
        outcome = .failure(error)
      }
    }
  }
}
