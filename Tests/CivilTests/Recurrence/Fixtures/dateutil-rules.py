#!/usr/bin/env python3
"""Writes dateutil-rules.txt: 5,000 random valid rules and what python-dateutil makes of them.

    python3 Tests/CivilTests/Recurrence/Fixtures/dateutil-rules.py

Needs python-dateutil (recorded with 2.9.0). A line is RULE|START|COUNT HASH|FROM COUNT HASH: the first hundred
starts, and all starts (at most a hundred) of a window of a year, or of four days below daily (of an hour for SECONDLY), that begins FROM.
HASH is FNV-1a, 32 bits, over the starts' seconds since 1970, 8 bytes each, lowest first.

Where dateutil departs from RFC 5545 it is asked in another way, or not at all; DateutilTests.swift argues each.
"""
import datetime, itertools, pathlib, random, signal

from dateutil import rrule

RULES = 5000
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
EPOCH = datetime.datetime(1970, 1, 1)


class TooLong(Exception):
    pass


def alarm(*_):
    raise TooLong


def some(chance, values, most, rng):
    if rng.random() >= chance:
        return []
    return sorted(rng.sample(values, rng.randint(1, min(most, len(values)))))


def both_ends(numbers):
    return list(numbers) + [-number for number in numbers]


def candidate(rng):
    """A rule as parts, its start, and what dateutil is to be asked instead where that differs."""
    frequency = rng.choices(FREQUENCIES, [30, 25, 15, 12, 6, 6, 6])[0]
    level = FREQUENCIES.index(frequency)
    year = rng.choice([1997, 2000, 2015, 2019, 2023, 2024, 2026, rng.randint(1900, 2090)])
    start = datetime.datetime(year, 1, 1) + datetime.timedelta(
        days=rng.randint(0, 364), seconds=rng.randint(0, 86399) // 900 * 900)
    parts, asked = {}, {}
    if rng.random() < 0.45:
        highest = [5, 14, 6, 20, 30, 200, 5000][level]
        parts["INTERVAL"] = [rng.randint(2, highest)]
    if rng.random() < 0.3:
        parts["WKST"] = [rng.choice(DAYS)]
    parts["BYMONTH"] = some(0.3, list(range(1, 13)), 4, rng)
    if level == 0 and rng.random() < 0.15:
        parts["BYWEEKNO"] = some(1, list(range(1, 52)) + list(range(-51, 0)), 4, rng)
        parts.pop("INTERVAL", None)
    if level == 0 or level > 3:
        near = both_ends(list(range(1, 15)) + [60, 100, 200, 300, 365, 366])
        parts["BYYEARDAY"] = some(0.15, near, 6, rng)
    if frequency != "WEEKLY":
        parts["BYMONTHDAY"] = some(0.3, both_ends(range(1, 32)), 6, rng)
    if level < 2 and "BYWEEKNO" not in parts and rng.random() < 0.35:
        most = 5 if level == 1 or parts["BYMONTH"] else 53
        parts["BYDAY"] = sorted({
            f"{rng.choice([-1, 1]) * rng.randint(1, most)}{rng.choice(DAYS)}" for _ in range(rng.randint(1, 3))})
    else:
        parts["BYDAY"] = some(0.45, DAYS, 5, rng)
    parts["BYHOUR"] = some(0.15, list(range(24)), 4, rng)
    parts["BYMINUTE"] = some(0.12, list(range(60)), 4, rng)
    parts["BYSECOND"] = some(0.08, list(range(60)), 3, rng)
    by_parts = [name for name in parts if name.startswith("BY") and parts[name]]
    if by_parts and "BYWEEKNO" not in parts and rng.random() < 0.25:
        parts["BYSETPOS"] = some(1, both_ends(range(1, 6)), 3, rng)
        if frequency == "WEEKLY":
            first = DAYS.index(parts.get("WKST", ["MO"])[0])
            start -= datetime.timedelta(days=(start.weekday() - first) % 7)
    if parts.get("BYWEEKNO") and not (parts["BYDAY"] or parts.get("BYMONTHDAY") or parts.get("BYYEARDAY")):
        asked["BYDAY"] = [DAYS[start.weekday()]]
    parts = {name: values for name, values in parts.items() if values}
    return frequency, parts, asked, start


def text(frequency, parts, end=""):
    listed = ";".join(f"{name}={','.join(map(str, values))}" for name, values in parts.items())
    return f"FREQ={frequency}" + end + (";" + listed if listed else "")


def starts(rule, start, until, count):
    """The start, then what the rule gives, as far as the end lets it."""
    def all_starts():
        yield start
        for moment in rule:
            if until is not None and moment > until:
                return
            if moment != start:
                yield moment
    return itertools.islice(all_starts(), count)


def seconds(moment):
    return int((moment - EPOCH).total_seconds())


def checksum(moments):
    value = 0x811C9DC5
    for moment in moments:
        for byte in (seconds(moment) & (1 << 64) - 1).to_bytes(8, "little"):
            value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return f"{len(moments)} {value:08x}"


def stamp(moment):
    return moment.strftime("%Y%m%dT%H%M%S").zfill(15)


def line(rng):
    frequency, parts, asked, start = candidate(rng)
    level = FREQUENCIES.index(frequency)
    question = text(frequency, {**parts, **asked})
    try:
        rule = rrule.rrulestr("RRULE:" + question, dtstart=start)
    except ValueError as error:
        # No step of the rule meets the times that it allows: only the start is left.
        if "empty" not in str(error):
            raise
        rule = []
    if rule and rng.random() < 0.6:
        # Most rules begin with an occurrence of their own, as RFC 5545 asks.
        first = next(iter(rule), None)
        if first is not None and "BYSETPOS" not in parts:
            start = first
            rule = rrule.rrulestr("RRULE:" + question, dtstart=start)
    length = datetime.timedelta(days=365 if level < 4 else 4) if level < 6 else datetime.timedelta(hours=1)
    end, until, count = "", None, None
    choice = rng.random()
    if choice < 0.2:
        count = rng.randint(1, 60)
        end = f";COUNT={count}"
    elif choice < 0.35:
        until = start + length * rng.random() * 4
        until = until.replace(microsecond=0)
        end = f";UNTIL={stamp(until)}"
    elif choice < 0.45:
        until = (start + length * rng.random() * 4).replace(hour=23, minute=59, second=59, microsecond=0)
        end = f";UNTIL={stamp(until)[:8]}"
    far = start + length * rng.choice([0.3, 2.5, rng.random() * 12])
    far = far.replace(microsecond=0)
    early = list(itertools.islice(starts(rule, start, until, count), 100))
    late = list(itertools.islice(
        itertools.dropwhile(
            lambda moment: moment < far,
            itertools.takewhile(lambda moment: moment < far + length, starts(rule, start, until, count))), 100))
    return f"{text(frequency, parts, end)}|{stamp(start)}|{checksum(early)}|{stamp(far)} {checksum(late)}"


def main():
    rng = random.Random(5545)
    signal.signal(signal.SIGALRM, alarm)
    lines = {}
    while len(lines) < RULES:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        try:
            made = line(rng)
        except (TooLong, ValueError, OverflowError):
            continue
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        lines[made] = None
    target = pathlib.Path(__file__).with_name("dateutil-rules.txt")
    target.write_text("".join(made + "\n" for made in lines))


if __name__ == "__main__":
    main()
