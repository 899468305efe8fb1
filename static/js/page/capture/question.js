// The scale: one tap answers. With the arrow keys one can look before choosing: Space or Enter answers.

/** Wire the question on this page, if it has one. */
export function wireQuestion() {
  const form = document.querySelector("form.scale");
  if (!form) return;
  let arrows = false;
  form.addEventListener("keydown", (event) => {
    arrows = event.key.startsWith("Arrow");
    if (event.key === " ") answer(form, event);
  });
  form.addEventListener("pointerdown", () => {
    arrows = false;
  });
  form.addEventListener("change", () => {
    if (!arrows) form.requestSubmit();
  });
  wireLink();
}

function answer(form, event) {
  event.preventDefault();
  event.target.checked = true;
  form.requestSubmit();
}

/** After an answer: another one is a tap away, any number a day. */
export function offerAnother() {
  const link = document.getElementById("check-in-link");
  if (link) link.hidden = false;
}

function wireLink() {
  const link = document.getElementById("check-in-link");
  link?.addEventListener("click", (event) => {
    event.preventDefault();
    link.hidden = true;
    askAgain(document.getElementById("ask"));
  });
}

function askAgain(ask) {
  document.getElementById("answer").replaceChildren();
  ask.querySelector("form.scale").reset();
  ask.hidden = false;
  ask.querySelector("input").focus();
}
