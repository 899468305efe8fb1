#!/bin/sh
# Prints the path of WebKitWebDriver for the tests, installing it and what it needs when it can:
# a screen that nobody sees, and the bindings that tests/support/phones/webkit_browser.py is made of.
set -eu

main() {
  find_webkit && return
  sh "$(dirname "$0")/apt-install.sh" \
    "WebKitWebDriver, Xvfb and WebKitGTK's Python bindings (or name a driver in WEBKIT_DRIVER)" \
    webkit2gtk-driver xvfb python3-gi gir1.2-gtk-3.0 gir1.2-webkit2-4.1
  find_webkit
}

find_webkit() {
  command -v Xvfb >/dev/null && has_bindings && command -v "${WEBKIT_DRIVER:-WebKitWebDriver}"
}

has_bindings() {
  /usr/bin/python3 -c 'import gi; gi.require_versions({"Gtk": "3.0", "WebKit2": "4.1"})' 2>/dev/null
}

main
