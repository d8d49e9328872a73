import Canvas
import Civil
import Desk

/// The first run: who is here, where, and whom they work for.
///
/// Nobody is left before an empty screen.
package struct WelcomeState: Equatable, Sendable {
  /// Nil while greeting.
  package var form: Form?
  /// What was typed when the form was left, for when it is opened again.
  private var kept: Form?
  private enum Field { static let name = 0, zone = 1, hours = 2, week = 3, client = 4, clientZone = 5 }

  package init(_ world: World) {}

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    guard form != nil else {
      switch press.key {
      case .enter: form = kept ?? WelcomeState.form(world)
      case .character("s"): return .finish([.openSample])
      case .character("q"): return .finish([.quit])
      case .character("c") where press.control: return .finish([.quit])
      default: break
      }
      return .stay
    }
    switch form?.handle(press, world) {
    case .cancel:
      kept = form
      form = nil
    case .submit: return .finish(submit(&state, world))
    default: break
    }
    return .stay
  }

  mutating func paste(_ text: String) { form?.paste(text) }

  private static func form(_ world: World) -> Form {
    let words = world.words.welcome
    return Form([
      FormField(words.name, .text(isRequired: true)),
      FormField(words.zone, .zone, text: world.systemZone),
      FormField(words.hours, .hours, text: WorkingHours().text, hint: words.hoursHint),
      FormField(words.week, .week, text: WeekdaySet.mondayToFriday.text, hint: words.weekHint),
      FormField(words.client, .text(isRequired: true), hint: words.clientHint),
      FormField(words.clientZone, .zone),
    ])
  }

  /// The settings and the first client, as one change.
  private func submit(_ state: inout ViewState, _ world: World) -> [Effect] {
    guard let fields = form?.fields else { return [] }
    let context = world.context
    let week = WeekdaySet(text: fields[Field.week].text) ?? .mondayToFriday
    let settings = world.desk.editSettings(context: context) {
      $0.name = fields[Field.name].text
      $0.homeZone = fields[Field.zone].text
      $0.hours = WorkingHours(text: fields[Field.hours].text, week: week) ?? WorkingHours()
    }
    let client = world.desk.addClient(
      ClientDraft(name: fields[Field.client].text, zone: fields[Field.clientZone].text),
      columns: ClientForm.standardColumns(world.words), context: context)
    if case .client(let id)? = client.changes.first?.key { state.awaitedClient = id }
    return [
      .commit(
        Transaction(
          at: world.now, action: "desk.setup", arguments: [fields[Field.name].text],
          changes: settings.changes + client.changes))
    ]
  }
}
