import Dashboard
import SystemPackage

/// The person's configuration as read, with what is wrong in it.
struct LoadedConfiguration {
  var configuration = Configuration()
  var keymap = Keymap.standard
  /// Each as file, line, column and what was expected; then what keys clash.
  var problems: [String] = []

  /// Reads `config.json`; none is as good as an empty one.
  init(_ surroundings: Surroundings, _ words: Words) {
    let path = surroundings.configurationFolder + "/config.json"
    let bytes: [UInt8]
    do throws(Errno) {
      bytes = try RawFile.read(path)
    } catch {
      if error != .noSuchFileOrDirectory, error != .notDirectory {
        problems = [Words.fill(words.errors.cannotOpen, path, error.description)]
      }
      return
    }
    let (configuration, mistakes) = Configuration.parse(bytes, words: words)
    self.configuration = configuration
    let shown = surroundings.shortened(path)
    problems = mistakes.map {
      Words.fill(words.errors.fileMistake, shown, "\($0.line)", "\($0.column)", $0.text)
    }
    if !configuration.keys.isEmpty {
      keymap = Keymap(commands: CommandTable.all, overrides: configuration.keys)
      problems += keymap.conflicts.map(words.help.sentence(of:))
    }
  }

  /// What is wrong, in a line: the first, and how many there are; nil when nothing is.
  func complaint(_ words: Words) -> String? {
    guard let first = problems.first, problems.count > 1 else { return problems.first }
    return Words.fill(words.errors.firstOfMistakes, "\(problems.count)", first)
  }
}
