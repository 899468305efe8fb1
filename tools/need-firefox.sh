#!/bin/sh
# Prints the path of a Firefox for the tests, installing one when it can.
set -eu

main() {
  find_firefox && return
  sh "$(dirname "$0")/apt-install.sh" "Firefox (or name one in FIREFOX)" firefox-esr
  find_firefox
}

find_firefox() {
  for name in firefox-esr firefox; do
    command -v "${FIREFOX:-$name}" && return
  done
  return 1
}

main
