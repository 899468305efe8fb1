// Which requests the worker answers, and from where. Pure.

/** The pages that open offline. */
export const KEPT = ["/", "/wins/", "/goals/", "/decisions/", "/checkins/new", "/settings/", "/outbox/"];

// Pages of everybody, which the shell holds in every language.
const FOR_ALL = ["/offline", "/signed-out", "/help/"];

// Where another app hands over what is shared (manifest.json).
const SHARE = "/shares/new";

/** "page", "share", "shell", "switch" (of the language) or "" (the browser goes its own way). */
export function routeOf({ method, mode, url }, origin, shell) {
  const { pathname, origin: from } = new URL(url);
  if (from !== origin) return "";
  if (method === "POST" && mode === "navigate" && pathname === "/languages/") return "switch";
  if (method !== "GET") return "";
  if (mode === "navigate") return pathname === SHARE ? "share" : "page";
  return shell.includes(pathname) ? "shell" : "";
}

/** The name under which a page is kept, or "" when it is not kept; Today is one page however it is opened. */
export function pageName(url) {
  const { pathname, search } = new URL(url);
  if (pathname === "/") return "/";
  return KEPT.includes(pathname) && !search ? pathname : "";
}

/** The address under which the shell holds a page, in `language`: its own, or that of "no connection". */
export function shellName(pathname, language) {
  return `${FOR_ALL.includes(pathname) ? pathname : "/offline"}?language=${language}`;
}

/** The path of ours that `next` leads to; anything else leads to Today. */
export function ownPath(next, origin) {
  const url = new URL(next || "/", origin);
  return url.origin === origin ? url.pathname + url.search : "/";
}

/** Where something shared is taken: to Today, which opens offline, too. The "#" keeps it out of cached pages. */
export function sharedTo(url) {
  return `/#${new URL(url).search.slice(1)}`;
}

/** The cached page that stands in for a page without a connection, or "": the log looks for itself. */
export function standIn(url) {
  const { pathname, searchParams } = new URL(url);
  return pathname === "/wins/" && !searchParams.has("after") ? pathname : pageName(url);
}

/** The address that a page is kept from: the log with its last 200 wins (R15). */
export function keptAddress(name) {
  return name === "/wins/" ? "/wins/?kept=200" : name;
}

/**
 * What an answer to a navigation is: "theirs" (a page of the signed-in person), "nobody" (our
 * page for somebody signed out), "redirect", "down" (our server failed), or "foreign" (a proxy's
 * or captive portal's page, which must not pass for ours).
 */
export function answerOf({ type, status, person }) {
  if (type === "opaqueredirect") return "redirect";
  if (!person) return "foreign";
  if (status >= 500) return "down";
  return person === "nobody" ? "nobody" : "theirs";
}
