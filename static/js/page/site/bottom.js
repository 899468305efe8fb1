// What stays at the bottom of the screen: the focus must never be under it.

const GAP = 8; // px; the ring of the focus

/** Let the browser scroll what gets the focus above the dock, the tabs and the toast, however high they are now. */
export function keepFocusUncovered() {
  const bottom = document.querySelector(".bottom");
  if (!bottom || !("ResizeObserver" in window)) return;
  const measure = () => {
    document.documentElement.style.scrollPaddingBlockEnd = paddingFor(bottom);
  };
  new ResizeObserver(measure).observe(bottom);
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
