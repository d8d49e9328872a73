import Civil
import Dashboard
import Desk
import Exchange
import Store
import SystemPackage
import Terminal

// The one place where what the dashboard asks for is done.
extension Session {
  func perform(_ effect: Effect) {
    switch effect {
    case .commit(let transaction): commit(transaction)
    case .undo: reverse(words.general.nothingToUndo) { $0.undo(at: $1) }
    case .redo: reverse(words.general.nothingToRedo) { $0.redo(at: $1) }
    case .loadEverything:
      store.loadEverything()
      handle(.deskChanged)
    case .copy(let text): terminal.copy(text)
    case .edit(let target): edit(target)
    case .openLink(let address): openLink(address)
    case .listFolder(let folder):
      let path = folder.isEmpty ? "." : expanded(folder)
      handle(.listed(FolderListing(folder: folder, names: RawFile.listing(of: path))))
    case .importFile(let request): importFile(request)
    case .exportCalendar(let path): exportCalendar(path)
    case .followCalendars: followCalendarsAsked()
    case .openSample: openSample()
    case .remind(let notice): notifier.tell(notice)
    case .redraw: terminal.updateSize()
    case .suspend: handle(.terminal(terminal.stop()))
    case .quit: leave()
    }
  }

  private func commit(_ transaction: Transaction) {
    do throws(StoreError) {
      handle(.committed(try store.commit(transaction)))
    } catch {
      handle(.refused(error.text(words.errors)))
    }
  }

  /// Undoes or redoes, reading the older history first where the newest is not enough.
  private func reverse(_ nothing: String, _ make: (Desk, Instant) -> Transaction?) {
    if make(store.desk, clock.now) == nil { store.loadEverything() }
    guard let transaction = make(store.desk, clock.now) else {
      handle(.notice(Message(.note, nothing)))
      return
    }
    commit(transaction)
  }

  private func edit(_ target: EditTarget) {
    terminal.suspend()
    let result = Editor(command: surroundings.editor, folder: surroundings.temporaryFolder).edit(target.text)
    terminal.resume()
    // Others have not waited for it.
    if store.follow() { handle(.deskChanged) }
    switch result {
    case .success(let edited):
      guard edited.text != target.text else { return edited.remove() }
      handle(.edited(target, edited.text))
      if target.holds(edited.text, on: store.desk) { return edited.remove() }
      let path = surroundings.shortened(edited.path)
      let why = state.message?.kind == .error ? state.message?.text : nil
      handle(.notice(Message(.error, words.errors.kept(path, why: why))))
    case .failure(let problem):
      handle(
        .notice(Message(.error, Words.fill(words.errors.editorFailed, surroundings.editor, problem.text))))
    }
  }

  /// Checked here once more: what comes from a calendar file must not become anything but an address.
  private func openLink(_ address: String) {
    guard BlockLink.isOpenable(address), LinkOpener.open(address) else {
      handle(.notice(Message(.warning, Words.fill(words.errors.noOpener, address))))
      return
    }
    handle(.notice(Message(.done, Words.fill(words.calendar.opened, address))))
  }

  /// A path as it was typed, with the person's own folder in place of `~`.
  private func expanded(_ path: String) -> String {
    path.hasPrefix("~/") ? surroundings.home + path.dropFirst() : path
  }

  private func importFile(_ request: ImportRequest) {
    let path = expanded(request.path)
    let bytes: [UInt8]
    do throws(Errno) {
      bytes = try RawFile.read(path)
    } catch {
      handle(.imported(.failed(Words.fill(words.errors.cannotOpen, path, error.description))))
      return
    }
    store.loadEverything()
    let context = ChangeContext(now: clock.now, ids: surroundings.identifiers)
    let draft: ClientDraft?
    let client: ClientID?
    switch request.destination {
    case .existing(let id): (client, draft) = (id, nil)
    case .new(let name, let zone): (client, draft) = (nil, ClientDraft(name: name, zone: zone))
    }
    let progress = { (done: Int, total: Int) in
      self.handle(.importing(done: done, total: total))
      self.present()
    }
    do throws(ExchangeError) {
      if CalendarImport.isCalendar(bytes) {
        let target = client.map(CalendarTarget.client) ?? draft.map(CalendarTarget.new) ?? .own
        let result = try CalendarImport.plan(
          bytes, into: target, of: store.desk, context: context, progress: progress)
        let lines = result.report.lines(words.calendarReport, isEmpty: result.transaction.isEmpty)
        take(result.transaction, for: result.client, report: lines)
      } else if let target = client.map(ImportTarget.client) ?? draft.map(ImportTarget.new) {
        let result = try TrelloImport.plan(
          bytes, into: target, of: store.desk, context: context, words: ImportWords(words), progress: progress
        )
        let lines = result.report.lines(words.report, isEmpty: result.transaction.isEmpty)
        take(result.transaction, for: result.client, report: lines)
      }
    } catch {
      handle(.imported(.failed(Words.fill(words.errors.refused, path, error.text(words.errors)))))
    }
  }

  private func exportCalendar(_ path: String) {
    store.loadEverything()
    guard !RawFile.exists(expanded(path)) else {
      return handle(.notice(Message(.error, Words.fill(words.transfer.fileIsThere, path))))
    }
    let export = CalendarExport(store.desk, now: clock.now, words: ImportWords(words))
    let blocks = export.blocks()
    do throws(ShellFailure) {
      try ExportFile.write(export.document(blocks), to: expanded(path))
      let sentence = blocks.count == 1 ? words.transfer.exportedOne : words.transfer.exported
      handle(.notice(Message(.done, Words.fill(sentence, "\(blocks.count)", path))))
    } catch {
      handle(.notice(Message(.error, error.text)))
    }
  }

  private func take(_ transaction: Transaction, for client: ClientID?, report: [String]) {
    do throws(StoreError) {
      if !transaction.isEmpty { handle(.committed(try store.commit(transaction))) }
      handle(.imported(.done(client: client, report: report)))
    } catch {
      handle(.imported(.failed(error.text(words.errors))))
    }
  }

  /// Opens the sample desk in a folder of its own, beside the person's desk, which stays empty.
  private func openSample() {
    let folder = store.folder + "-sample"
    let clock = clock
    do throws(StoreError) {
      let sample = try Store.open(folder, zones: surroundings.zones()) { clock.now }
      if sample.desk.isEmpty {
        let records = SampleDesk.small(now: clock.now, zones: sample.desk.zones)
        try sample.commit(SampleDesk.transaction(records, at: clock.now))
      }
      turn(to: sample)
      handle(.notice(Message(.note, Words.fill(words.welcome.sample, folder))))
    } catch {
      handle(.refused(error.text(words.errors)))
    }
  }
}
