#!/bin/sh
# Installs Debian packages when we may; otherwise says which program a person should install.
# With NO_INSTALL it only says what installs it: tests ask so, and do not change the machine.
# usage: apt-install.sh "what to install" package ...
set -eu
wanted=$1
shift

if [ -n "${NO_INSTALL:-}" ]; then
  echo "$wanted must be installed: run \`make programs\`." >&2
  exit 1
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Please install $wanted, then run make again." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
install() { apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

echo "Installing $wanted ..." >&2
# The lists of packages are fetched only where they are missing or too old to install from.
install "$@" 2>/dev/null || { apt-get update -qq >/dev/null && install "$@"; }
