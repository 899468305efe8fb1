// From the very start of a page: `usable` resolves with the ms until Today can be used, its list
// and its capture form shown and the form wired.
(() => {
  const PATIENCE = 10_000;
  const shown = (element) => element?.checkVisibility() && element.getClientRects().length > 0;

  window.usable = new Promise((resolve, reject) => {
    const look = setInterval(() => {
      const form = document.getElementById("capture");
      const ready =
        shown(document.getElementById("todays-wins")) &&
        shown(form?.querySelector("button")) &&
        form.hasAttribute("data-htmx-powered");
      if (ready) end(resolve, performance.now());
      else if (performance.now() > PATIENCE) end(reject, new Error("Today never became usable"));
    }, 4); // browsers allow no shorter pause

    function end(how, value) {
      clearInterval(look);
      how(value);
    }
  });
})();
