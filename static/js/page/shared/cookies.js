// What the phone tells the server with every page. Over https bound to this host, as the prefix says.

const YEAR = 31_536_000;
const secure = location.protocol === "https:";
const prefix = secure ? "__Host-" : "";

/** Keep a value for a year. */
export function setCookie(name, value) {
  // biome-ignore lint/suspicious/noDocumentCookie: not every browser of R60 has cookieStore, and none on plain http
  document.cookie = `${prefix}${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** The value, or undefined. */
export function cookie(name) {
  const start = `${prefix}${name}=`;
  return document.cookie
    .split("; ")
    .find((one) => one.startsWith(start))
    ?.slice(start.length);
}
