// A button that discards asks once more. Pure but for the button.

/**
 * Let a button that discards say at the first tap what goes, and do it at the second.
 * @param {HTMLElement} button
 * @param {string} things  "3 wins, 1 check-in"
 */
export function askTwice(button, things) {
  const { says = "", sure = "" } = button.dataset;
  button.textContent = says;
  button.onclick = (event) => {
    event.preventDefault();
    button.textContent = `${sure}: ${things}`;
    button.onclick = null;
  };
}
