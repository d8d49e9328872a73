import Canvas
import Civil
import Desk

/// The person's own name, zone, hours and buffer, to be changed.
package struct SettingsForm: Equatable, Sendable {
  package var form: Form
  private enum Field { static let name = 0, zone = 1, hours = 2, week = 3, buffer = 4 }

  package init(_ world: World) {
    let words = world.words.clients
    let settings = world.desk.settings
    form = Form([
      FormField(words.you, .text(isRequired: false), text: settings.name),
      FormField(words.home, .zone, text: settings.homeZone),
      FormField(words.hours, .hours, text: settings.hours.text, hint: words.hoursHint),
      FormField(words.week, .week, text: settings.hours.week.text, hint: words.weekHint),
      FormField(
        words.buffer, .buffer, text: settings.bufferMinutes == 0 ? "" : "\(settings.bufferMinutes)",
        hint: words.bufferHint),
    ])
  }

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    switch form.handle(press, world) {
    case .cancel: return .close
    case .stay: return .stay
    case .submit:
      let fields = form.fields
      let week = WeekdaySet(text: fields[Field.week].text) ?? .mondayToFriday
      let change = world.desk.editSettings(context: world.context) {
        $0.name = fields[Field.name].text
        $0.homeZone = fields[Field.zone].text
        $0.hours = WorkingHours(text: fields[Field.hours].text, week: week) ?? $0.hours
        $0.bufferMinutes = Int(fields[Field.buffer].text) ?? 0
      }
      return .finish(change.isEmpty ? [] : [.commit(change)])
    }
  }

  func rect(_ layout: Layout) -> Rect { Popup.centered(layout, width: 78, height: form.height + 3) }

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let words = painter.words.clients
    let rect = rect(layout)
    let inside = Popup.open(&frame, rect, title: words.settings, painter)
    form.draw(in: &frame, Form.inside(rect), painter)
    frame.put(
      TextWidth.cut(words.footer, to: inside.width), x: inside.x, y: inside.maxY - 1,
      style: painter.theme.style(.hint, on: .popup))
  }
}
