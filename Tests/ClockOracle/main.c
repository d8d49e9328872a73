// The C library's opinion of one zone, for the tests that hold Civil against it.
//
// It takes the zone from the environment of its process, so each zone has a process of its own:
//
//   TZ=:Europe/London TZDIR=/usr/share/zoneinfo clock-oracle changes FROM TO STEP
//   TZ=:Europe/London TZDIR=/usr/share/zoneinfo clock-oracle readings INSTANTS WALLS < numbers
//
// The latter are so many instants, so many wall times to be asked with every daylight flag, and more that are not.
//
// Numbers on its pipes are 64 bits in the machine's own order. Instants are seconds since 1970 in UTC; wall times are
// seconds since 1970-01-01T00:00 by the clock of the zone.
#define _GNU_SOURCE 1
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void put(int64_t value) { fwrite(&value, sizeof value, 1, stdout); }

static struct tm shown(int64_t instant) {
  struct tm fields;
  time_t seconds = instant;
  localtime_r(&seconds, &fields);
  return fields;
}

static int same_rules(const struct tm *a, const struct tm *b) {
  return a->tm_gmtoff == b->tm_gmtoff && a->tm_isdst == b->tm_isdst && strcmp(a->tm_zone, b->tm_zone) == 0;
}

// All that a clock and a calendar on the wall show, as one number.
static int64_t picture(const struct tm *fields) {
  int64_t value = fields->tm_year + 1900;
  value = value * 16 + fields->tm_mon + 1;
  value = value * 32 + fields->tm_mday;
  value = value * 8 + (fields->tm_wday == 0 ? 7 : fields->tm_wday);
  value = value * 32 + fields->tm_hour;
  value = value * 64 + fields->tm_min;
  return value * 64 + fields->tm_sec;
}

// An abbreviation of up to eight letters as one number.
static int64_t letters(const char *text) {
  char bytes[8] = {0};
  memcpy(bytes, text, strnlen(text, sizeof bytes));
  int64_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

// Every change of offset, daylight flag or abbreviation: its instant, the offset before it and the one after. What lasts
// as long as the step is found.
static void changes(int64_t from, int64_t to, int64_t step) {
  int64_t now = from;
  struct tm before = shown(now);
  while (now < to) {
    int64_t next = now + step < to ? now + step : to;
    struct tm after = shown(next);
    if (same_rules(&before, &after)) {
      now = next;
      continue;
    }
    while (next - now > 1) {
      int64_t middle = now + (next - now) / 2;
      struct tm between = shown(middle);
      if (same_rules(&before, &between)) {
        now = middle;
      } else {
        next = middle;
        after = between;
      }
    }
    put(next);
    put(before.tm_gmtoff);
    put(after.tm_gmtoff);
    now = next;
    before = after;
  }
}

// What is shown at an instant: the picture, the offset with the daylight flag, the abbreviation.
static void reading(int64_t instant) {
  struct tm fields = shown(instant);
  put(picture(&fields));
  put(fields.tm_gmtoff * 2 + (fields.tm_isdst > 0));
  put(letters(fields.tm_zone));
}

// The instants that mktime has for a wall time with the daylight flag -1, 0 and 1, and which of them show it. Where a
// flag does not fit, mktime searches years for a time where it does; so one may ask with -1 only.
static void instants(int64_t wall, int with_flags) {
  struct tm fields;
  time_t seconds = wall;
  gmtime_r(&seconds, &fields);
  int64_t wanted = picture(&fields);
  int64_t flags = 0;
  for (int daylight = -1; daylight <= 1; daylight++) {
    if (daylight >= 0 && !with_flags) {
      put(0);
      continue;
    }
    struct tm asked = fields;
    asked.tm_isdst = daylight;
    int64_t instant = mktime(&asked);
    struct tm back = shown(instant);
    if (picture(&back) == wanted) flags |= 1 << (daylight + 1);
    put(instant);
  }
  put(flags);
}

int main(int count, char **words) {
  tzset();
  if (count == 5 && strcmp(words[1], "changes") == 0) {
    changes(atoll(words[2]), atoll(words[3]), atoll(words[4]));
  } else if (count == 4 && strcmp(words[1], "readings") == 0) {
    int64_t walls = atoll(words[2]);
    int64_t plain = walls + atoll(words[3]);
    int64_t index = 0;
    for (int64_t value; fread(&value, sizeof value, 1, stdin) == 1; index++) {
      if (index < walls) reading(value);
      else instants(value, index < plain);
    }
  } else {
    return 64;
  }
  return fflush(stdout) == 0 ? 0 : 1;
}
