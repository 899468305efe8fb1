// The page's scripts, put together: what happens, and who is told.

import "htmx.org";
import { showBadge } from "./outbox/badge.js";
import { isWaiting } from "./outbox/entry.js";
import { outdated } from "./outbox/plan.js";
import { send, wake } from "./outbox/sender.js";
import { finishLeaving } from "./outbox/sign_out.js";
import * as store from "./outbox/store.js";
import { wireSignOut } from "./page/account/sign_out.js";
import { dropEvidence, takeArrival } from "./page/capture/arrivals.js";
import { turnPage } from "./page/capture/day.js";
import { letForgottenGo, letGo, takeBack } from "./page/capture/deletion.js";
import { wireDetails } from "./page/capture/details.js";
import { showMomentum } from "./page/capture/momentum.js";
import { offerAnother, wireQuestion } from "./page/capture/question.js";
import { wireRows } from "./page/capture/rows.js";
import { lookAgain, wireSearch } from "./page/capture/search.js";
import { showGoal } from "./page/goals/rows.js";
import { catchUp, closeQuestion, markStates } from "./page/outbox/catch_up.js";
import { takeOver, tappedHere } from "./page/outbox/record.js";
import { startKeeper } from "./page/outbox/save.js";
import { showOnce, showStatus } from "./page/outbox/status.js";
import { keepSafe, lostEntries, noteWaiting, showStorage, showWaiting, waitedBefore } from "./page/outbox/storage.js";
import { clearToast, offerUndo, offerWayBack } from "./page/outbox/toast.js";
import { showHeld, wireHeld } from "./page/outbox/unsent.js";
import { VERBS } from "./page/outbox/verbs.js";
import { wireTimer } from "./page/reviews/timer.js";
import { wireFolds } from "./page/shared/folds.js";
import { afterFrame, nextTask } from "./page/shared/frames.js";
import { tellZone } from "./page/shared/moments.js";
import { wireNumbers } from "./page/shared/numbers.js";
import { me } from "./page/shared/words.js";
import { sayFailures } from "./page/site/failures.js";
import { offerInstall, wireInstall } from "./page/site/install.js";
import { wireLanguages } from "./page/site/language.js";
import { sayWhatHttpLacks } from "./page/site/plain_http.js";
import { askForBackgroundSending, registerWorker } from "./page/site/service_worker.js";
import { wireWelcome } from "./page/site/welcome.js";

const A_MINUTE = 60_000;
const SOON = 100; // ms; sooner no thumb gets from one button to another
const others = "BroadcastChannel" in window ? new BroadcastChannel("outbox") : null;
let trouble = "";
let waited = false;
let lost = 0;
let asked = false;
let inFlight = new Set();
const fading = new Map(); // entry id: when the Undo before it goes

if (me) start();
else
  begin()
    .then(finishLeaving)
    .catch(() => {});

// First what a tap needs; the rest in tasks of their own, so that no tap has to wait for all of it.
async function start() {
  takeOver(heard);
  wireNumbers();
  wireQuestion();
  sayFailures();
  await nextTask();
  store.warmUp();
  startKeeper();
  await begin();
  await nextTask();
  wireWelcome();
  wireSignOut(() => others?.postMessage("left"));
  wireRows();
  wireDetails();
  wireSearch();
  wireHeld({ changed: show, send: () => hurry() });
  turnPage();
  takeArrival();
  wireInstall();
  listen();
  showStorage();
  await store.keep("person", me.person).catch(() => {});
  await arrive();
}

// What every page has, whoever is signed in.
async function begin() {
  await nextTask();
  tellZone();
  wireLanguages();
  sayWhatHttpLacks();
  registerWorker();
  wireTimer();
  wireFolds();
}

function listen() {
  if (others) others.onmessage = ({ data }) => (data === "left" ? location.replace("/") : show());
  addEventListener("online", () => hurry(true));
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  document.addEventListener("visibilitychange", () => (document.hidden ? closeWayBack() : hurry()));
  setInterval(() => !document.hidden && letForgottenGo().then(sendNow), A_MINUTE);
}

// A page from the cache may be older than what was sent since: both are added to it, in their order.
async function arrive() {
  const none = [[], []];
  const [waiting, sent] = await Promise.all([store.entriesOf(me.person), store.sentOf(me.person)]).catch(() => none);
  const missing = [...waiting, ...sent.filter(({ rev }) => rev > me.rev)];
  catchUp(missing.filter(isToShow), tappedHere());
  lookAgain();
  offerInstall();
  await store.remove(outdated(sent)).catch(() => {});
  await letForgottenGo().catch(() => {});
  waited ||= waitedBefore() > 0;
  lost = await lostEntries().catch(() => 0);
  await show();
  await sendNow();
}

function isToShow({ state, verb }) {
  return state !== "refused" || verb === "log_win" || verb === "open_decision";
}

function heard({ tapped, recorded, sentDirectly, notSaved }) {
  // The last Undo is not to be taken for this one's. Mostly its row comes first; a frame would put that off.
  if (tapped) return isOffered(tapped) && fading.set(tapped.id, setTimeout(clearToast, SOON));
  if (notSaved) return showOnce("not_saved");
  showGoal(recorded ?? sentDirectly);
  if (sentDirectly) return showOnce("sent_directly");
  if (recorded.verb === "log_win") dropEvidence();
  clearTimeout(fading.get(recorded.id));
  if (recorded.verb === "undo" || isOffered(recorded)) clearToast();
  if (recorded.state === "held") offerWayBack(recorded, takeBack, () => letGo().then(() => hurry()));
  if (recorded.verb === "defer_check_in") closeQuestion();
  if (recorded.verb === "check_in") offerAnother();
  navigator.vibrate?.(10);
  return afterFrame()
    .then(() => offerUndo(recorded))
    .then(show)
    .then(() => hurry());
}

function isOffered({ verb, state }) {
  return VERBS[verb].undo || state === "held";
}

// Whoever leaves the app does not come back for a deletion: it may go now.
function closeWayBack() {
  if (document.querySelector("[data-keeps]")) clearToast();
}

/** Show what the phone holds now. */
async function show() {
  const entries = await store.entriesOf(me.person).catch(() => null);
  showMomentum();
  if (!entries) return; // what cannot be read now may still wait
  waited ||= entries.some(isWaiting);
  noteWaiting(entries.length);
  showBadge(entries.length);
  showWaiting(entries.length);
  markStates(entries, inFlight);
  showHeld(entries);
  if (lost && !entries.length) showOnce("cleared", lost);
  else showStatus(entries, trouble, waited);
}

function hurry(newLine) {
  wake(newLine);
  return sendNow();
}

async function sendNow() {
  trouble = await send(me.person, { sending, changed }).catch(() => "later");
  inFlight = new Set();
  if (trouble) goOnLater();
  await show();
}

// From here on the phone's storage is all there is: the moment to ask for its promise.
function goOnLater() {
  askForBackgroundSending();
  if (!asked) keepSafe();
  asked = true;
}

function sending(batch) {
  inFlight = new Set(batch.map((entry) => entry.id));
  show();
}

function changed() {
  inFlight = new Set();
  others?.postMessage("changed");
}
