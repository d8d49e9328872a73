import Glibc
import Testing

@testable import Canvas

/// The theme files of the project, found from this file's place.
private let shipped: [String] = {
  let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let folder = "/" + tests + "/themes"
  guard let entries = opendir(folder) else { return [] }
  defer { closedir(entries) }
  var names: [String] = []
  while let entry = readdir(entries) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name.hasSuffix(".json") { names.append(folder + "/" + name) }
  }
  return names.sorted()
}()

private func bytes(of path: String) -> [UInt8] {
  let file = open(path, O_RDONLY)
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = read(file, &bytes, bytes.count)
  return Array(bytes.prefix(max(count, 0)))
}

private func loaded(_ path: String) throws -> Theme {
  let result = Theme.parse(bytes(of: path), file: path)
  return try #require(result.theme)
}

@Test func thereAreThemesEnough() {
  #expect(shipped.count >= 12)
}

@Test(arguments: shipped)
func aShippedThemeHasNoProblems(_ path: String) throws {
  let result = Theme.parse(bytes(of: path), file: path)
  #expect(result.problems == [])
  let theme = try #require(result.theme)
  #expect(path.hasSuffix("/\(theme.name).json"))
  let text = String(decoding: bytes(of: path), as: UTF8.self)
  for role in Role.allCases { #expect(text.contains("\"\(role.rawValue)\": "), "\(role) is not stated") }
}

@Test func theCompiledInThemesAreTheShippedOnes() throws {
  for theme in [Theme.standard, .standardLight, .monochrome] {
    let path = try #require(shipped.first { $0.hasSuffix("/\(theme.name).json") })
    #expect(try loaded(path) == theme)
  }
}

/// The contrast that WCAG asks of text, less where it only separates or recedes, more where the theme promises it.
private func leastContrast(_ role: Role, in theme: Theme) -> Double {
  let recedes: Set<Role> = [.muted, .hint, .inputHint, .border, .borderFocused, .popupBorder, .offHours]
  if theme.name.hasPrefix("high-contrast") { return role == .border || role == .offHours ? 4.5 : 7 }
  return recedes.contains(role) ? 3 : 4.5
}

@Test(arguments: shipped)
func everyRoleCanBeRead(_ path: String) throws {
  let theme = try loaded(path)
  let grounds: [Role: [Role]] = [
    .popup: [
      .text, .muted, .heading, .accent, .key, .hint, .error, .warning, .success, .due, .overdue, .running,
      .understood,
    ]
  ]
  var pairs = Role.allCases.map { ($0, theme.style($0)) }
  for (ground, roles) in grounds { pairs += roles.map { ($0, theme.style($0, on: ground)) } }
  for (role, style) in pairs {
    guard let contrast = style.foreground.contrast(with: style.background) else {
      // Colours that the terminal decides cannot be judged; such a theme must not mix them with its own.
      #expect(style.background.isDefault && style.foreground.components == nil, "\(role)")
      continue
    }
    #expect(contrast >= leastContrast(role, in: theme), "\(role) \(style)")
  }
}

/// On the grounds of hours off work stand the clocks, the line of now and the marks.
@Test(arguments: shipped)
func clocksCanBeReadOnTheGroundsOfHoursOffWork(_ path: String) throws {
  let theme = try loaded(path)
  let roles: [Role] = [.text, .muted, .offHours, .weekend, .now, .warning, .due, .working]
  let grounds = [Role.background, .awayGround, .offGround].map { theme.style($0).background }
  guard grounds[0].components != nil else {
    // Where the terminal decides the colours there is no ground to be a little different from.
    #expect(Set(grounds).count == 1)
    return
  }
  #expect(Set(grounds).count == 3)
  for role in roles {
    for ground in [Role.awayGround, .offGround] {
      let style = theme.style(role, on: ground)
      let contrast = try #require(style.foreground.contrast(with: style.background))
      #expect(contrast >= (theme.name.hasPrefix("high-contrast") ? 6 : 3), "\(role) on \(ground)")
    }
  }
}

@Test(arguments: shipped)
func theEyeFindsWhatMattersWithoutColours(_ path: String) throws {
  let theme = try loaded(path)
  #expect(theme.style(.overdue).attributes.isSuperset(of: [.bold, .underline]))
  let selection = theme.style(.selection)
  #expect(!selection.attributes.isDisjoint(with: [.bold, .reverse]))
  for depth in [ColorDepth.none, .ansi16, .indexed256, .trueColor] {
    let shown = theme.degraded(to: depth)
    for other in [Role.text, .selectionUnfocused, .marked, .overdue, .running] {
      #expect(shown.style(.selection) != shown.style(other), "\(other) at \(depth)")
    }
    for role in [Role.selection, .selectionUnfocused, .overdue, .marked, .running, .heading] {
      #expect(shown.style(role) != shown.style(.text), "\(role) at \(depth)")
    }
  }
}

@Test(arguments: shipped)
func aDegradedThemeUsesOnlyTheColoursThereAre(_ path: String) throws {
  let theme = try loaded(path)
  for role in Role.allCases {
    for color in colours(theme.degraded(to: .indexed256).style(role)) { #expect(color.components == nil) }
    for color in colours(theme.degraded(to: .ansi16).style(role)) {
      #expect((color.paletteIndex ?? 0) < 16 && color.components == nil)
    }
    for color in colours(theme.degraded(to: .none).style(role)) { #expect(color.isDefault) }
    let sixteen = theme.degraded(to: .ansi16).style(role)
    #expect(sixteen.foreground.isDefault || sixteen.foreground != sixteen.background, "\(role) is invisible")
  }
}

private func colours(_ style: Style) -> [Color] { [style.foreground, style.background] }

@Test func theStandardThemesLoseNothingAt256Colours() {
  for theme in [Theme.standard, .standardLight] {
    let shown = theme.degraded(to: .indexed256)
    for role in Role.allCases {
      for (wanted, got) in zip(colours(theme.style(role)), colours(shown.style(role))) {
        let (red, green, blue) = got.approximateComponents ?? (0, 0, 0)
        #expect(wanted == .rgb(red, green, blue), "\(role)")
      }
    }
  }
}

@Test func aMistakeIsReportedWithItsPlaceAndTheRestApplies() throws {
  let text = """
    {
      "name": "mine", // a comment is fine
      "colour": 3,
      "dark": "yes",
      "roles": {
        "text": "#d0d0d0",
        "Accent": "#ff0000",
        "muted": "#12345g",
        "due": "#ffaf5f blinking",
        "now": 7,
        "selection": "white on",
        "error": "red bold",
      },
    }
    """
  let result = Theme.parse(Array(text.utf8), file: "mine.json")
  #expect(
    result.problems.map(\.description) == [
      "mine.json:3:13: \"colour\" is not known here; name, title, dark, inherits or roles is expected",
      "mine.json:4:11: true or false is expected",
      "mine.json:7:15: \"Accent\" is no role; \"accent\" is expected",
      "mine.json:8:15: \"#12345g\" is no colour or attribute; expected is as in \"#d7af5f on #1c1c1c bold\"",
      "mine.json:9:21: \"blinking\" is no colour or attribute; expected is as in \"#d7af5f on #1c1c1c bold\"",
      "mine.json:10:12: a text in quotes is expected",
      "mine.json:11:27: a colour is expected after \"on\"",
    ])
  let theme = try #require(result.theme)
  #expect(theme.style(.text).foreground == .rgb(0xD0, 0xD0, 0xD0))
  #expect(theme.style(.error) == Style(foreground: .ansi(1), attributes: .bold))
  #expect(theme.style(.overdue) == theme.style(.error))
  #expect(theme.style(.muted) == theme.style(.text))
}

@Test func aFileThatBreaksOffKeepsWhatItSaid() {
  let result = Theme.parse(Array("{\"roles\": {\"text\": \"#ffffff\", \"muted\"".utf8), file: "t.json")
  #expect(result.theme?.style(.text).foreground == .rgb(255, 255, 255))
  #expect(result.problems.count == 1)
  #expect(Theme.parse(Array("nonsense".utf8), file: "t.json").theme == nil)
}

@Test func aThemeInheritsWhatItDoesNotState() throws {
  let text = "{\"inherits\": \"vahi-light\", \"roles\": {\"accent\": \"#aa0000\"}}"
  let result = Theme.parse(Array(text.utf8), file: "/themes/mine.json")
  let theme = try #require(result.theme)
  #expect(theme.name == "mine")
  #expect(!theme.isDark)
  #expect(theme.style(.accent).foreground == .rgb(0xAA, 0, 0))
  #expect(theme.style(.muted) == Theme.standardLight.style(.muted))
  let unknown = Theme.parse(Array("{\"inherits\": \"none\"}".utf8), file: "x")
  #expect(unknown.problems.map(\.text) == ["there is no theme named \"none\" to inherit from"])
}
