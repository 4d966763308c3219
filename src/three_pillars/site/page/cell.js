/* One cell of a chapter: its code, its buttons, its state. */
import { keep } from "./keep.js";
import { button, make } from "./make.js";

export class Cell {
  constructor(cells, told, place, at) {
    Object.assign(this, { cells, told, place, at, text: told.source, ran: told.source });
    this.done = null; // what cells 1 to here said when this one ran well in the Python of now
    this.shown = cells.told.cells.slice(0, at + 1).map((one) => one.source).join("\u0000");
    this.input = place.querySelector(".cell_input");
    if (this.input) this.addBar();
  }

  get changed() { return this.text !== this.told.source; }
  get name() { return "cell " + (this.at + 1); }

  addBar() {
    this.bar = make("div", "tp-run");
    this.press = button("Run", "tp-run-press", () => {
      if (this.press.dataset.busy) this.cells.stop();
      else this.cells.run(this.at);
    });
    this.change = button("Change", "", () => this.edit());
    this.revert = button("Back to the original", "", () => this.setText(this.told.source));
    this.press.setAttribute("aria-label", "Run " + this.name);
    this.change.setAttribute("aria-label", "Change the code of " + this.name);
    this.revert.setAttribute("aria-label", "Back to the original of " + this.name);
    this.revert.hidden = true;
    this.state = make("span", "tp-run-state");
    this.state.setAttribute("role", "status");
    this.bar.append(this.press, this.change, this.revert, this.state);
    // Outside what folds, so that it is there while the code is not shown.
    (this.input.closest("details") || this.input).after(this.bar);
  }

  say(text, bad = false) {
    if (!this.bar) return;
    this.state.textContent = text;
    this.state.classList.toggle("tp-bad", bad);
  }

  busy(running) {
    if (!this.bar) return;
    this.press.textContent = running ? "Stop" : "Run";
    this.press.setAttribute("aria-label", (running ? "Stop " : "Run ") + this.name);
    if (running) this.press.dataset.busy = "yes";
    else delete this.press.dataset.busy;
  }

  mark(stale) {
    this.place.classList.toggle("tp-stale", stale);
    if (this.bar && stale) this.say("made before the change above; Run brings it up to date");
  }

  async edit(focus = true) {
    const fold = this.input.closest("details");
    if (fold) fold.open = true;
    if (!this.editor) {
      const { Editor } = await import("./editor.js");
      if (this.editor) return;
      this.editor = new Editor(this);
      this.input.hidden = true;
      this.input.after(this.editor.place);
    }
    if (focus) this.editor.focus();
  }

  // The reader has written: keep it.
  wrote(text) {
    this.text = text;
    this.revert.hidden = !this.changed;
    const saved = keep(this.cells.told, this.at, this.changed ? text : null, this.told.source);
    this.say(!this.changed ? "" : saved ? "changed, not run yet"
      : "changed, not run yet; this browser keeps nothing, so save it as a notebook");
    this.cells.toolbar.refresh();
  }

  setText(text) {
    if (this.editor) this.editor.setText(text);
    else this.wrote(text);
  }

  restore({ text, from }) {
    if (!this.bar || text === this.told.source) return;
    this.text = text;
    this.revert.hidden = false;
    this.edit(false);
    this.say(from === this.told.source ? "your change of an earlier visit, not run yet"
      : "your change of an earlier visit; the book has a newer version of this cell", true);
  }
}
