#!/bin/sh
# Prints the path of Caddy for the tests over HTTPS, installing it when it can; and certutil, by
# which Chromium is told to trust Caddy's own authority.
set -eu

main() {
  command -v certutil >/dev/null || install "certutil" libnss3-tools
  find_caddy && return
  install "Caddy (or name one in CADDY)" caddy
  # Debian starts it at once, on port 80 and for everybody; the tests start their own.
  if [ -d /run/systemd/system ]; then systemctl disable --quiet --now caddy; fi
  find_caddy
}

find_caddy() {
  command -v "${CADDY:-caddy}"
}

install() {
  sh "$(dirname "$0")/apt-install.sh" "$@"
}

main
