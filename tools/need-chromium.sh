#!/bin/sh
# Prints the path of a Chromium for the tests, installing one when it can.
set -eu

main() {
  find_chromium && return
  sh "$(dirname "$0")/apt-install.sh" "Chromium (or name one in CHROMIUM)" \
    chromium fonts-noto-core fonts-noto-color-emoji
  find_chromium
}

find_chromium() {
  for name in chromium chromium-browser google-chrome; do
    command -v "${CHROMIUM:-$name}" && return
  done
  return 1
}

main
