// What stays at the bottom of the screen: the focus must never be under it.

import { closest } from "../shared/dom.js";

const GAP = 8; // px; the ring of the focus

/** Let the browser scroll what gets the focus above the dock, the tabs and the toast, however high they are now. */
export function keepFocusUncovered() {
  document.addEventListener("focusin", showWhole);
  const bottom = document.querySelector(".bottom");
  if (!bottom || !("ResizeObserver" in window)) return;
  const measure = () => {
    document.documentElement.style.scrollPaddingBlockEnd = paddingFor(bottom);
  };
  new ResizeObserver(measure).observe(bottom);
}

/**
 * A browser leaves a preset where it is that is seen in part. Only by keyboard: a button must not move under a finger.
 * @param {FocusEvent} event
 */
function showWhole(event) {
  const preset = closest(event, ".presets .pill");
  if (preset?.matches(":focus-visible")) preset.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/**
 * Return the height that it covers, or "" where the stylesheet knows it: on low screens it has no box, beside a wide
 * page it covers nothing.
 * @param {Element} bottom
 */
function paddingFor(bottom) {
  const { display, insetBlockEnd } = getComputedStyle(bottom);
  if (display === "contents") return "";
  return insetBlockEnd === "0px" ? `${bottom.clientHeight + GAP}px` : "";
}
