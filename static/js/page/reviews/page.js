// What a review that goes on has beside the scripts of every page.

import { followHands } from "../shared/hands.js";
import { wireAdding } from "./adding.js";
import { follow } from "./following.js";
import { wireTaps } from "./taps.js";
import { wireTimer } from "./timer.js";
import { listWaiting } from "./waiting.js";
import { keepForNoNetwork, keepStep } from "./without_network.js";

followHands(); // of this bundle, which shares nothing with that of every page
wireTimer();
const room = document.getElementById("room");
if (room) {
  keepStep(room);
  const { ask, take } = follow(room);
  wireAdding(room, ask);
  wireTaps(take);
  listWaiting(room);
  keepForNoNetwork(room).catch(() => {}); // a full phone, or one without a worker: then there is no such page
}
