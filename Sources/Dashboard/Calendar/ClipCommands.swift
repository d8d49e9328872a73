import Civil
import Desk

/// Copying, cutting and pasting blocks, opening their links, and how they repeat.
enum ClipCommands {
  static let table: [Command] = [
    BlockCommands.verb("block.copy", ["c"], { $0.copyBlock }) { state, world, block in
      take(block, isCut: false, &state, world)
    },
    BlockCommands.verb("block.cut", ["X"], { $0.cutBlock }) { state, world, block in
      take(block, isCut: true, &state, world)
    },
    Command(
      "block.paste", .calendar, keys: ["p"], in: [.calendar], title: { $0.calendar.pasteBlock },
      unless: { state, world in state.calendar.clip == nil ? world.words.calendar.noClip : nil },
      run: { state, world in paste(&state, world) }),
    BlockCommands.verb("block.openLink", ["o"], { $0.openLink }) { state, world, block in
      guard let link = BlockLink.url(of: block.block) else {
        state.message = Message(.warning, BlockLink.problem(of: block.block, world.words.calendar))
        return []
      }
      return [.openLink(link)]
    },
    BlockCommands.verb("block.repeat", ["r"], { $0.setRepeat }) { state, world, block in
      BlockCommands.ask(&state, .rule(block.id), world)
    },
    BlockCommands.verb("block.allDay", [], { $0.setAllDay }) { state, world, block in
      BlockEdit.allDay(!block.block.allDay).make(block.id, &state, world)
    },
  ]

  private static func take(
    _ block: Occurrence, isCut: Bool, _ state: inout ViewState, _ world: World
  ) -> [Effect] {
    state.calendar.clip = BlockClip(id: block.id, isCut: isCut)
    let words = world.words.calendar
    let key = world.keymap.glyph(of: "block.paste") ?? ""
    let title = block.block.title
    state.message = Message(.note, Words.fill(isCut ? words.cutNews : words.copiedNews, title, key))
    return []
  }

  /// Where the cursor is: into the free row, right after the block, or on the day at the time it has.
  private static func paste(_ state: inout ViewState, _ world: World) -> [Effect] {
    guard let clip = state.calendar.clip, let original = world.desk.occurrence(clip.id) else {
      state.calendar.clip = nil
      state.message = Message(.warning, world.words.calendar.noClip)
      return []
    }
    let block = original.block
    let zone = world.desk.planningZone(block.start.zone)
    var start = ZonedTime(
      CalendarCursor(state, world).newSpan(state.selectedSpan(world)).start, in: zone, isForward: true)
    if block.allDay || state.calendarView == .month {
      // The day is chosen, not the hour.
      let home = world.desk.homeZone.date(at: original.start)
      let days = state.calendar.day(world).days(since: home)
      start = ZonedTime(
        wall: WallTime(
          date: block.start.wall.date.adding(days: days), secondOfDay: block.start.wall.secondOfDay),
        zone: block.start.zone)
    }
    guard clip.isCut else { return BlockCommands.copy(clip.id, to: start, &state, world) }
    let effects = BlockEdit.place(start, duration: block.duration).make(clip.id, &state, world)
    // A series asks how much of it is meant: who leaves that unanswered can still put down what was cut.
    if state.overlays.isEmpty { state.calendar.clip = nil }
    return effects
  }
}

/// The address that a block is held at.
package enum BlockLink {
  /// `https:` and the others that may be opened, in the order in which they are looked for.
  private static let schemes = ["https://", "http://", "mailto:", "tel:"]
  /// Characters that no address has: what stands between `<` and `>` is one by itself.
  private static let strange = Set(#""<>\^`{|}"#.utf8)

  /// Its link, or the first address in its place or notes; only what is plainly one of the web, of mail or a number
  /// to call.
  static func url(of block: Block) -> String? {
    if let link = block.link, isOpenable(link) { return link }
    for text in [block.link, block.location, block.notes].compactMap({ $0 }) {
      let words = text.utf8.split { $0 <= 0x20 || $0 == 0x7F || strange.contains($0) }
      for word in words.lazy.compactMap({ String($0) }) {
        if let address = address(in: word), isOpenable(address) { return address }
      }
    }
    return nil
  }

  /// What begins like an address, without the sentence around it: `(https://meet.example.org/a).`.
  private static func address(in word: String) -> String? {
    let lower = word.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    let starts = schemes.compactMap { scheme in
      lower.indices.first { index in
        // `Hotel:` is no number to call.
        let isWithinWord = index > 0 && (97...122).contains(lower[index - 1]) && !scheme.hasSuffix("//")
        return !isWithinWord && lower[index...].starts(with: scheme.utf8)
      }
    }
    guard let start = starts.min() else { return nil }
    var address = word.utf8.dropFirst(start)
    while let last = address.last, #".,;:!?)]'"#.utf8.contains(last) {
      // A bracket that was opened within belongs to it.
      let isClosing = last == UInt8(ascii: ")")
      if isClosing,
        address.count(where: { $0 == UInt8(ascii: "(") })
          >= address.count(where: { $0 == UInt8(ascii: ")") })
      {
        break
      }
      address = address.dropLast()
    }
    return String(address)
  }

  /// Why nothing can be opened: the link is no address, or there is only a place, or nothing.
  static func problem(of block: Block, _ words: CalendarWords) -> String {
    if let link = block.link, !link.isEmpty { return Words.fill(words.strangeLink, link) }
    if let place = block.location, !place.isEmpty { return Words.fill(words.placeWithoutLink, place) }
    return words.noLink
  }

  /// Whether it is `https:`, `http:`, `mailto:` or `tel:` and has no character that has no place in an address.
  package static func isOpenable(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard text.utf8.count <= 2048, let scheme = schemes.first(where: { lower.hasPrefix($0) }),
      text.utf8.count > scheme.utf8.count
    else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !strange.contains($0) }
  }
}
