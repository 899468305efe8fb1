// Bringing an open page up to date: another day has begun, something was recorded elsewhere, or the page that was
// cached came first and the server's answer late.

import { turnPage } from "../capture/day.js";
import { me } from "../shared/me.js";
import { hasMoved } from "../shared/moments.js";
import { isGivenBack, leavePerson, putInPlace, tellRev } from "./newer.js";

/**
 * @import { PageMessage } from "../../outbox/messages.js"
 */

const FORMS = /\/(new|edit)$/; // nothing changes under words that are being typed
const IN_PAGES = /^\/((wins|checkins)\/|(objectives|indicators)\/[^/]+)$/; // such a list would lose what is read of it
const TIMEOUT = 10_000; // ms
const A_WHILE = 5_000; // ms; a page that young is not asked for again
const A_MINUTE = 60_000; // ms

let drawn = Date.now();
let isRunning = false;
let isOutrun = false;
/** @type {() => Promise<void>} */
let caughtUp = () => Promise.resolve();
/** @type {() => void} */
let opened = () => {};
/** What is late waits until the page has opened: it shows what waits on the phone, and taps have their rows. */
const isOpen = new Promise((resolve) => {
  opened = () => resolve(undefined);
});

/** Listen to what the worker sends after a page that it had cached. At once: a message is not sent twice. */
export function hearWorker() {
  navigator.serviceWorker?.addEventListener("message", ({ data }) => takeLate(data));
}

/**
 * Renew the page when the day turns, when it comes back into view, and when the phone is in another zone.
 * @param {() => Promise<void>} catchUp  applies what the phone holds to the renewed page
 */
export function wireRenewal(catchUp) {
  caughtUp = catchUp;
  opened();
  tellRev();
  if (hasMoved() && !me.zone) renewPage(); // the server drew it for the place that the phone was in
  document.addEventListener("visibilitychange", () => !document.hidden && lookAgain());
  addEventListener("online", () => lookAgain());
  setInterval(() => !document.hidden && turnPage() && renewPage(), A_MINUTE);
}

/** Renew the page unless it is young; what another page of this phone has changed makes any page old. */
function lookAgain() {
  const turned = turnPage();
  if (turned || Date.now() - drawn > A_WHILE) renewPage();
}

/** Another page of this phone has changed something: renew this one, or when it comes into view. */
export async function makeOld() {
  drawn = 0;
  isOutrun = isRunning; // what was asked for may be older than the change
  if (!document.hidden) await renewPage();
}

/**
 * Another page of this phone has come from the server. If that is ahead of this page, or somebody else is signed in now,
 * this one is old.
 * @param {{ person: string, rev: number }} seen
 */
export function noteSeen({ person, rev }) {
  if (person !== me.person) leavePerson();
  else if (rev > me.rev) makeOld();
}

/** Ask for the page again and show what is different in it. Without a connection nothing happens. */
async function renewPage() {
  if (isRunning || isGivenBack || FORMS.test(location.pathname) || isLeftAlone()) return;
  isRunning = true;
  isOutrun = false;
  try {
    const answer = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(TIMEOUT) });
    if (answer.status < 500) await takeAnswer(answer);
  } catch {
    // The page stays as it is; the next look may find the server.
  } finally {
    isRunning = false;
  }
  if (isOutrun) await renewPage();
}

/** @param {Response} answer */
async function takeAnswer(answer) {
  const person = answer.headers.get("Smallwins-Person");
  if (!person) return; // a captive portal has answered
  if (person !== me.person)
    leavePerson(); // a session that has ended leads to sign-in
  else if (answer.ok && !answer.redirected) await show(await answer.text());
}

/** Return whether a person reads further down in a list that comes in pages, or the phone itself draws this page. */
function isLeftAlone() {
  return location.pathname === "/outbox/" || (scrollY > 0 && IN_PAGES.test(location.pathname));
}

/** @param {PageMessage} message */
async function takeLate({ late, html = "" }) {
  await isOpen;
  if (late === "nobody") location.reload(); // what was cached is deleted: this leads to sign-in
  if (late === "theirs" && !isLeftAlone()) await show(html);
}

/** @param {string} html */
async function show(html) {
  if (!(await putInPlace(html))) return;
  drawn = Date.now();
  await caughtUp();
}
