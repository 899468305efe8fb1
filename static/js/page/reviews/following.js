// Following a review: the page asks for changes, and puts in what is different. What is under somebody's hands stays.

import { isOurs } from "../shared/answers.js";
import { handsOff } from "../shared/hands.js";
import { pauseFor } from "./pace.js";
import { isBusy, putParts } from "./parts.js";

const TIMEOUT = 8_000; // ms

/**
 * Ask for changes as long as the page is seen.
 * @param {HTMLElement} room  says what to ask for: its `changes`, `rev` and `step`
 */
export function follow(room) {
  const known = { changed: Date.now(), isAsking: false, late: /** @type {Document | null} */ (null) };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function ask() {
    clearTimeout(timer);
    if (known.isAsking) return;
    known.isAsking = true;
    try {
      const answer = await asked(room);
      if (answer.status === 200 && !answer.redirected && isOurs(answer)) await take(parsed(await answer.text()));
      else if (answer.redirected || answer.status === 404) leave(answer);
      else if (known.late) await put(known.late);
    } catch {
      // Without a connection nothing changes here; the next time may find one.
    } finally {
      known.isAsking = false;
      wait();
    }
  }

  function wait() {
    const pause = pauseFor({ hidden: document.hidden, now: Date.now(), changed: known.changed });
    clearTimeout(timer);
    if (pause !== null) timer = setTimeout(ask, pause);
  }

  /**
   * Show a page that has come; touched: the part in which the person has just tapped.
   * @param {Document} page
   * @param {Element | null} [touched]
   */
  async function take(page, touched = null) {
    known.changed = Date.now();
    room.dataset.rev = page.getElementById("room")?.dataset.rev ?? room.dataset.rev;
    await put(page, touched);
  }

  /**
   * @param {Document} page
   * @param {Element | null} [touched]
   */
  async function put(page, touched = null) {
    await handsOff();
    if (document.getElementById("room-waiting")) return isBusy() ? undefined : location.reload(); // there is a line again
    if (isElsewhere(page)) return goThere(page);
    known.late = putParts(page, touched) ? null : page;
  }

  /** @param {Document} page */
  function isElsewhere(page) {
    return page.getElementById("room")?.dataset.step !== room.dataset.step;
  }

  /** @param {Document} page  of another step than this one shows */
  function goThere(page) {
    if (!isBusy()) return location.reload();
    known.late = page;
    const note = document.getElementById("room-moved");
    if (note) note.hidden = false;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? wait() : ask()));
  addEventListener("online", ask);
  wait();
  return { ask, take };
}

/** @param {HTMLElement} room */
function asked({ dataset: { changes = "", rev = "" } }) {
  return fetch(changes, {
    headers: { "If-None-Match": `"${rev}"` },
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT),
  });
}

/** @param {string} html */
function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

/**
 * It has ended, was deleted, or nobody is signed in any more. Words that are being typed are not taken away.
 * @param {Response} answer
 */
function leave({ redirected, url }) {
  const note = document.getElementById("room-over");
  if (note) note.hidden = !isBusy();
  document.getElementById("room-moved")?.setAttribute("hidden", ""); // they have gone nowhere: it is over
  if (isBusy()) return;
  if (redirected) location.assign(url);
  else location.reload();
}
