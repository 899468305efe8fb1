// Wins and check-ins on the page: what their modules do as a page opens.

import { takeArrival } from "./arrivals.js";
import { turnPage } from "./day.js";
import { wireDetails } from "./details.js";
import { wirePresets } from "./presets.js";
import { wireRows } from "./rows.js";

/** Wire what this page has of wins and check-ins. */
export function wireCapture() {
  wireRows();
  wireDetails();
  wirePresets();
  turnPage();
  takeArrival();
}
