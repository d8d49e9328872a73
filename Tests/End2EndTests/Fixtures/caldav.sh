#!/usr/bin/env bash
# Blocks of two desks through a CalDAV server: radicale on this machine, vdirsyncer between it and two folders, and
# vahi (first argument) between each folder and its desk. Prints what each desk has after each round.
set -euo pipefail
vahi=$1
root=$2
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

cat >"$root/radicale.conf" <<CONF
[server]
hosts = 127.0.0.1:$port
[auth]
type = none
[storage]
filesystem_folder = $root/server
CONF
radicale --config "$root/radicale.conf" >"$root/radicale.log" 2>&1 &
server=$!
trap 'kill $server' EXIT

ask() { # ask METHOD PATH
  python3 -c '
import sys, http.client
connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=5)
connection.request(sys.argv[2], sys.argv[3], headers={"Authorization": "Basic dXNlcjp4"})
print(connection.getresponse().status)' "$port" "$1" "$2"
}

tries=0
until ask GET / >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ $tries -lt 200 ] || { cat "$root/radicale.log" >&2; exit 1; }
  kill -0 $server
  read -rt 0.05 <> <(:) || true
done
ask MKCALENDAR /user/lin/ >/dev/null

for side in left right; do
  mkdir -p "$root/$side/folder/lin" "$root/$side/config/vahi"
  cat >"$root/$side/vdirsyncer.conf" <<CONF
[general]
status_path = "$root/$side/status"
[pair blocks]
a = "local"
b = "remote"
collections = [["lin", "lin", "lin"]]
[storage local]
type = "filesystem"
path = "$root/$side/folder"
fileext = ".ics"
[storage remote]
type = "caldav"
url = "http://127.0.0.1:$port/user/"
username = "user"
password = "x"
CONF
  echo "{\"calendars\": [{\"folder\": \"$root/$side/folder/lin\", \"client\": \"lin\"}]}" \
    >"$root/$side/config/vahi/config.json"
done

on() { # on SIDE ARGUMENT...
  local side=$1
  shift
  XDG_CONFIG_HOME="$root/$side/config" XDG_STATE_HOME="$root/$side/state" "$vahi" "$@" \
    --data "$root/$side/desk" --now 2026-11-23T09:00:00Z --freeze
}

carry() { vdirsyncer -c "$root/$1/vdirsyncer.conf" sync >>"$root/vdirsyncer.log" 2>&1; }

round() { # Everything that is new anywhere comes everywhere.
  for side in left right left; do
    on $side sync >>"$root/sync.log"
    carry $side
    on $side sync >>"$root/sync.log"
  done
  echo "== $1"
  for side in left right; do
    on $side block list --from 2026-11-23 --to 2026-12-31 --json |
      python3 -c '
import json, sys
for block in json.load(sys.stdin):
    print(sys.argv[1], block["startsAt"], block["endsAt"], block["title"])' $side
  done
}

for side in left right; do
  on $side client add 'Coach Lin' --slug lin --zone Europe/London >/dev/null
  vdirsyncer -c "$root/$side/vdirsyncer.conf" discover </dev/null >>"$root/vdirsyncer.log" 2>&1
done

call=$(on left block add 'Call; with, Lin' --client lin --start '2026-12-03 16:00' --for 45m)
standup=$(on left block add Standup --client lin --start '2026-12-01 10:00' --for 30m --repeat 'FREQ=WEEKLY;COUNT=3')
on right block add Müsli --client lin --zone Asia/Kolkata --start '2026-12-04 09:30' --for 1h >/dev/null
round new
on left block edit "$call" --start '2026-12-07 16:00' >/dev/null
on left block edit "$standup" --this --occurrence '2026-12-08T10:00' --start '2026-12-09 12:00' >/dev/null
on right block rm "$(on right block list --from 2026-12-04 --to 2026-12-04 --json |
  python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')" >/dev/null
round changed
on right block rm "$(on right block list --from 2026-12-09 --to 2026-12-09 --json |
  python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')" >/dev/null
round 'one deleted'
