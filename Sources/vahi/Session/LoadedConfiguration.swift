import Canvas
import Dashboard
import SystemPackage

/// The person's configuration as read, with what is wrong in it.
struct LoadedConfiguration {
  var configuration = Configuration()
  var keymap = Keymap.standard
  /// Each as file, line, column and what was expected; then what keys clash.
  private(set) var problems: [String] = []
  /// The file as it is told of.
  private let shownPath: String

  /// Reads `config.json`; none is as good as an empty one.
  init(_ surroundings: Surroundings, _ words: Words) {
    let path = surroundings.configurationFolder + "/config.json"
    shownPath = surroundings.shortened(path)
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
    problems = mistakes.map { sentence(of: $0, words) }
    // The standard keys have none, and looking for them would take its time of every start.
    if !configuration.keys.isEmpty {
      keymap = Keymap(commands: CommandTable.all, overrides: configuration.keys)
      problems += configuration.problems(of: keymap.conflicts, words.help).map { sentence(of: $0, words) }
    }
  }

  /// Adds what is wrong with themes, which is known only when every one has been read.
  mutating func add(
    themeProblems: [ThemeProblem], _ library: ThemeLibrary, _ surroundings: Surroundings, _ words: Words
  ) {
    if let unknown = configuration.problem(ofThemeAmong: library, words.help) {
      problems.append(sentence(of: unknown, words))
    }
    problems += themeProblems.map {
      Words.fill(
        words.errors.fileMistake, surroundings.shortened($0.file), "\($0.line)", "\($0.column)", $0.text)
    }
  }

  /// What is wrong, in a line: the first, and how many there are; nil when nothing is.
  func complaint(_ words: Words) -> String? {
    guard let first = problems.first, problems.count > 1 else { return problems.first }
    return Words.fill(words.errors.firstOfMistakes, "\(problems.count)", first)
  }

  private func sentence(of problem: Configuration.Problem, _ words: Words) -> String {
    Words.fill(
      words.errors.fileMistake, shownPath, "\(problem.place.line)", "\(problem.place.column)", problem.text)
  }
}
