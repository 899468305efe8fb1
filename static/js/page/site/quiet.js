// What browsers report as an error although nothing is wrong: nobody who looks for a fault is to read it first.

/** Keep the console free of it. */
export function keepConsoleQuiet() {
  addEventListener("unhandledrejection", (event) => {
    if (isOvertaken(event.reason)) event.preventDefault();
  });
}

/**
 * Return whether a view transition ended early: a person went on to another page before it was over.
 * @param {unknown} reason
 */
export function isOvertaken(reason) {
  return reason instanceof DOMException && reason.message.startsWith("Transition was");
}
