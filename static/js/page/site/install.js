// Putting the app on the home screen: the browser's own offer behind our button, or how to do it by
// hand on an iPhone. Never before a first win; once put away it stays away.

const NAME = "install";
const card = document.getElementById("install");
let offer;
let way = navigator.standalone === false ? "steps" : ""; // only iPhones and iPads say so

/** Wire the hint on this page, if it has one. */
export function wireInstall() {
  if (!card) return;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    [offer, way] = [event, "offer"];
    offerInstall();
  });
  addEventListener("appinstalled", () => {
    card.hidden = true;
  });
  card.addEventListener("click", ({ target }) => ACTS[target.closest("[data-act]")?.dataset.act]?.());
}

/** Show the hint if this is the time: it can be done, there is a win, and it was not put away. */
export function offerInstall() {
  if (!card || !way || matchMedia("(display-mode: standalone)").matches) return;
  if (!("lasting" in card.dataset) && (isDismissed() || !document.querySelector(".win"))) return;
  card.hidden = false;
  card.querySelectorAll("[data-way]").forEach((part) => {
    part.hidden = part.dataset.way !== way;
  });
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

function remember() {
  try {
    localStorage.setItem(NAME, "no");
  } catch {
    /* then it asks again */
  }
}

function isDismissed() {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return true;
  }
}
