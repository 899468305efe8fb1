#!/bin/sh
# Prints the folder of PostgreSQL's server programs for the tests, installing them when it can.
set -eu

main() {
  find_postgres && return
  sh "$(dirname "$0")/apt-install.sh" "PostgreSQL (or name the folder of initdb in POSTGRES_BIN)" postgresql
  find_postgres
}

find_postgres() {
  for folder in /usr/lib/postgresql/*/bin; do
    folder=${POSTGRES_BIN:-$folder}
    if [ -x "$folder/initdb" ]; then echo "$folder"; return; fi
  done
  [ -z "${POSTGRES_BIN:-}" ] || return 1
  found=$(command -v initdb) && dirname "$found"
}

main
