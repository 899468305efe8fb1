// Sending with the app closed, where the browser wakes the service worker for it.

import { showBadge } from "../outbox/badge.js";
import { send } from "../outbox/send.js";
import { entriesOf, readValue } from "../outbox/store.js";
import { thingsIn } from "../outbox/things.js";

/**
 * @import { OutboxMessage } from "../outbox/messages.js"
 */

/** Send what waits on this phone; fails when something still waits, so that the browser asks again. */
export async function sendInBackground() {
  const person = await readValue("person");
  if (!person) return;
  let hasChanged = false;
  const changed = () => {
    hasChanged = true;
    tellPages("changed");
  };
  const trouble = await send(person, { force: true, changed });
  // Else the number is as the page set it that stored what waits: each tap offline wakes this.
  if (hasChanged) showBadge(thingsIn(await entriesOf(person)).size);
  if (trouble === "later") throw new Error("not sent yet");
}

/** @param {OutboxMessage} message */
function tellPages(message) {
  const channel = new BroadcastChannel("outbox");
  channel.postMessage(message);
  channel.close();
}
