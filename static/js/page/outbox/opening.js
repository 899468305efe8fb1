// What a page does about the outbox as it opens, and while it is open.

import { outdated } from "../../outbox/plan.js";
import * as store from "../../outbox/store.js";
import { bringAnswerUpToDate } from "../capture/answer.js";
import { releaseForgotten } from "../capture/deletion.js";
import { forgetDrafts } from "../drafts/index.js";
import { me } from "../shared/me.js";
import { catchUp, isShown } from "./catch_up.js";
import { countLost, hadWaiting } from "./loss.js";
import { entriesMadeHere } from "./record.js";
import { renewPage } from "./renewal.js";
import { noteFound, sendAtOnce, sendWaiting, showOutbox } from "./sending.js";
import { hearOthers } from "./tabs.js";
import { endDeletions } from "./toast.js";

/**
 * @import { Entry, NewEntry } from "../../outbox/types.js"
 */

const A_MINUTE = 60_000; // ms

/** Send when there is a chance for it, and follow what other pages of this phone do. */
export function keepSending() {
  hearOthers((message) => (message === "left" ? leave() : showChanged()));
  addEventListener("online", () => sendAtOnce(true));
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  // A person who leaves the app does not come back for a deletion: it may be sent.
  document.addEventListener("visibilitychange", () => (document.hidden ? endDeletions() : sendAtOnce()));
  setInterval(() => !document.hidden && releaseForgotten().then(sendWaiting), A_MINUTE);
}

/**
 * Bring a page from the cache up to date: what waits, and what was sent since it was drawn, is added in its order.
 * @param {() => void} caughtUp  is called when the rows have come
 * @param {() => NewEntry[]} [tapped]  returns the entries of this page, whose rows it shows already
 */
export async function bringUpToDate(caughtUp, tapped = entriesMadeHere) {
  const [waiting, sent] = await Promise.all([store.entriesOf(me.person), store.sentOf(me.person)]).catch(nothing);
  const missing = [...waiting, ...sent.filter(({ rev = 0 }) => rev > me.rev)];
  catchUp(missing.filter(isShown), tapped()); // asked now: a tap may have come while the storage was read
  bringAnswerUpToDate([...sent, ...waiting]);
  caughtUp();
  await store.remove(outdated(sent)).catch(() => {});
  await releaseForgotten().catch(() => {});
  noteFound({ hasWaited: hadWaiting(), lost: await countLost().catch(() => 0) });
  await showOutbox();
  await sendWaiting();
}

/** Another page of this phone has signed out. */
function leave() {
  forgetDrafts();
  location.replace("/");
}

/** Another page of this phone has sent something: what it changed may be on this one. */
async function showChanged() {
  await showOutbox();
  if (!document.hidden) await renewPage();
}

/** @returns {[Entry[], Entry[]]} */
function nothing() {
  return [[], []];
}
