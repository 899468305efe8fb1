// Keeping an entry: through the keeper once it is up, else by the page's own IndexedDB.

import { add } from "../../outbox/store.js";
import { newId } from "../shared/ids.js";

const LIMIT = 1_000;
const asked = new Map();
let keeper;

/** Start the keeper; where there is no worker to be had the page goes on without. */
export function startKeeper() {
  if (!("Worker" in window && "BroadcastChannel" in window)) return;
  const name = `keeper-${newId()}`; // of this tab alone: channels reach all of them
  const worker = new Worker(__KEEPER__, { name });
  worker.onerror = () => {
    keeper = undefined;
  };
  new BroadcastChannel(name).onmessage = ({ data: { up, id, kept } }) => {
    if (up) keeper = worker;
    else asked.get(id)?.(kept);
  };
}

/** Keep an entry; resolves with it, and its `seq`, once it is durably stored. */
export async function keep(entry) {
  // A second try under the same id cannot double it: the store takes an id once, and so does the server.
  return (keeper && (await byKeeper(entry))) ?? add(entry);
}

function byKeeper(entry) {
  return new Promise((resolve) => {
    asked.set(entry.id, resolve);
    setTimeout(resolve, LIMIT);
    keeper.postMessage(entry);
  }).finally(() => asked.delete(entry.id));
}
