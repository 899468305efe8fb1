// Signing out: never with unsent entries lost, and nothing of the person left on the phone.

import { showBadge } from "../../outbox/badge.js";
import { send } from "../../outbox/sender.js";
import { endSession } from "../../outbox/sign_out.js";
import * as store from "../../outbox/store.js";
import { letGo } from "../capture/deletion.js";
import { me } from "../shared/words.js";

/** Wire the sign-out form on this page, if it has one; `left` hears when nothing is left here. */
export function wireSignOut(left) {
  const form = document.getElementById("sign-out");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    leave(left).catch(() => form.submit());
  });
}

async function leave(left) {
  await letGo();
  const entries = await store.entriesOf(me.person);
  if (entries.length && !(await settle())) return;
  await forget();
  left();
  location.replace((await endSession()) ? "/sessions/new" : "/signed-out");
}

async function settle() {
  const dialog = document.getElementById("unsent");
  const problem = document.getElementById("unsent-problem");
  problem.hidden = true;
  for (;;) {
    const choice = await choiceOf(dialog);
    if (!choice) return false;
    if (choice === "keep") return true;
    if (choice === "discard") return discard();
    await send(me.person, { force: true });
    if ((await store.entriesOf(me.person)).length === 0) return true;
    problem.hidden = false;
  }
}

function choiceOf(dialog) {
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

async function forget() {
  showBadge(0);
  await store.remove(await store.sentOf(me.person));
  await store.keep("person", null);
  await store.keep("welcomed", null);
  if (!("caches" in window)) return; // plain http
  for (const name of await caches.keys()) if (name.startsWith("pages-")) await caches.delete(name);
}
