/* What a reader can do with the whole chapter. */
import { button, make } from "./make.js";

export class Toolbar {
  constructor(cells) {
    this.cells = cells;
    this.place = make("div", "tp-toolbar");
    this.place.setAttribute("role", "group");
    this.place.setAttribute("aria-label", "Run this chapter");
    this.all = button("Run all", "", () => cells.runAll());
    this.stop = button("Stop", "", () => cells.stop());
    this.back = button("Back to the original", "", () => cells.back());
    this.save = button("Save as notebook", "", () => this.keep());
    this.save.hidden = !cells.told.notebook;
    this.state = make("span", "tp-run-state");
    this.state.setAttribute("role", "status");
    this.place.append(this.all, this.stop, this.back, this.save, this.state);
    const title = document.querySelector(".bd-article h1");
    title.after(this.place);
  }

  keep() {
    this.cells.save().catch((error) => { this.state.textContent = error.message; });
  }

  refresh() {
    const { running, changed, stale } = this.cells;
    this.all.disabled = Boolean(running);
    this.stop.disabled = !running;
    this.back.hidden = !changed && !stale;
    const last = this.cells.cells.filter((cell) => cell.done !== null).length;
    this.state.textContent = running ? "running " + running.name + " of " + this.cells.cells.length
      : stale ? "Marked outputs and numbers were made before your change: Run all renews them."
        : last === this.cells.cells.length ? "All " + last + " cells have run." : "";
  }
}
