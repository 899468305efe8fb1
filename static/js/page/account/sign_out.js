// Signing out: unsent entries are never lost by it, and nothing of the person's is left on the phone.

import { showBadge } from "../../outbox/badge.js";
import { deletePages } from "../../outbox/deletions.js";
import { send } from "../../outbox/send.js";
import { beginSignOut, finishSignOut } from "../../outbox/sign_out.js";
import * as store from "../../outbox/store.js";
import { thingsIn } from "../../outbox/things.js";
import { release } from "../capture/deletion.js";
import { forgetDrafts } from "../drafts/index.js";
import { countedIn } from "../shared/counts.js";
import { byId, first } from "../shared/dom.js";
import { me } from "../shared/me.js";
import { askTwice } from "./ask_twice.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 */

/**
 * Wire the sign-out form of pages that have one; the page may be drawn again.
 * @param {() => void} left  is called when nothing of the person's is left here
 */
export function wireSignOut(left) {
  const take = (/** @type {SubmitEvent} */ event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.id !== "sign-out") return;
    event.preventDefault();
    leave(left).catch(() => {
      forgetDrafts();
      form.submit();
    });
  };
  document.addEventListener("submit", take, { capture: true });
}

/** @param {() => void} left */
async function leave(left) {
  await release();
  const entries = await store.entriesOf(me.person);
  if (entries.length && !(await isSettled(entries))) return;
  await forget();
  await beginSignOut(); // before another tab asks for a page: it would get one of this person
  left();
  const ended = await finishSignOut();
  left(); // without a worker one has got it
  location.replace(ended ? "/sessions/new" : "/signed-out");
}

/**
 * Ask what to do with unsent entries, and do it; resolves with whether the person still wants to leave.
 * @param {Entry[]} entries
 */
async function isSettled(entries) {
  const problem = byId("unsent-problem");
  problem.hidden = true;
  for (;;) {
    const choice = await ask(entries);
    if (!choice) return false;
    if (choice === "keep" || (await (choice === "discard" ? discard() : sendAll()))) return true;
    problem.hidden = false;
  }
}

/**
 * @param {Entry[]} entries  would be discarded
 * @returns {Promise<string>}
 */
function ask(entries) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("unsent"));
  const button = first(dialog, "[value=discard]");
  askTwice(button, countedIn(thingsIn(entries), button));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

async function discard() {
  await store.remove(await store.entriesOf(me.person));
  return true;
}

async function sendAll() {
  await send(me.person, { force: true });
  return (await store.entriesOf(me.person)).length === 0;
}

async function forget() {
  showBadge(0);
  forgetDrafts();
  await store.remove(await store.sentOf(me.person));
  await store.writeValue("person", null);
  await store.writeValue("welcomed", null);
  if ("caches" in window) await deletePages(); // not over plain http
}
