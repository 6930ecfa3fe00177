#!/usr/bin/env bash
# Reads the fuses back from the packaged program and fails when one is not as it was asked for.
set -euo pipefail
case "$(uname -s)" in
  Darwin) program=$(ls -d dist/mac*/Roster.app | head -n 1) ;;
  Linux) program=$(ls dist/linux*-unpacked/roster | head -n 1) ;;
  *) program=$(ls dist/win*-unpacked/Roster.exe | head -n 1) ;;
esac
found=$(npx @electron/fuses read --app "$program")
echo "$found"
while read -r fuse state; do
  grep -q "$fuse is $state" <<<"$found" || { echo "$fuse is not $state"; exit 1; }
done <<'FUSES'
RunAsNode Disabled
EnableCookieEncryption Enabled
EnableNodeOptionsEnvironmentVariable Disabled
EnableNodeCliInspectArguments Disabled
EnableEmbeddedAsarIntegrityValidation Enabled
OnlyLoadAppFromAsar Enabled
GrantFileProtocolExtraPrivileges Disabled
FUSES
