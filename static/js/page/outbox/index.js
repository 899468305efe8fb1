// The outbox on the page: what its modules do as a page opens.

import { warmUp, writeValue } from "../../outbox/store.js";
import { me } from "../shared/me.js";
import { feedback } from "./feedback.js";
import { wireUnsent } from "./on_this_phone.js";
import { keepSending } from "./opening.js";
import { takeOver } from "./record.js";
import { startStoreWorker } from "./save.js";
import { wireSecondTap } from "./second_tap.js";
import { sendAtOnce, showOutbox } from "./sending.js";
import { showEvent } from "./status.js";
import { wireToasts } from "./toast.js";

/** Let forms that record be answered by the phone. */
export function wireForms() {
  takeOver(feedback);
  wireSecondTap();
}

/** Open what stores entries, so that the first tap does not have to wait for it. */
export function openStore() {
  warmUp();
  startStoreWorker();
}

/**
 * Wire what this page has of the outbox, send when there is a chance for it, and note whose phone this is now.
 * @param {() => void} caughtUp  is called when rows have come that another page stored
 */
export async function wireOutbox(caughtUp) {
  wireUnsent({ changed: showOutbox, send: () => sendAtOnce() }).catch(() => showEvent("no_answer"));
  wireToasts();
  keepSending(caughtUp);
  await writeValue("person", me.person).catch(() => {});
}
