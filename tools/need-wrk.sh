#!/bin/sh
# Prints the path of wrk for the benchmarks, installing it when it can.
set -eu
command -v wrk && exit
sh "$(dirname "$0")/apt-install.sh" "wrk" wrk
command -v wrk
