/// Words of the first run.
package struct WelcomeWords: Sendable {
  package var title = "Vahi"
  package var greeting = [
    "Welcome. This is the desk of somebody who works for many clients in many time zones: a board for each of them, your day on every clock, a timer, and nothing that needs a network.",
    "",
    "Everything is a key away, and on the desk ? says which. All of it is kept in plain files on this machine.",
  ]
  package var choices: [(key: String, text: String)] = [
    ("Enter", "set up your own desk: six lines to fill in"), ("s", "look round a sample desk first"),
    ("q", "leave"),
  ]
  package var name = "Your name"
  package var zone = "Where you are"
  package var hours = "You work from–to"
  package var week = "On these days"
  package var client = "Your first client"
  package var clientZone = "Where they are"
  package var hoursHint = "as 9:00-17:30"
  package var weekHint = "as mon-fri"
  package var clientHint = "more at any time"
  package var sample = "For your own desk leave with q and start again; this sample is in %1"
  package var footer = "Enter next line · type a city for a zone · Esc back, nothing is lost"
}
