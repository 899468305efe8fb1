// What a page asks of the browser when something could not be sent.

import { askToPersist } from "./storage.js";

let hasAskedForSafety = false;

/** From here on the phone's storage is all there is: the moment to ask for its promise. */
export function prepareForLater() {
  askForBackgroundSending();
  if (!hasAskedForSafety) askToPersist();
  hasAskedForSafety = true;
}

/** Let the service worker send when the network is back, where the browser can do that. */
function askForBackgroundSending() {
  navigator.serviceWorker?.ready.then((registration) => registration.sync?.register("outbox")).catch(() => {});
}
