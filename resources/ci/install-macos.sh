#!/usr/bin/env bash
# Installs the pkg without a question, runs what was installed, and removes it.
set -euo pipefail
pkg=$(ls dist/*.pkg | head -n 1)
data=$(mktemp -d)
sudo installer -pkg "$pkg" -target /
program=/Applications/Roster.app/Contents/MacOS/Roster
"$program" --version
"$program" --check --data-dir="$data/none"
set +e
"$program" --no-such-switch
test $? -eq 2 || exit 1
set -e
"$program" --data-dir="$data/smoke" &
sleep 30
kill $!
wait || true
test -s "$data/smoke/roster.log"
sudo rm -rf /Applications/Roster.app
sudo pkgutil --forget app.roster.desktop
