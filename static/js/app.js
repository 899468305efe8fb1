// The page's scripts, put together: what happens, and who is told.

import "htmx.org";
import { send, wake } from "./outbox/send.js";
import { shown } from "./outbox/plan.js";
import * as store from "./outbox/store.js";
import { turnPage } from "./page/day.js";
import { wireDetails } from "./page/details.js";
import { wireSignOut } from "./page/leave.js";
import { tellZone } from "./page/place.js";
import { offerAnother, wireQuestion } from "./page/question.js";
import { takeOver } from "./page/record.js";
import { showNotSaved, showStatus } from "./page/status.js";
import { clearToast, offerUndo } from "./page/toast.js";
import { catchUp, closeQuestion, markStates } from "./page/waiting.js";
import { me } from "./page/words.js";
import { askForBackgroundSending, registerWorker } from "./page/worker.js";

const A_MINUTE = 60_000;
const others = "BroadcastChannel" in window ? new BroadcastChannel("outbox") : null;
let trouble = "";
let inFlight = new Set();

tellZone();
registerWorker();
if (me) start();

async function start() {
  store.warmUp();
  takeOver(heard);
  wireQuestion();
  wireSignOut();
  wireDetails();
  turnPage();
  listen();
  await store.setPerson(me.person).catch(() => {});
  await arrive();
}

function listen() {
  if (others) others.onmessage = () => show();
  addEventListener("online", hurry);
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  document.addEventListener("visibilitychange", () => !document.hidden && hurry());
  setInterval(() => !document.hidden && sendNow(), A_MINUTE);
}

async function arrive() {
  const entries = await store.entriesOf(me.person).catch(() => []);
  await store.remove(shown(entries, me.rev)).catch(() => {});
  const missing = entries.filter((entry) => !(entry.state === "sent" && entry.rev <= me.rev));
  catchUp(missing.filter((entry) => entry.state !== "refused" || entry.verb === "log_win"));
  await show();
  await sendNow();
}

function heard({ recorded, notSaved }) {
  if (notSaved) return showNotSaved();
  if (recorded.verb === "undo") clearToast();
  if (recorded.verb === "defer_check_in") closeQuestion();
  if (recorded.verb === "check_in") offerAnother();
  navigator.vibrate?.(10);
  offerUndo(recorded);
  return show().then(hurry);
}

/** Show what the phone holds now. */
async function show() {
  const entries = await store.entriesOf(me.person).catch(() => []);
  markStates(entries, inFlight);
  showStatus(entries, trouble);
}

function hurry() {
  wake();
  return sendNow();
}

async function sendNow() {
  trouble = await send(me.person, { sending, changed }).catch(() => "later");
  inFlight = new Set();
  if (trouble) askForBackgroundSending();
  await show();
}

function sending(batch) {
  inFlight = new Set(batch.map((entry) => entry.id));
  show();
}

function changed() {
  inFlight = new Set();
  others?.postMessage("changed");
}
