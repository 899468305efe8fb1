// Which requests the service worker answers, and from where. Pure.

/** Paths of the pages that open without a connection. */
export const CACHED = [
  "/",
  "/wins/",
  "/goals/",
  "/decisions/",
  "/checkins/",
  "/checkins/new",
  "/settings/",
  "/outbox/",
];

// Pages that are the same for everybody; the shell holds them in every language.
const FOR_ALL = ["/offline", "/not-sent", "/signed-out", "/help/"];

// Where forms go that sign somebody in.
const SIGNING_IN = ["/sessions/", "/people/"];

// A script or style of any version of the app.
const BUILT = /^\/static\/build\/[\w-]+\.[0-9a-f]{12}\.\w+$/;

const REVIEW = /\/reviews\/[\w-]+\/edit$/;

// Where another app sends what is shared (manifest.json).
const SHARE = "/shares/new";

/**
 * Return who answers a request: "page", "share", "shell", "switch" (of the language), "form" or "" (the browser).
 * @param {{ method: string, mode: string, url: string, referrer?: string }} request
 * @param {string} origin
 * @param {string[]} shell  paths of its files
 */
export function routeOf({ method, mode, url, referrer = "" }, origin, shell) {
  const { pathname, origin: to } = new URL(url);
  if (to !== origin) return "";
  if (method === "POST" && mode === "navigate" && isOf(origin, referrer)) {
    return pathname === "/languages/" ? "switch" : "form";
  }
  if (method !== "GET") return "";
  if (mode === "navigate") return pathname === SHARE ? "share" : "page";
  return shell.includes(pathname) || BUILT.test(pathname) ? "shell" : "";
}

/**
 * Return the path under which a page is cached, or "" if it is not; Today is one page whatever its query says.
 * @param {string} url
 */
export function pageName(url) {
  const { pathname, search } = new URL(url);
  if (pathname === "/") return "/";
  return CACHED.includes(pathname) && !search ? pathname : "";
}

/**
 * Return the address under which the shell holds a page in `language`: its own, or that of "no connection".
 * @param {string} pathname
 * @param {string} language
 */
export function shellName(pathname, language) {
  return `${FOR_ALL.includes(pathname) ? pathname : "/offline"}?language=${language}`;
}

/**
 * Return the path of ours that `next` leads to; anything else leads to Today.
 * @param {string | null} next
 * @param {string} origin
 */
export function ownPath(next, origin) {
  const url = new URL(next || "/", origin);
  // A path that begins with two slashes would be the address of another host.
  return url.origin === origin && !url.pathname.startsWith("//") ? url.pathname + url.search : "/";
}

/**
 * Return where something shared goes: to Today, which opens without a connection too. Behind the "#" it stays out
 * of cached pages.
 * @param {string} url
 */
export function sharedTo(url) {
  return `/#${new URL(url).search.slice(1)}`;
}

/**
 * Return the path of the cached page that stands in for a page without a connection, or "". The log does for every
 * search: it searches itself.
 * @param {string} url
 */
export function standIn(url) {
  const { pathname, searchParams } = new URL(url);
  return pathname === "/wins/" && !searchParams.has("after") ? pathname : pageName(url);
}

/**
 * Return the path of the cached page that is better than none where the server has not answered at all, or "": the page
 * itself for what is shown of it, but not for what comes after it.
 * @param {string} url
 */
export function betterThanNone(url) {
  const { pathname, searchParams } = new URL(url);
  if (REVIEW.test(pathname)) return pathname; // page/reviews/without_network.js keeps it
  return CACHED.includes(pathname) && !searchParams.has("after") ? pathname : "";
}

/**
 * Return the address that a cached page is fetched from: for the log, its last 200 wins (R15).
 * @param {string} path
 */
export function sourceOf(path) {
  return path === "/wins/" ? "/wins/?kept=200" : path;
}

/**
 * Return what an answer to a navigation is: "theirs" (a page of the signed-in person), "nobody" (a page of ours for
 * a person who is signed out), "redirect", "down" (our server failed), or "foreign" (the page of a proxy or captive
 * portal, which must not pass for ours).
 * @param {{ type: ResponseType, status: number, person: string | null }} answer
 */
export function answerOf({ type, status, person }) {
  if (type === "opaqueredirect") return "redirect";
  if (!person) return "foreign";
  if (status >= 500) return "down";
  return person === "nobody" ? "nobody" : "theirs";
}

/**
 * Return whether a form signs somebody in who may be another person: by password, by signing up, or by a link.
 * @param {string} url  that it is sent to
 */
export function isSigningIn(url) {
  const { pathname } = new URL(url);
  return SIGNING_IN.includes(pathname) || pathname.startsWith("/resets/");
}

/**
 * Whether a page of `origin` made a request.
 * @param {string} origin
 * @param {string} referrer  "" or "about:client" where it does not say
 */
function isOf(origin, referrer) {
  return URL.canParse(referrer) && new URL(referrer).origin === origin;
}
