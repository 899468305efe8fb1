// What browsers report as an error although nothing is wrong: nobody who looks for a fault is to read it first.

/** Keep the console free of it. */
export function keepConsoleQuiet() {
  addEventListener("unhandledrejection", (event) => {
    if (isOvertaken(event.reason)) event.preventDefault();
  });
  document.addEventListener("htmx:before:swap", () => dropStyles(document));
}

/**
 * Return whether a view transition ended early: a person went on to another page before it was over.
 * @param {unknown} reason
 */
export function isOvertaken(reason) {
  return reason instanceof DOMException && reason.message.startsWith("Transition was");
}

/**
 * htmx gives an element that comes the style of the one with its id that goes, and the policy refuses it. No element of
 * ours has one: it is from an extension, such as a password manager.
 * @param {ParentNode} page
 */
export function dropStyles(page) {
  for (const one of page.querySelectorAll("body [id][style]")) one.removeAttribute("style");
}
