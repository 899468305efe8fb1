// What the pages and the service worker of this phone say to each other about the outbox.

/**
 * @import { OutboxMessage } from "../../outbox/messages.js"
 */

const channel = "BroadcastChannel" in window ? new BroadcastChannel("outbox") : null;

/**
 * Post a message to the others.
 * @param {OutboxMessage} message
 */
export function tellOthers(message) {
  channel?.postMessage(message);
}

/**
 * Call a function for each message of the others.
 * @param {(message: OutboxMessage) => void} listener
 */
export function hearOthers(listener) {
  if (channel) channel.onmessage = ({ data }) => listener(data);
}
