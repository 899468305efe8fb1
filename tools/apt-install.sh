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
echo "Installing $wanted ..." >&2
{ apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null
