#!/bin/sh
# Prints the path of Chromium's headless shell, which starts in a third of the time (decision 0014).
# Where there is none, Chromium itself stands in for it.
set -eu
here=$(dirname "$0")

main() {
  find_shell && return
  [ -z "${CHROMIUM_SHELL:-}" ] || exec sh "$here/need-chromium.sh"
  sh "$here/apt-install.sh" "Chromium's headless shell (or nothing: Chromium stands in)" \
    chromium-headless-shell 2>/dev/null && find_shell && return
  sh "$here/need-chromium.sh"
}

find_shell() {
  command -v "${CHROMIUM_SHELL:-chromium-headless-shell}"
}

main
