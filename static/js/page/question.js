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
  form.addEventListener("pointerdown", () => { arrows = false; });
  form.addEventListener("change", () => { if (!arrows) form.requestSubmit(); });
  wireLink();
}

function answer(form, event) {
  event.preventDefault();
  event.target.checked = true;
  form.requestSubmit();
}

function wireLink() {
  const link = document.querySelector("#check-in-link a");
  link?.addEventListener("click", (event) => {
    event.preventDefault();
    const ask = document.getElementById("ask");
    ask.hidden = false;
    link.parentElement.hidden = true;
    ask.querySelector("input").focus();
  });
}
