// What a push says, and how it is shown. Pure. It is the JSON of Declarative Web Push, which some phones show themselves.

import { ownPath } from "./routes.js";

/**
 * What a notification carries for when it is tapped. path: of this app.
 * @typedef {{ path: string, device: string, kind: string, done: string, prompt: Record<string, string> }} Carried
 *
 * @typedef {object} Shown
 * @property {string} title
 * @property {NotificationOptions & { actions: { action: string, title: string }[], data: Carried }} options
 * @property {number} badge
 */

const NAME = "Small Wins";
const ICON = "/static/build/icon-192.png";
const BADGE = "/static/build/monochrome-512.png";
const MOST_TAGS = 20;

/**
 * Return what to show for a push. Something is shown whatever it says: a push that shows nothing counts against the app,
 * and after three of them an iPhone ends the subscription.
 * @param {string} text
 * @param {string} origin  of this app
 * @returns {Shown}
 */
export function shownFor(text, origin) {
  const { notification = {}, app_badge: badge = 0 } = objectIn(text);
  const { title, body = "", lang = "", dir = "auto", tag = "", navigate, actions = [], data = {} } = notification;
  const { device = "", kind = "", done = "", what = "", day = "", number = "" } = data;
  const prompt = { what: String(what), day: String(day), number: String(number) };
  const carried = { path: pathOf(navigate, origin), device, kind, done, prompt };
  const buttons = actions.map((/** @type {{ action: string, title: string }} */ one) => pick(one));
  const options = { body, lang, dir, tag, icon: ICON, badge: BADGE, actions: buttons, data: carried };
  return { title: title || NAME, options, badge };
}

/**
 * Return the same, quietly: what was delivered twice is shown once, and makes no sound again.
 * @param {Shown} shown
 * @returns {Shown}
 */
export function quiet(shown) {
  return { ...shown, options: { ...shown.options, silent: true } };
}

/**
 * Return the same for somebody who has done meanwhile what it asks for.
 * @param {Shown} shown
 * @returns {Shown}
 */
export function allDone(shown) {
  const { options } = shown;
  return quiet({ ...shown, options: { ...options, body: options.data.done, actions: [] }, badge: 0 });
}

/**
 * Return the tags of the last pushes with one more.
 * @param {string[]} tags
 * @param {string} tag
 */
export function withTag(tags, tag) {
  return [...tags.filter((one) => one !== tag), tag].slice(-MOST_TAGS);
}

/**
 * Return whether one of these entries is a check-in on the same day of this phone as `now`.
 * @param {{ verb: string, at: number }[]} entries
 * @param {number} now  ms
 */
export function hasCheckedIn(entries, now) {
  const today = new Date(now).toDateString();
  return entries.some(({ verb, at }) => verb === "check_in" && new Date(at).toDateString() === today);
}

/** @param {{ action: string, title: string }} button */
function pick({ action, title }) {
  return { action, title };
}

/**
 * Return the path that an address leads to, under whatever name of this app the server knows itself.
 * @param {string | undefined} address
 * @param {string} origin
 */
function pathOf(address, origin) {
  if (!address || !URL.canParse(address, origin)) return "/";
  const { protocol, pathname, search } = new URL(address, origin);
  if (!protocol.startsWith("http")) return "/";
  return ownPath(pathname + search, origin);
}

/**
 * @param {string} text
 * @returns {Record<string, any>}  as the server wrote it, which is trusted
 */
function objectIn(text) {
  try {
    const said = JSON.parse(text);
    return said?.notification ? said : {};
  } catch {
    return {};
  }
}
