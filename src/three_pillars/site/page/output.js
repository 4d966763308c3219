/* What a cell gives, as elements of the page. */
import { make } from "./make.js";

// A reader's code may give any markup. It may show what it likes and run nothing.
const FORBIDDEN = "script:not([type='application/json']), iframe, object, embed, base, meta, link, portal";

export function harmless(markup) {
  const parsed = new DOMParser().parseFromString(markup, "text/html");
  parsed.querySelectorAll(FORBIDDEN).forEach((element) => element.remove());
  parsed.querySelectorAll("*").forEach((element) => {
    for (const { name, value } of [...element.attributes]) {
      const bare = value.replace(/[\u0000-\u0020]/g, "").toLowerCase();
      const runs = /^(javascript|vbscript|data:text\/html)/.test(bare);
      if (/^on/i.test(name) || name === "srcdoc" || runs) element.removeAttribute(name);
    }
  });
  return parsed.body.childNodes;
}

// The element that holds a cell's outputs; made if the cell had none.
export function outputOf(place) {
  let out = place.querySelector(":scope > .cell_output");
  if (!out) {
    out = make("div", "cell_output docutils container");
    place.append(out);
  }
  return out;
}

export function show(place, answer) {
  const out = outputOf(place);
  // What stands below must not jump up while the new output is drawn.
  out.style.minHeight = out.offsetHeight + "px";
  out.textContent = "";
  answer.outputs.forEach((one) => {
    const box = make("div", one.kind === "text" ? "output stream" : "tp-output");
    if (one.kind === "text") box.append(make("pre", "", one.text));
    else box.append(...harmless(one.text));
    out.append(box);
  });
  if (answer.error) out.append(failure(answer.error));
  enliven(out);
  setTimeout(() => { out.style.minHeight = ""; }, 1500);
}

// The page's own scripts take over what came.
function enliven(out) {
  window.threePillarsBlocks.start();
  out.querySelectorAll("figure.chart").forEach((figure) => {
    if (figure.offsetParent) redraw(figure);
  });
}

export function redraw(figure) {
  document.dispatchEvent(new CustomEvent("tp-changed", { detail: figure }));
}

// A chart behind an answer is drawn when the answer is given.
document.addEventListener("tp-shown", ({ detail }) => {
  detail.querySelectorAll('figure.chart[data-state="static"]').forEach((figure) => {
    if (figure.closest("[data-ran]")) redraw(figure);
  });
});

export function failure(error) {
  const box = make("div", "tp-error");
  box.setAttribute("role", "alert");
  const said = make("p");
  if (error.line) said.append(make("strong", "", "Line " + error.line + ". "));
  said.append(error.sentence);
  box.append(said);
  if (error.source) box.append(make("pre", "tp-error-line", error.source));
  if (error.traceback) {
    const more = make("details");
    more.append(make("summary", "", "What Python says"), make("pre", "", error.traceback));
    box.append(more);
  }
  return box;
}
