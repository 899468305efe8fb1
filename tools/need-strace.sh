#!/bin/sh
# Prints the path of strace for the tests of full disks and sudden ends, installing it when it can.
set -eu
command -v strace && exit
sh "$(dirname "$0")/apt-install.sh" "strace" strace
command -v strace
