// What the pages of goals have beside the scripts of every page: the form of a plan, and how far goals are.

import { wireChecks } from "./checks.js";
import { wireCriteria } from "./criteria.js";
import { wirePicker } from "./picker.js";
import { wireProgress } from "./progress.js";

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("plan"));

wireProgress();
if (form) {
  wireCriteria(form);
  wirePicker(form);
  wireChecks(form);
}
