// What all pages have, whether or not a person is signed in.

import { wireDrafts } from "../drafts/index.js";
import { wireFocus } from "../shared/focus.js";
import { wireFolds } from "../shared/folds.js";
import { setZoneCookie } from "../shared/moments.js";
import { keepFocusUncovered } from "./bottom.js";
import { wireLanguages } from "./language.js";
import { showWhatHttpLacks } from "./plain_http.js";
import { keepConsoleQuiet } from "./quiet.js";
import { registerServiceWorker } from "./service_worker.js";

/** Wire it. */
export function wireSite() {
  keepConsoleQuiet();
  setZoneCookie();
  wireLanguages();
  showWhatHttpLacks();
  registerServiceWorker();
  wireFocus();
  wireFolds();
  wireDrafts();
  keepFocusUncovered();
}
