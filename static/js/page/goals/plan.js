// What the form of a plan has beside the scripts of every page.

import { markBlanks } from "../shared/dom.js";
import { wireChecks } from "./checks.js";
import { wireCriteria } from "./criteria.js";
import { wirePicker } from "./picker.js";

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("plan"));

if (form) {
  wireCriteria(form);
  wirePicker(form);
  wireChecks(form);
  markBlanks(form);
}
