/// Words of what came of a calendar that was taken in.
package struct CalendarReportWords: Sendable {
  package var calendar = "Calendar “%2” → %1"
  package var unnamed = "Calendar → %1"
  package var client = "client %1"
  package var newClient = "new client %1"
  package var own = "your own time"
  package var nobody = "no client"
  package var madeNone = "No new client “%1”: nothing came for it."
  package var wentElsewhere = "No new client “%1”: this calendar came into %2 before, and went there."
  package var nothingNew = "Nothing new: the desk has it all already."
  package var blocks = "Blocks: %1 new, %2 changed, %3 as they were%4"
  package var series = "%1 events repeat"
  package var oneSeries = "1 event repeats"
  package var moved = "%1 stand for one occurrence"
  package var oneMoved = "1 stands for one occurrence"
  package var removed = "Called off there and taken away here: %1"
  package var conflict = "Changed on both sides, yours stayed: “%1” (%2)"
  /// By the stable word of each field that both sides can change.
  package var fields = [
    "time": "time", "title": "title", "place": "place", "notes": "notes", "kind": "kind",
    "reminders": "reminders",
  ]
  package var leftOut = "Not as it was:"
  package var remark = "  %2: line %3"
  package var remarks = "  %1 × %2: lines %3"
  /// By the stable word of each reason; `%1` is the value or the zone that is spoken of.
  package var reasons = [
    "notUTF8": "text that is not UTF-8, read as Windows-1252",
    "looksJapanese": "text that looks like Shift_JIS; convert the file first (iconv -f SHIFT_JIS -t UTF-8)",
    "noContentLine": "no line of a calendar, left out",
    "missingEnd": "an END is missing, what was open is closed here",
    "strayEnd": "END:%1 without its BEGIN, passed over",
    "truncated": "the file stops inside the event that begins here: it is left out",
    "unfinished":
      "the file ends before the calendar that begins here does: more may have been in it, get it again",
    "overlongLine": "%1 is too long to be kept and was left out",
    "tasks": "a task (VTODO), left out", "journals": "a journal entry (VJOURNAL), left out",
    "freeBusy": "busy times without events (VFREEBUSY), left out", "otherComponents": "%1, left out",
    "noStart": "an event without a start, left out", "badStart": "the start “%1” cannot be read",
    "olderVersions": "an older version of an event that is in the file again, left out",
    "cancelled": "called off: taken away here",
    "cancelledUnknown": "called off and not on the desk, left out",
    "badEnd": "the end “%1” cannot be read: it has none now",
    "badLength": "the duration “%1” cannot be read: it has none now",
    "endBeforeStart": "it ends before it starts: it takes no time now, or one day",
    "badDate": "“%1” cannot be read, left out",
    "badRule":
      "the rule cannot be followed (%1): it takes place once, and the rule goes out again as it came",
    "secondRule": "a second rule (%1): kept for export, not followed",
    "exceptionRule": "a rule of exceptions (EXRULE %1): kept for export, not followed",
    "emptyRule": "the rule (%1) has no day at all: it takes place once",
    "alarmUnreadable": "an alarm that cannot be read: not told of, and left out of exports",
    "alarmAction": "an alarm by e-mail or by a program: kept for export, not told of here",
    "alarmOnce": "an alarm for the first of a series alone: kept for export, not told of here",
    "alarmLate": "an alarm more than four weeks after the start: kept for export, not told of here",
    "alarmEarly": "an alarm more than four weeks before: kept for export, not told of here",
    "alarmRepeats": "an alarm that rings again and again: told of once",
    "alarmsMany": "more alarms than are told of: the earliest count",
    "denseRule": "the rule (%1) has thousands of starts a week: not all of them are shown",
    "badOccurrence": "which occurrence it stands for (“%1”) cannot be read: taken by itself",
    "occurrenceWithoutSeries": "one occurrence of a series that is not there: taken by itself",
    "followingNotTaken":
      "a change to all following occurrences whose rule cannot be moved: only this one is changed",
    "unknownZone": "the zone is not known: %1", "zoneByRules": "the zone is known by its rules: %1",
    "fixedInUTC": "no zone has the rules of “%1”: the times are kept in UTC",
    "floating": "a time without a zone, taken as %1's",
    "noUID": "an event without a name of its own (UID): known again only while it stays as it is",
    "noTitle": "no title", "longTitle": "the title is too long for a line: all of it is in the notes",
    "otherClient": "%1 has it already, it stayed there",
    "ownAlready": "it is your own time already, and stayed so",
    "deletedHere": "deleted here since the last import, not brought back",
    "localEditsKept": "changed here since the last import: your changes stayed",
  ]

  package init() {}
}
