/// Words of the calendar screens.
package struct CalendarWords: Sendable {
}
