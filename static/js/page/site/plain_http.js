// On plain http browsers have no service worker, so that the app does not open without a connection.

/** Show so, in one line; http to one's own machine counts as secure and lacks nothing. */
export function showWhatHttpLacks() {
  const line = document.getElementById("plain-http");
  if (line) line.hidden = isSecureContext;
}
