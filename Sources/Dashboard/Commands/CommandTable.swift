/// Every command there is: the one table behind keys, palette, help, hints and the README.
package enum CommandTable {
  package static let all: [Command] =
    MoveCommands.table + CardCommands.table + FieldCommands.table + ChecklistCommands.table
    + MatrixCommands.table + ColumnCommands.table + TimerCommands.table
    + CalendarCommands.table + PlanCommands.table + SlotCommands.table
    + EntryCommands.table + TodayCommands.table
    + HistoryCommands.table + ClientCommands.table + ViewCommands.table
    + TravelCommands.table + DeskCommands.table

  package static func command(_ id: String) -> Command? { all.first { $0.id == id } }
}
