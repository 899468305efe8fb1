// On plain http browsers withhold the worker, and with it opening without a connection.

/** Say so, in one line; http to one's own machine counts as secure and lacks nothing. */
export function sayWhatHttpLacks() {
  const line = document.getElementById("plain-http");
  if (line) line.hidden = isSecureContext;
}
