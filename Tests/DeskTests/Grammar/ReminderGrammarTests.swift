import Desk
import Testing

@Test(
  arguments: [
    ("30,5", [30, 5]), ("5 30", [30, 5]), ("1h 10m", [70]), ("1h and 10m", [60, 10]),
    ("1 day, 30", [1440, 30]),
    ("10m before, 5m after", [10, -5]), ("30m, 10 before", [30, 10]), ("24h, 30m before", [1440, 30]),
    ("2w", [20_160]), ("0", [0]), ("30; 30", [30]), ("None", []), ("off", []), (" 1:30 ", [90]),
  ] as [(String, [Int])])
func remindersAreRead(text: String, minutes: [Int]) {
  #expect(Grammar.parseReminders(text) == minutes)
}

@Test(arguments: ["", "soon", "30,", "-5", "5 days ago", "5w", "10,soon", "before", "after"])
func whatSaysNoReminderIsNotTaken(text: String) {
  #expect(Grammar.parseReminders(text) == nil)
}
