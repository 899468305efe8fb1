#!/bin/sh
# Makes .venv with a Python that is new enough, or says in one sentence what is missing.
set -eu
python=$1

stop() { echo "$1" >&2; exit 1; }

command -v "$python" >/dev/null || stop "Python is missing: install Python 3.11 or newer."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
  || stop "Small Wins needs Python 3.11 or newer; name one with: make PYTHON=python3.12"
# Debian and Ubuntu leave ensurepip out, and venv fails half-way without it.
"$python" -c 'import ensurepip' 2>/dev/null \
  || stop "Python cannot make a virtual environment: install the package python3-venv."
exec "$python" -m venv --clear .venv
