// The worker of one chapter's page: Python runs here, without access to the page.
// Messages in: {id, do, …}; out: {id, …answer} or {id, failed}.
import { loadPyodide } from "./boot.mjs";

let cells = null;

const work = {
  async start({ base }) {
    const python = await loadPyodide({ env: { THREE_PILLARS_BOOK: "1" } });
    cells = python.pyimport("three_pillars.site.browser.cells").PageCells(base);
    return {};
  },
  run: async ({ code, uid, at }) => JSON.parse(await cells.run(code, uid, at)),
  values: ({ expressions }) => ({ values: JSON.parse(cells.values(JSON.stringify(expressions))) }),
  move: ({ uid, places }) => JSON.parse(cells.move(uid, JSON.stringify(places))),
  complete: ({ text }) => JSON.parse(cells.complete(text)),
};

let turn = Promise.resolve();
self.onmessage = ({ data }) => {
  turn = turn.then(async () => {
    try {
      postMessage({ id: data.id, ...(await work[data.do](data)) });
    } catch (error) {
      postMessage({ id: data.id, failed: String((error && error.message) || error) });
    }
  });
};
