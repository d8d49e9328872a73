import Canvas
import Civil
import Desk

extension Overlay {
  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    switch self {
    case .prompt(var prompt):
      defer { self = .prompt(prompt) }
      return prompt.handle(press, &state, world)
    case .choice(var choice):
      defer { self = .choice(choice) }
      return choice.handle(press, &state, world)
    case .card(var pane):
      defer { self = .card(pane) }
      return pane.handle(press, &state, world)
    case .palette(var palette):
      defer { self = .palette(palette) }
      return palette.handle(press, &state, world)
    case .help(var help):
      defer { self = .help(help) }
      return help.handle(press, &state, world)
    case .themes(var themes):
      defer { self = .themes(themes) }
      return themes.handle(press, &state, world)
    case .welcome(var welcome):
      defer { self = .welcome(welcome) }
      return welcome.handle(press, &state, world)
    case .form(var form):
      defer { self = .form(form) }
      return form.handle(press, &state, world)
    case .settings(var settings):
      defer { self = .settings(settings) }
      return settings.handle(press, &state, world)
    case .transfer(var transfer):
      defer { self = .transfer(transfer) }
      return transfer.handle(press, &state, world)
    case .plan(var plan):
      defer { self = .plan(plan) }
      return plan.handle(press, &state, world)
    case .slots(var slots):
      defer { self = .slots(slots) }
      return slots.handle(press, &state, world)
    }
  }

  /// Takes a click on a cell of the screen.
  mutating func click(_ x: Int, _ y: Int, _ layout: Layout, _ state: inout ViewState, _ world: World)
    -> OverlayResult
  {
    switch self {
    case .prompt(var prompt):
      defer { self = .prompt(prompt) }
      return prompt.click(x, y, layout, &state, world)
    case .choice(let choice): return choice.click(x, y, layout, &state, world)
    case .palette(let palette): return palette.click(x, y, layout, &state, world)
    case .card(var pane):
      defer { self = .card(pane) }
      return pane.click(x, y, layout, &state, world)
    case .themes(var themes):
      defer { self = .themes(themes) }
      return themes.click(x, y, layout, &state, world)
    case .welcome(var welcome):
      defer { self = .welcome(welcome) }
      return welcome.click(x, y, &state, world)
    case .form(var form):
      form.form.click(x, y, in: Form.inside(form.rect(layout)), world)
      self = .form(form)
    case .settings(var settings):
      settings.form.click(x, y, in: Form.inside(settings.rect(layout)), world)
      self = .settings(settings)
    case .transfer(var transfer):
      transfer.click(x, y, layout, world)
      self = .transfer(transfer)
    case .plan(var plan):
      defer { self = .plan(plan) }
      return plan.click(x, y, layout, &state, world)
    case .slots(var slots):
      defer { self = .slots(slots) }
      return slots.click(x, y, layout, state, world)
    case .help: break
    }
    return .stay
  }

  mutating func paste(_ text: String, _ state: inout ViewState, _ world: World) {
    switch self {
    case .prompt(var prompt):
      prompt.paste(text, &state, world)
      self = .prompt(prompt)
    case .palette(var palette):
      palette.paste(text)
      self = .palette(palette)
    case .welcome(var welcome):
      welcome.paste(text)
      self = .welcome(welcome)
    case .form(var form):
      form.paste(text)
      self = .form(form)
    case .settings(var settings):
      settings.form.paste(text)
      self = .settings(settings)
    case .transfer(var transfer):
      transfer.paste(text)
      self = .transfer(transfer)
    case .slots(var slots):
      slots.paste(text, state, world)
      self = .slots(slots)
    case .choice, .card, .help, .themes, .plan: break
    }
  }
}
