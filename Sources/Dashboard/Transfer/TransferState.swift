import Canvas
import Civil
import Desk

/// Bringing in a file of another program, from inside the dashboard.
package struct TransferState: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    case asking
    /// Bytes done and in all.
    case running(done: Int, total: Int)
    case report([String])
  }

  package var phase: Phase = .asking
  package var form: Form
  package var top = 0
  /// The folder that was asked for last.
  private var listed: String?
  private enum Field { static let path = 0, client = 1, zone = 2 }

  package init(_ state: ViewState, _ world: World) {
    let words = world.words.transfer
    let client = state.client.flatMap { world.desk.client($0) }
    form = Form([
      FormField(words.path, .path, hint: words.pathHint),
      FormField(words.client, .text(isRequired: true), text: client?.name ?? "", hint: words.clientHint),
      FormField(words.zone, .zone, text: client?.zone ?? world.desk.settings.homeZone, hint: ""),
    ])
  }

  /// Asks for the folder of the path as it stands, once for each folder that it names.
  static func look(_ state: inout ViewState) -> [Effect] {
    guard case .transfer(var transfer) = state.overlays.last, transfer.phase == .asking else { return [] }
    let folder = FolderListing.folder(of: transfer.form.fields[Field.path].text)
    guard folder != transfer.listed else { return [] }
    transfer.listed = folder
    state.overlays[state.overlays.count - 1] = .transfer(transfer)
    return [.listFolder(folder)]
  }

  /// Takes what the loop says about a folder, or an import that runs.
  static func note(_ input: Input, _ state: inout ViewState, _ world: World) {
    guard let index = state.overlays.lastIndex(where: { if case .transfer = $0 { true } else { false } }),
      case .transfer(var transfer) = state.overlays[index]
    else { return }
    switch input {
    case .listed(let listing): transfer.form.listing = listing
    case .importing(let done, let total): transfer.phase = .running(done: done, total: total)
    case .imported(.done(let client, let report)):
      // What came in for another client is not told to whom the screen is shared with.
      let isHidden = state.isPrivate && client != state.client
      transfer.phase = .report(isHidden ? [world.words.general.privateClient] : report)
      if let client, !state.isPrivate { state.client = client }
    case .imported(.failed(let why)):
      transfer.phase = .asking
      transfer.listed = nil
      transfer.form.focus(on: Field.path)
      transfer.form.problem = why
    default: break
    }
    state.overlays[index] = .transfer(transfer)
  }

  mutating func handle(_ press: KeyPress, _ state: inout ViewState, _ world: World) -> OverlayResult {
    switch phase {
    case .running: return .stay
    case .report(let lines):
      switch press.key {
      case .escape, .enter, .character("q"): return .close
      case .down, .character("j"):
        top = min(top + 1, TransferState.lastTop(lines, Layout(size: state.size)))
      case .up, .character("k"): top = max(0, top - 1)
      default: break
      }
      return .stay
    case .asking: break
    }
    switch form.handle(press, world) {
    case .cancel: return .close
    case .stay: return .stay
    case .submit:
      phase = .running(done: 0, total: 0)
      return .effects([.importFile(request(world))])
    }
  }

  mutating func click(_ x: Int, _ y: Int, _ layout: Layout, _ world: World) {
    guard phase == .asking else { return }
    form.click(x, y, in: Form.inside(TransferState.rect(layout)), world)
  }

  mutating func paste(_ text: String) { form.paste(text) }

  /// A name that a client has goes to that client; any other makes a new one.
  private func request(_ world: World) -> ImportRequest {
    let name = form.fields[Field.client].text
    let known = world.desk.activeClients.first {
      $0.name.lowercased() == name.lowercased() || $0.slug == name.lowercased()
    }
    return ImportRequest(
      path: form.fields[Field.path].text,
      destination: known.map { .existing($0.id) } ?? .new(name: name, zone: form.fields[Field.zone].text))
  }
}
