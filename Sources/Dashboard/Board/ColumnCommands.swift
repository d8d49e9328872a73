/// Changing a board's columns.
enum ColumnCommands {
  static let table: [Command] = []
}
