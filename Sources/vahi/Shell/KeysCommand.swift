import ArgumentParser
import Canvas
import Dashboard
import Desk
import JSONText

/// `vahi keys`: the keys as they are.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the commands of the dashboard and their keys.")
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let words = Words.english
    let surroundings = Surroundings.current()
    var settings = LoadedConfiguration(surroundings, words)
    var looks = Looks(
      surroundings: surroundings, configured: settings.configuration.theme, depth: .trueColor)
    let mistakes = looks.readAll()
    settings.add(themeProblems: mistakes, looks.library, surroundings, words)
    for problem in settings.problems { Shell.complain(problem) }
    let keymap = settings.keymap
    let commands = keymap.commands.filter(\.isListed)
    guard !options.json else {
      return ShellAnswer.json { writer in
        writer.array { writer in
          for command in commands {
            writer.object { writer in
              writer.field("id", command.id)
              writer.field("group", command.group.rawValue)
              writer.field("title", command.title(words))
              writer.strings("keys", keymap.keys(of: command.id))
            }
          }
        }
      }
    }
    var table = TextTable([("keys", .left), ("what it does", .left), ("name in config.json", .left)])
    for command in commands {
      table.add([keymap.keys(of: command.id).joined(separator: ", "), command.title(words), command.id])
    }
    Shell.say(table.text())
  }
}

/// `vahi themes`: the looks there are.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes.",
    discussion: "A theme is chosen in config.json (\"theme\": \"NAME\") or live in the dashboard.")
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let surroundings = Surroundings.current()
    var looks = Looks(surroundings: surroundings, configured: nil, depth: .trueColor)
    for problem in looks.readAll() { Shell.complain(problem.description) }
    let themes = looks.library.themes.sorted { $0.name < $1.name }
    guard !options.json else {
      return ShellAnswer.json { writer in
        writer.array { writer in
          for theme in themes {
            writer.object { writer in
              writer.field("name", theme.name)
              writer.field("title", theme.title)
              writer.field("dark", theme.isDark)
            }
          }
        }
      }
    }
    var table = TextTable([("name", .left), ("title", .left), ("for", .left)])
    for theme in themes { table.add([theme.name, theme.title, theme.isDark ? "dark" : "light"]) }
    Shell.say(table.text())
  }
}
