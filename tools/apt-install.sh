#!/bin/sh
# Installs Debian packages when we may; otherwise says which program a person should install.
# usage: apt-install.sh "what to install" package ...
set -eu
wanted=$1
shift

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Please install $wanted, then run make again." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
install() { apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

echo "Installing $wanted ..." >&2
# The lists of packages are fetched only where they are missing or too old to install from.
install "$@" 2>/dev/null || { apt-get update -qq >/dev/null && install "$@"; }
