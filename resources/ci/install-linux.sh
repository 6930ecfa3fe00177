#!/usr/bin/env bash
# Installs the deb without a question, runs what was installed, installs it once more, and removes it without trace.
set -euo pipefail
deb=$(ls dist/*.deb | head -n 1)
data=$(mktemp -d)
sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
sudo DEBIAN_FRONTEND=noninteractive apt-get install -y "./$deb"
roster --version
set +e
roster --check --data-dir="$data/none"
test $? -eq 0 || exit 1
roster --no-such-switch 2>usage.txt
test $? -eq 2 || exit 1
set -e
grep -q Usage usage.txt
xvfb-run --auto-servernum timeout 30 roster --data-dir="$data/smoke" || test $? -eq 124
test -s "$data/smoke/roster.log"
sudo DEBIAN_FRONTEND=noninteractive apt-get install -y --reinstall "./$deb"
roster --version
sudo DEBIAN_FRONTEND=noninteractive apt-get purge -y roster
test ! -e /opt/Roster
test -d "$data/smoke"
