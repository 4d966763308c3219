/* Elements, made in one line. */
export function make(tag, name = "", text = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}

export function button(text, name, press) {
  const made = make("button", name, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

// A press is near when the pointer rests on a button, and not when it passes over.
export function near(element, does) {
  let rest = 0;
  element.addEventListener("pointerenter", () => { rest = setTimeout(does, 150); });
  element.addEventListener("pointerleave", () => clearTimeout(rest));
  element.addEventListener("pointerdown", does);
}
