// The way up from an objective, lit in the picture and in the list of the lattice. A pointer over it and the focus light
// it; a finger, which has neither, lights it with the first tap and opens it with the second.

/** The link that was chosen as a finger came down: the focus that follows chooses it before the tap is a click. */
let before = /** @type {Element | null} */ (null);

/** Light ways on this page. */
export function wireWays() {
  document.addEventListener("pointerdown", ({ target }) => {
    const link = linkAt(target);
    before = link && isChosen(link) ? link : null;
  });
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "mouse") light(linkAt(target));
  });
  document.addEventListener("focusin", ({ target }) => light(linkAt(target)));
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (!link || !onlyLights(link, /** @type {PointerEvent} */ (event).pointerType)) return;
    event.preventDefault();
    light(link);
  });
}

/**
 * Return whether a tap on a link only lights it: the first one of a finger on what leads somewhere.
 * @param {Element} link
 * @param {string} pointer
 */
function onlyLights(link, pointer) {
  return pointer === "touch" && upOf(link).length > 0 && link !== before;
}

/** @param {Element} link */
function isChosen(link) {
  return link.classList.contains("is-chosen");
}

/**
 * Light the way up from an objective, in the lattice that the link is in, and nothing else.
 * @param {Element | null} link
 */
function light(link) {
  if (!link || isChosen(link)) return;
  for (const one of document.querySelectorAll(".is-lit, .is-chosen")) one.classList.remove("is-lit", "is-chosen");
  const lattice = /** @type {Element} */ (link.closest("[data-lattice]"));
  const on = new Set([idOf(link), ...upOf(link)]);
  lattice.classList.add("is-lighting");
  link.classList.add("is-chosen");
  for (const one of lattice.querySelectorAll("[data-node], [data-from]"))
    one.classList.toggle("is-lit", isOn(/** @type {HTMLElement | SVGElement} */ (one), on));
}

/**
 * @param {HTMLElement | SVGElement} one
 * @param {Set<string>} on
 */
function isOn({ dataset: { node, from, to } }, on) {
  return on.has(node ?? from ?? "") && (to === undefined || on.has(to));
}

/**
 * Return the link of an objective at the target of an event.
 * @param {EventTarget | null} target
 */
function linkAt(target) {
  return target instanceof Element ? target.closest("a[data-node]") : null;
}

/** @param {Element} link */
function idOf(link) {
  return link.getAttribute("data-node") ?? "";
}

/** @param {Element} link */
function upOf(link) {
  return (link.getAttribute("data-up") ?? "").split(" ").filter(Boolean);
}
