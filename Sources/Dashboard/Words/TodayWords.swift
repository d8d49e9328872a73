/// Words of the today screens.
package struct TodayWords: Sendable {
}
