import Canvas
import Civil
import Desk

/// A client's profile to fill in, for a new client or one that is there.
package struct ClientForm: Equatable, Sendable {
  /// Nil makes a new client.
  package let client: ClientID?
  package var form: Form
  private enum Field {
    static let name = 0, slug = 1, zone = 2, hours = 3, week = 4, currency = 5, rate = 6, hotkey = 7
    static let holidays = 8
  }

  package init(_ client: Client?, _ world: World) {
    self.client = client?.id
    let words = world.words.clients
    let currency = client?.currency ?? ""
    let rate = client?.rate.map { Currency.text(minorUnits: $0, code: currency) } ?? ""
    form = Form([
      FormField(words.name, .text(isRequired: true), text: client?.name ?? ""),
      FormField(words.slug, .text(isRequired: false), text: client?.slug ?? "", hint: words.slugHint),
      FormField(words.zone, .zone, text: client?.zone ?? ""),
      FormField(words.hours, .hours, text: (client?.hours ?? WorkingHours()).text, hint: words.hoursHint),
      FormField(words.week, .week, text: (client?.hours ?? WorkingHours()).week.text, hint: words.weekHint),
      FormField(words.currency, .currency, text: currency, hint: words.currencyHint),
      FormField(words.rate, .rate, text: rate, hint: words.rateHint),
      FormField(words.hotkey, .hotkey, text: client?.hotkey.map(String.init) ?? "", hint: words.hotkeyHint),
      FormField(
        world.words.watch.holidays, .holidays, text: Holiday.line(client?.holidays ?? []),
        hint: world.words.watch.holidaysHint),
    ])
  }

  /// The columns that a new board starts with.
  package static func standardColumns(_ words: Words) -> [ColumnDraft] {
    let names = words.clients.columns
    return zip(names, [Column.Role.backlog, .ready, .doing, .waiting, .review, .done]).map { name, role in
      ColumnDraft(name: name, role: role, wipLimit: role == .doing ? 3 : nil)
    }
  }

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    switch form.handle(press, world) {
    case .cancel: return .close
    case .stay: return .stay
    case .submit:
      guard let change = submit(world) else { return .stay }
      if client == nil, case .client(let id)? = change.changes.first?.key {
        state.awaitedClient = id
        state.screen = .desk
      }
      return .finish(change.isEmpty ? [] : [.commit(change)])
    }
  }

  mutating func paste(_ text: String) { form.paste(text) }

  private mutating func submit(_ world: World) -> Transaction? {
    let fields = form.fields
    let slug = Desk.slug(
      from: fields[Field.slug].text.isEmpty ? fields[Field.name].text : fields[Field.slug].text)
    if !fields[Field.slug].text.isEmpty, let other = world.desk.client(slug: slug), other.id != client {
      form.problem = Words.fill(world.words.clients.slugTaken, slug)
      return nil
    }
    let currency = fields[Field.currency].text.isEmpty ? nil : fields[Field.currency].text.uppercased()
    let money = Grammar.parseMoney(fields[Field.rate].text, currency: currency ?? "USD")
    let hours = WorkingHours(
      text: fields[Field.hours].text, week: WeekdaySet(text: fields[Field.week].text) ?? .mondayToFriday)
    let holidays = try? Grammar.parseHolidays(
      fields[Field.holidays].text, world.desk.grammarContext(now: world.now, client: client)
    ).get()
    guard let client else {
      var draft = ClientDraft(name: fields[Field.name].text, zone: fields[Field.zone].text)
      draft.slug = fields[Field.slug].text.isEmpty ? nil : slug
      draft.hours = hours ?? WorkingHours()
      draft.currency = currency ?? money?.currency
      draft.rate = money?.minorUnits
      draft.hotkey = Int(fields[Field.hotkey].text)
      draft.holidays = holidays ?? []
      return world.desk.addClient(
        draft, columns: ClientForm.standardColumns(world.words), context: world.context)
    }
    return try? world.desk.editClient(client, context: world.context) {
      $0.name = fields[Field.name].text
      $0.slug = slug
      $0.zone = fields[Field.zone].text
      $0.hours = hours ?? $0.hours
      $0.currency = currency
      $0.rate = money?.minorUnits
      $0.hotkey = Int(fields[Field.hotkey].text)
      $0.holidays = holidays ?? $0.holidays
    }
  }

  func rect(_ layout: Layout) -> Rect { Popup.centered(layout, width: 78, height: form.height + 3) }

  func draw(_ frame: inout Frame, _ layout: Layout, _ painter: Painter) {
    let words = painter.words.clients
    let rect = rect(layout)
    let inside = Popup.open(&frame, rect, title: client == nil ? words.new : words.edit, painter)
    form.draw(in: &frame, Form.inside(rect), painter)
    frame.put(
      TextWidth.cut(words.footer, to: inside.width), x: inside.x, y: inside.maxY - 1,
      style: painter.theme.style(.hint, on: .popup))
  }
}
