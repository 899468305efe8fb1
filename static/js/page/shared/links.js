// Links as people type them: the address of a page, and the host shown for it. Pure. The same as
// webapp/rules/shared/links.py, which says why; tests/links.json has cases for both.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it refuses
const MISLEADING = /[\s\u0000-\u001f\u007f-\u009f\ufeff\\]/;
const BARE = /^(?:(?:[^/?#@:[\].]+\.)+[^/?#@:[\].]{2,}\.?|\d+(?:\.\d+){3})(?::\d+)?(?:[/?#].*)?$/u;
const FULL = /^https?:\/\/(?:[^/?#]*@)?(?<host>\[[0-9a-f:]+\]|[^/?#@:[\]]+)(?::(?<port>\d{0,5}))?(?:[/?#].*)?$/i;
const LABEL = /^(?!\p{M})(?:(?!\p{DI})[\p{L}\p{M}\p{N}_-])+$/u;
const NUMERIC = /^(?:\d+|0x[0-9a-f]*)$/i;
const DOTTED = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
const MAPPED = /^\[::ffff:[0-9a-f]+:[0-9a-f]+\]$/;
const HIGHEST_PORT = 65_535;

/**
 * Return the http or https address that a text without outer blanks gives, "" if none.
 * @param {string} typed
 */
export function addressOf(typed) {
  const address = BARE.test(typed) ? `https://${typed}` : typed;
  return hostOf(address) ? address : "";
}

/**
 * Return the host that browsers go to, as they write it; "" if `address` is no http address.
 * @param {string} address
 */
export function hostOf(address) {
  const { host = "", port = "" } = (!MISLEADING.test(address) && FULL.exec(address)?.groups) || {};
  if (!host || Number(port) > HIGHEST_PORT || (host[0] !== "[" && !isName(host.normalize("NFKC")))) return "";
  try {
    const { hostname } = new URL(`https://${host}`);
    return MAPPED.test(hostname) ? "" : hostname;
  } catch {
    return "";
  }
}

/** @param {string} host */
function isName(host) {
  const labels = host.replace(/\.$/, "").split(".");
  const isNumber = NUMERIC.test(labels[labels.length - 1]);
  return labels.every((label) => LABEL.test(label)) && (!isNumber || DOTTED.test(host));
}
