/* Python in a worker of its own: started when a press is near, and ended whatever it is doing. */
export class Stopped extends Error {}

export class Python {
  constructor(lite, base) {
    this.address = new URL("py/worker.mjs", lite);
    this.base = base;
    this.serial = 0;
    this.ready = null;
    this.awake = false;
    this.life = 0; // how often Python was started: names are of one life
  }

  get running() { return this.ready !== null; }

  start() {
    if (!this.ready) {
      this.life += 1;
      this.waiting = new Map();
      this.worker = new Worker(this.address, { type: "module" });
      this.worker.onmessage = ({ data }) => {
        const { id, failed, ...answer } = data;
        const asked = this.waiting.get(id);
        this.waiting.delete(id);
        if (failed !== undefined) asked.reject(new Error(failed));
        else asked.resolve(answer);
      };
      // A worker that does not even load says nothing else.
      this.worker.onerror = (event) => {
        event.preventDefault();
        this.end(new Error(event.message || "Python's files cannot be loaded"));
      };
      this.ready = this.send({ do: "start", base: this.base });
      this.ready.then(() => { this.awake = true; }, (error) => this.end(error));
    }
    return this.ready;
  }

  send(message) {
    return new Promise((resolve, reject) => {
      const id = ++this.serial;
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...message });
    });
  }

  async ask(message) {
    await this.start();
    return this.send(message);
  }

  // Whatever was asked and not answered fails; the next question starts Python anew.
  end(error) {
    if (!this.worker) return;
    this.worker.terminate();
    this.worker = this.ready = null;
    this.awake = false;
    const asked = [...this.waiting.values()];
    this.waiting.clear();
    asked.forEach(({ reject }) => reject(error));
  }

  stop() { this.end(new Stopped()); }
}
