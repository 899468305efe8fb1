#!/bin/sh
# Prints the path of a Java for the Nu HTML checker, installing one when it can.
set -eu

main() {
  find_java && return
  sh "$(dirname "$0")/apt-install.sh" "Java (or name one in JAVA)" default-jre-headless
  find_java
}

find_java() {
  command -v "${JAVA:-java}"
}

main
