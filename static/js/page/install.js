// Putting the app on the home screen: the browser's own offer behind our button, or how to do it by
// hand on an iPhone. Never before a first win; once put away it stays away.

const NAME = "install";
const card = document.getElementById("install");
let offer;

/** Wire the hint on this page, if it has one. */
export function wireInstall() {
  if (!card || matchMedia("(display-mode: standalone)").matches) return;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    show("offer");
  });
  addEventListener("appinstalled", () => { card.hidden = true; });
  card.addEventListener("click", ({ target }) => ACTS[target.closest("[data-act]")?.dataset.act]?.());
  if (navigator.standalone === false) show("steps"); // only iPhones and iPads say so
}

const ACTS = {
  async install() {
    await offer.prompt();
    card.hidden = true;
  },
  dismiss() {
    remember();
    card.hidden = true;
  },
};

function show(way) {
  if (!("lasting" in card.dataset) && (isDismissed() || !document.querySelector(".win"))) return;
  card.hidden = false;
  card.querySelectorAll("[data-way]").forEach((part) => { part.hidden = part.dataset.way !== way; });
}

function remember() {
  try { localStorage.setItem(NAME, "no"); } catch { /* then it asks again */ }
}

function isDismissed() {
  try { return localStorage.getItem(NAME) !== null; } catch { return true; }
}
