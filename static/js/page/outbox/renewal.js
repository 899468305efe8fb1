// Bringing an open page up to date: another day has begun, something was recorded elsewhere, or the page that was
// cached came first and the server's answer late.

import htmx from "htmx.org";
import { turnPage } from "../capture/day.js";
import { wireQuestion } from "../capture/question.js";
import { byId } from "../shared/dom.js";
import { handsOff } from "../shared/hands.js";
import { me } from "../shared/me.js";
import { mergeChildren } from "../shared/merge.js";
import { hasMoved } from "../shared/moments.js";

/**
 * @import { PageMessage } from "../../outbox/messages.js"
 */

const RENEWED = ["/", "/goals/", "/decisions/"]; // lists that are whole; a list in pages would lose those below
const PARTS = ["#main", ".dock"];
const ONCE = "input[name=once]";
const TIMEOUT = 10_000; // ms
const A_WHILE = 5_000; // ms; a page that young is not asked for again
const A_MINUTE = 60_000; // ms

let drawn = Date.now();
let isRunning = false;
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

/** Ask for the page again and show what is different in it. Without a connection nothing happens. */
export async function renewPage() {
  if (isRunning || !RENEWED.includes(location.pathname)) return;
  isRunning = true;
  try {
    const options = { cache: "no-cache", redirect: "manual", signal: AbortSignal.timeout(TIMEOUT) };
    const answer = await fetch(location.href, /** @type {RequestInit} */ (options));
    if (answer.ok) await show(await answer.text());
  } catch {
    // The page stays as it is; the next look may find the server.
  } finally {
    isRunning = false;
  }
}

/** @param {PageMessage} message */
async function takeLate({ late, html = "" }) {
  await isOpen;
  if (late === "nobody") location.reload(); // what was cached is deleted: this leads to sign-in
  const isShort = RENEWED.includes(location.pathname) || scrollY === 0; // a longer list would lose what is read
  if (late === "theirs" && isShort) await show(html);
}

/**
 * The ids by which forms are stored once are new in each drawing: a form that is otherwise the same is to stay.
 * @param {Document} fresh
 */
function copyOnceIds(fresh) {
  const [old, newer] = [document, fresh].map((page) => [...page.querySelectorAll(ONCE)]);
  if (old.length !== newer.length) return;
  for (const [index, input] of newer.entries()) input.setAttribute("value", old[index].getAttribute("value") ?? "");
}

/** @param {string} html */
async function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const { person, rev } = fresh.body.dataset;
  if (person !== me.person) return location.reload();
  await handsOff();
  drawn = Date.now();
  me.rev = Number(rev);
  copyOnceIds(fresh);
  for (const part of PARTS) {
    const [old, newer] = [document, fresh].map((page) => page.querySelector(part));
    if (!old || !newer) continue;
    mergeChildren(old, newer);
    htmx.process(old);
  }
  for (const newer of fresh.querySelectorAll("#shown-day, body > template")) byId(newer.id)?.replaceWith(newer);
  document.documentElement.dataset.from = "server";
  wireQuestion();
  await caughtUp();
}
