import Canvas
import Dashboard
import SystemPackage

/// The themes: those compiled in at once, those in files when they are needed.
struct Looks {
  private(set) var library: ThemeLibrary
  private let surroundings: Surroundings
  private var fittedTo: (theme: Theme, fitted: Theme)?

  init(surroundings: Surroundings, configured: String?, depth: ColorDepth) {
    library = ThemeLibrary(configured: configured, depth: depth)
    self.surroundings = surroundings
  }

  /// Reads a theme that the first picture needs, unless it is compiled in.
  mutating func prepare(_ chosen: String?) {
    guard let name = chosen ?? library.configured, library.named(name) == nil else { return }
    for folder in surroundings.themeFolders { read(folder + "/" + name + ".json") }
  }

  /// Reads every theme there is.
  ///
  /// - Returns: mistakes in them, as file, line and what was expected.
  @discardableResult
  mutating func readAll() -> [ThemeProblem] {
    surroundings.themeFolders.flatMap { folder in
      RawFile.names(in: folder).filter { $0.hasSuffix(".json") }.flatMap { name in read(folder + "/" + name) }
    }
  }

  /// A theme in the colours that the terminal has.
  mutating func fitted(_ theme: Theme) -> Theme {
    if let fittedTo, fittedTo.theme == theme { return fittedTo.fitted }
    let fitted = theme.degraded(to: library.depth)
    fittedTo = (theme, fitted)
    return fitted
  }

  @discardableResult
  private mutating func read(_ path: String) -> [ThemeProblem] {
    guard let bytes = try? RawFile.read(path) else { return [] }
    let (theme, problems) = Theme.parse(bytes, file: path)
    if let theme {
      library.themes.removeAll { $0.name == theme.name }
      library.themes.append(theme)
    }
    return problems
  }
}
