// Adding a line: it is stored on the phone first and sent then, so that a dead line loses none.

import { makeEntry } from "../../outbox/entry.js";
import { send } from "../../outbox/send.js";
import { add } from "../../outbox/store.js";
import { newId } from "../shared/ids.js";
import { me } from "../shared/me.js";
import { momentNow } from "../shared/moments.js";
import { tidy } from "../shared/texts.js";
import { listWaiting, showWaiting } from "./waiting.js";

/**
 * @import { NewEntry } from "../../outbox/types.js"
 */

const channel = "BroadcastChannel" in window ? new BroadcastChannel("outbox") : null;

/**
 * Let the box for a line be answered by the phone.
 * @param {HTMLElement} room
 * @param {() => unknown} ask  looks for what is new in the review
 */
export function wireAdding(room, ask) {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById("add-line"));
  if (!form) return;
  form.dataset.verb = "add_line"; // the phone takes it: it needs no connection
  document.addEventListener(
    "submit",
    (event) => {
      if (event.target !== form) return;
      event.preventDefault();
      take(form, room).then(() => sendLines(room, ask));
    },
    { capture: true }, // before the drafts look at it
  );
  if (channel) channel.onmessage = ({ data }) => data === "changed" && afterSending(room, ask);
  addEventListener("online", () => sendLines(room, ask));
}

/**
 * Return the entry that adds a line to a review.
 * @param {DOMStringMap} room  its review and team
 * @param {{ step: string, what: string }} said
 * @returns {NewEntry<"add_line">}
 */
export function entryOf({ review = "", team = "" }, { step, what }) {
  const fields = { review, step, what, ...(team && { team }) };
  return makeEntry("add_line", fields, { id: newId(), person: me.person, ...momentNow() });
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} room
 */
async function take(form, room) {
  const box = /** @type {HTMLInputElement} */ (form.elements.namedItem("what"));
  const what = tidy(box.value);
  if (!what) return;
  const step = String(new FormData(form).get("step"));
  const entry = entryOf(room.dataset, { step, what });
  box.value = ""; // at once: a second tap adds it no second time
  try {
    const stored = await add(entry);
    tell(box); // only now: a page that is left before has the words as a draft
    channel?.postMessage("stored");
    showWaiting(stored);
  } catch {
    box.value = what; // the phone cannot store it (private mode): only the server can
    form.submit();
  }
}

/**
 * Let the drafts know what is in the box by now.
 * @param {HTMLInputElement} box
 */
function tell(box) {
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * @param {HTMLElement} room
 * @param {() => unknown} ask
 */
async function sendLines(room, ask) {
  await send(me.person, { changed: () => channel?.postMessage("changed") }).catch(() => {});
  await afterSending(room, ask);
}

/**
 * @param {HTMLElement} room
 * @param {() => unknown} ask
 */
async function afterSending(room, ask) {
  await listWaiting(room);
  await ask();
}
