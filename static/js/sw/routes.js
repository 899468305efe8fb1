// Which requests the worker answers, and from where. Pure.

/** The pages that open offline. */
export const KEPT = ["/", "/wins/", "/goals/", "/checkins/new", "/settings/", "/outbox/"];

/** "page", "shell" or "" (the browser goes its own way). */
export function routeOf({ method, mode, url }, origin, shell) {
  const { pathname, origin: from } = new URL(url);
  if (method !== "GET" || from !== origin) return "";
  if (mode === "navigate") return "page";
  return shell.includes(pathname) ? "shell" : "";
}

/** The name under which a page is kept, or "" when it is not kept; Today is one page however it is opened. */
export function pageName(url) {
  const { pathname, search } = new URL(url);
  if (pathname === "/") return "/";
  return KEPT.includes(pathname) && !search ? pathname : "";
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
