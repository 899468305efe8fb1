// The page's scripts, put together: what happens when a page opens.

import "htmx.org";
import { finishSignOut } from "./outbox/sign_out.js";
import { wireSignOut } from "./page/account/sign_out.js";
import { wireCapture } from "./page/capture/index.js";
import { wireQuestion } from "./page/capture/question.js";
import { wireDecisions } from "./page/decisions/rows.js";
import { bringBack } from "./page/drafts/index.js";
import { openStore, wireForms, wireOutbox } from "./page/outbox/index.js";
import { bringUpToDate } from "./page/outbox/opening.js";
import { hearWorker, wireRenewal } from "./page/outbox/renewal.js";
import { showStorage } from "./page/outbox/storage.js";
import { tellOthers } from "./page/outbox/tabs.js";
import { nextTask } from "./page/shared/frames.js";
import { followHands } from "./page/shared/hands.js";
import { isSignedIn } from "./page/shared/me.js";
import { wireNumbers } from "./page/shared/numbers.js";
import { showFailures } from "./page/site/failures.js";
import { wireSite } from "./page/site/index.js";
import { offerInstall, wireInstall } from "./page/site/install.js";
import { searchAgain, wireLogSearch } from "./page/site/log_search.js";
import { hideWelcome, wireWelcome } from "./page/site/welcome.js";
import { foldWins } from "./page/today/fold.js";

followHands();
if (isSignedIn) openSignedIn();
else openSignedOut().catch(() => {});

/** First what a tap needs; the rest in tasks of its own, so that no tap has to wait for all of it. */
async function openSignedIn() {
  wireInstall(); // Chromium makes its offer once, perhaps before the next task
  hearWorker();
  wireForms();
  wireNumbers();
  wireQuestion();
  showFailures();
  await nextTask();
  openStore();
  await nextTask();
  wireSite();
  await nextTask();
  wireWelcome();
  wireSignOut(() => tellOthers("left"));
  wireCapture();
  wireLogSearch();
  wireDecisions();
  await nextTask();
  await wireOutbox(showWhatCame);
  await bringUpToDate(showWhatCame);
  wireRenewal(() => bringUpToDate(showWhatCame, true));
}

async function openSignedOut() {
  await nextTask();
  wireSite();
  await finishSignOut();
}

/** Rows that came from the outbox can be searched, and may be a person's first; the page may have been drawn again. */
function showWhatCame() {
  foldWins();
  bringBack();
  searchAgain();
  offerInstall();
  hideWelcome();
  showStorage();
}
