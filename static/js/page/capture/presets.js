// Presets that do not fit in one row: what opened them closes them when a person goes on with something else.

import { closest, first } from "../shared/dom.js";

const OPEN = "#presets .presets__all[open]"; // with the id no other part of the page is looked at

/** Let a tap elsewhere and Escape close them. After a tap on one of them they stay: nothing moves under a double tap. */
export function wirePresets() {
  document.addEventListener("click", (event) => {
    if (!closest(event, "#presets")) document.querySelector(OPEN)?.removeAttribute("open");
  });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && closest(event, "#presets")?.querySelector(OPEN);
    if (!open) return;
    open.removeAttribute("open");
    first(open, "summary").focus();
  });
}
