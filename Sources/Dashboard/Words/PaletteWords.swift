/// Words of the command palette.
package struct PaletteWords: Sendable {
  package var title = "Commands, clients, cards"
  package var nothing = "Nothing is called like that."
  package var client = "client"
  package var notHere = "not on this screen"

  /// Everyday words for commands whose titles have others: a command a line, its id first.
  ///
  /// One text, so that a start does not pay for a table that only the palette needs.
  package var otherWords = """
    view.help keys keyboard shortcuts hotkeys bindings manual cheatsheet guide how
    view.themes colour colours color colors dark light mode appearance look skin style background
    view.today dashboard overview agenda home start inbox
    view.desk kanban home main back
    view.time timesheet hours tracked log worklog report
    view.history log changes activity journal audit
    view.matrix priority priorities matrix quadrants urgent important
    view.matrixAll priority priorities matrix quadrants urgent important
    view.nextPane switch focus other side
    desk.quit exit leave close bye stop end
    desk.undo revert back take oops restore
    desk.redo again repeat forward
    desk.share private privacy hide blank presentation zoom meeting
    desk.settings preferences options configuration profile timezone clock name buffer capacity
    desk.travel trip journey away abroad zone vacation flight
    desk.cancelTravel trip journey travel away abroad stay
    desk.importTrello load open file json migrate bring ics icalendar google outlook
    desk.exportCalendar export save share ics icalendar google outlook
    desk.sync synchronize synchronise vdir vdirsyncer caldav refresh
    desk.redraw refresh repaint clear reload
    desk.suspend background shell pause
    board.filter search find query show only
    board.sort order arrange
    board.archived trash bin old hidden restore
    card.new add create task todo item ticket issue
    card.newAtTop add create task first
    card.open details view show
    card.title rename
    card.notes description text body details write
    card.due deadline date when remind schedule
    card.estimate effort size guess length duration
    card.labels tags categories
    card.assignee owner person responsible delegate who
    card.waiting blocked hold pending
    card.quadrant priority urgency importance
    card.comment remark note reply
    card.toColumn list status stage
    card.toClient project transfer
    card.duplicate copy clone
    card.archive hide put away
    card.remove trash erase
    card.done finish complete check close tick
    card.mark select several bulk
    card.markAll select everything bulk
    column.add list lane stage create
    column.rename list lane title
    column.limit wip maximum
    column.remove list lane
    timer.toggle stopwatch clock track record time begin
    timer.start track record stopwatch begin task
    timer.stop pause halt end stopwatch
    timer.interrupt phone call pause switch
    entry.add log track manual time hours
    entry.billable invoice free charge
    entry.split divide cut
    entry.join merge combine
    block.new appointment event meeting calendar add create schedule reserve
    block.plan schedule timebox appointment calendar
    block.place location link address room zoom
    block.kind type meeting break
    block.remove cancel trash erase appointment event
    calendar.goTo jump date
    client.new customer project add create company
    client.edit customer profile rate currency timezone contact holiday holidays
    client.archive customer hide
    client.remove customer erase
    client.find customer switch jump search project
    """

  /// The other words by command.
  package var otherWordsByCommand: [Substring: [Substring]] {
    var found: [Substring: [Substring]] = [:]
    for line in otherWords.split(separator: "\n") {
      let words = line.split(separator: " ")
      if let id = words.first { found[id] = Array(words.dropFirst()) }
    }
    return found
  }
}
