/* An explorable after a run: its model computes the setting that the reader chose. */
import { harmless, redraw } from "./output.js";

const PARTS = ["script.chart-spec", "script.chart-spec-narrow", ".chart-title", ".chart-subtitle",
  "details.chart-data"];

export function follow(place, python) {
  place.querySelectorAll("figure.explorable").forEach((figure) => {
    const form = figure.querySelector(".chart-controls");
    let wanted = null;
    let asking = false;

    // One question at a time; of those that came meanwhile only the last is asked.
    async function ask() {
      if (asking || !wanted) return;
      asking = true;
      const places = wanted;
      wanted = null;
      try {
        const { html } = await python.ask({ do: "move", uid: figure.id, places });
        if (html) renew(figure, html);
      } catch {
        // Python was stopped: the chart stays as it is until the cell is run again.
      }
      asking = false;
      ask();
    }

    function moved() {
      wanted = {};
      form.querySelectorAll("input, select").forEach((field) => {
        wanted[field.name] = Number(field.value);
      });
      ask();
    }

    form.addEventListener("input", moved);
    form.addEventListener("reset", () => setTimeout(moved, 0));
  });
}

function renew(figure, markup) {
  const box = document.createElement("div");
  box.append(...harmless(markup));
  PARTS.forEach((part) => {
    const old = figure.querySelector(part);
    const now = box.querySelector(part);
    if (!old || !now) return;
    if (old.tagName === "DETAILS") now.open = old.open;
    if (old.textContent !== now.textContent) old.replaceWith(now);
  });
  redraw(figure);
}
