// Cookies that tell the server something with every request. Over https the prefix binds them to this host.

const YEAR = 31_536_000; // s

/**
 * Set a cookie for a year.
 * @param {string} name
 * @param {string} value
 */
export function setCookie(name, value) {
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser of R60 has cookieStore, and none on plain http
  document.cookie = `${prefix() + name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${prefix() && "; Secure"}`;
}

/**
 * Return the value of a cookie, or undefined.
 * @param {string} name
 */
export function cookie(name) {
  const start = `${prefix() + name}=`;
  const found = document.cookie.split("; ").find((one) => one.startsWith(start));
  return found?.slice(start.length);
}

/** @param {string} name */
export function removeCookie(name) {
  // biome-ignore lint/suspicious/noDocumentCookie: as above
  document.cookie = `${prefix() + name}=; Path=/; Max-Age=0; SameSite=Lax${prefix() && "; Secure"}`;
}

function prefix() {
  return location.protocol === "https:" ? "__Host-" : "";
}
