"""Writes when the events of an iCalendar file take place, as python's icalendar and
recurring-ical-events expand them: the independent reader that imports are compared with.

    python3 expected.py FILE ZONE FIRST LAST

ZONE is whose days and clocks are meant where the file names no zone. One line an occurrence, sorted:
START SECONDS TITLE, the start in UTC, seconds as the clock has them.
"""

import datetime
import sys
import zoneinfo

import icalendar
import recurring_ical_events


def instant(value, zone):
    if not isinstance(value, datetime.datetime):
        value = datetime.datetime(value.year, value.month, value.day)
    if value.tzinfo is None:
        value = value.replace(tzinfo=zone)
    return value.astimezone(datetime.timezone.utc)


def main(path, zone, first, last):
    zone = zoneinfo.ZoneInfo(zone)
    lines = []
    with open(path, "rb") as file:
        calendars = icalendar.Calendar.from_ical(file.read(), multiple=True)
    for calendar in calendars:
        query = recurring_ical_events.of(calendar, skip_bad_series=True)
        for event in query.between(datetime.date(int(first), 1, 1), datetime.date(int(last), 1, 1)):
            start = instant(event["DTSTART"].dt, zone)
            end = instant(event["DTEND"].dt, zone) if "DTEND" in event else start
            title = " ".join(str(event.get("SUMMARY", "")).split())
            lines.append(f"{start:%Y-%m-%dT%H:%M:%SZ} {int((end - start).total_seconds())} {title}")
    print("\n".join(sorted(lines)))


main(*sys.argv[1:])
