/* The cells of a chapter: run in order, changed, stopped, brought back. */
import { Cell } from "./cell.js";
import { follow } from "./explorables.js";
import { forget, kept } from "./keep.js";
import { near } from "./make.js";
import { saveNotebook } from "./notebook.js";
import { show } from "./output.js";
import { Python, Stopped } from "./python.js";
import { Toolbar } from "./toolbar.js";
import { Values } from "./values.js";

export class Cells {
  constructor(told, places, lite) {
    this.told = told;
    this.lite = lite;
    this.python = new Python(lite, told.base);
    this.cells = told.cells.map((one, at) => new Cell(this, one, places[at], at));
    this.values = new Values(this.cells);
    this.turn = Promise.resolve();
    this.toolbar = new Toolbar(this);
    [this.toolbar.all, ...this.cells.map((cell) => cell.press)].filter(Boolean)
      .forEach((press) => near(press, () => this.prepare()));
    this.cells.forEach((cell) => {
      const saved = kept(this.told, cell.at);
      if (saved) cell.restore(saved);
    });
    this.refresh();
  }

  // What cells 1 to `at` say: as they stand, or as they were last run.
  written(at) { return this.cells.slice(0, at + 1).map((cell) => cell.text).join("\u0000"); }
  lastRun(at) { return this.cells.slice(0, at + 1).map((cell) => cell.ran).join("\u0000"); }

  // Python is asked for when a press is near, so that the reader waits less after it. Whoever saves
  // on data pays for a press only, and a failure is said then.
  prepare() {
    if (navigator.connection && navigator.connection.saveData) return;
    this.python.start().catch(() => {});
  }

  // Run a cell, and before it whatever it may need: cells above that have not run as they stand.
  run(at) {
    const cell = this.cells[at];
    cell.say(this.python.awake ? "waiting" : "starting Python, some seconds the first time");
    this.turn = this.turn.then(() => this.runNow(at)).catch((error) => {
      if (error instanceof Stopped) this.stopped();
      else cell.say("Python does not start here (" + error.message + "). Download the exercise or"
        + " the chapter instead, or try another browser.", true);
    }).finally(() => this.busy(null));
    return this.turn;
  }

  runAll() { return this.run(this.cells.length - 1); }

  async runNow(at) {
    this.busy(this.cells[at]);
    await this.python.start();
    if (this.life !== this.python.life) this.cells.forEach((cell) => { cell.done = null; });
    this.life = this.python.life;
    for (const cell of this.cells.slice(0, at + 1)) {
      if (cell.at < at && cell.done === this.written(cell.at)) continue;
      this.busy(cell);
      if (!(await this.runOne(cell)) && cell.at < at) {
        this.cells[at].say("not run, because a cell above stopped", true);
        cell.place.scrollIntoView({ block: "center" });
        return;
      }
    }
  }

  async runOne(cell) {
    const text = cell.text;
    cell.say("running");
    const began = performance.now();
    const answer = await this.python.ask(
      { do: "run", code: text, uid: cell.told.uid, at: cell.at });
    const seconds = (performance.now() - began) / 1000;
    show(cell.place, answer);
    follow(cell.place, this.python);
    cell.ran = text;
    const good = !answer.error;
    cell.done = good ? this.written(cell.at) : null;
    cell.shown = good ? this.lastRun(cell.at) : null;
    cell.place.dataset.ran = good ? "yes" : "failed";
    cell.say(good ? "done in " + seconds.toFixed(1) + " s" : "stopped by an error", !good);
    if (good) await this.values.renew(cell, this.python);
    this.refresh();
    return good;
  }

  stop() { this.python.stop(); }

  stopped() {
    const cell = this.running;
    if (cell) cell.say("stopped; the next Run begins at the top again", true);
  }

  busy(cell) {
    if (this.running) this.running.busy(false);
    this.running = cell;
    if (cell) cell.busy(true);
    this.toolbar.refresh();
  }

  // Mark what no longer fits: outputs and numbers made by other code than what was last run.
  refresh() {
    this.cells.forEach((cell) => {
      const stale = cell.shown !== null && cell.shown !== this.lastRun(cell.at);
      cell.mark(stale);
      this.values.mark(cell, stale);
    });
    this.toolbar.refresh();
  }

  get changed() { return this.cells.some((cell) => cell.changed); }
  get stale() { return this.cells.some((cell) => cell.place.classList.contains("tp-stale")); }

  // The book's own code everywhere, and its own outputs: as the page came.
  back() {
    this.python.stop();
    this.cells.forEach((cell) => forget(this.told, cell.at));
    location.reload();
  }

  save() { return saveNotebook(this); }
}
