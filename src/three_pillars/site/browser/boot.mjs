// One way to start Python, for a chapter's own worker and, as its `pyodideUrl`, for JupyterLite.
// Everything is unpacked before the first import: nothing is installed, and no other host is asked.
import { loadPyodide as core } from "./pyodide.mjs";

const here = new URL("./", import.meta.url).href;

async function fetched(name) {
  const answer = await fetch(here + name);
  if (!answer.ok) throw new Error(name + ": " + answer.status);
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip")));
}

const bytes = async (name) => new Uint8Array(await (await fetched(name)).arrayBuffer());

// The form of a pack is in three_pillars/site/packs.py.
function unpack(FS, raw) {
  const size = new DataView(raw.buffer).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(raw.subarray(4, 4 + size)));
  const made = new Set();
  for (const [path, at, length] of index) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(folder)) {
      FS.mkdirTree(folder);
      made.add(folder);
    }
    const begin = 4 + size + at;
    FS.writeFile(path, raw.subarray(begin, begin + length), { canOwn: true });
  }
}

export async function loadPyodide(options = {}) {
  // JupyterLite names the packages that its kernel needs; all of them are in the packs.
  const { packages = [], ...rest } = options;
  const kernel = packages.length > 0;
  const names = JSON.parse(await (await fetch(here + "packs.json", { cache: "no-cache" })).text());
  // Python begins with its library; while it does, the packs come.
  const early = import("./pyodide.asm.js");
  const zip = fetched(names.library);
  const packs = [names.site, names.book, ...(kernel ? [names.kernel] : [])].map(bytes);
  const library = URL.createObjectURL(await (await zip).blob());
  await early;
  const python = await core({
    ...rest,
    indexURL: here,
    stdLibURL: library,
    env: { HOME: "/home/pyodide", THREE_PILLARS_DATA: "/book/data", ...(rest.env || {}) },
  });
  URL.revokeObjectURL(library);
  for (const pack of packs) unpack(python.FS, await pack);
  python.registerJsModule("three_pillars_js", { to_svg: toSvg });
  // Whatever is imported stays; looking through it for garbage took a tenth of the start.
  python.runPython("import gc, sys; gc.disable(); sys.path_importer_cache.clear()");
  // JupyterLite mounts its drive later, and then each import asks it for the folder; so now.
  python.runPython("import three_pillars" + (kernel ? ", ipywidgets" : ""));
  python.runPython("gc.freeze(); gc.enable()");
  return python;
}

// Vega draws SVG without a page; loaded at the first drawing.
let vega = null;

function toSvg(json) {
  if (!vega) {
    globalThis.window = globalThis.window || globalThis;
    globalThis.document = globalThis.document || {
      createElement: (name) => (name === "canvas" ? new OffscreenCanvas(1, 1) : {}),
    };
    const request = new XMLHttpRequest(); // a worker may wait
    request.open("GET", here + "vega.js", false);
    request.send();
    (0, eval)(request.responseText);
    vega = globalThis.vega;
  }
  const drawn = globalThis.vegaLite.compile(JSON.parse(json)).spec;
  const view = new vega.View(vega.parse(drawn), { renderer: "none" });
  view.run();
  const svg = new vega.SVGStringRenderer();
  svg.initialize(null, view._width, view._height, view._origin, 1);
  svg.background(view.background());
  svg.render(view.scenegraph().root);
  return svg.svg();
}
