// Compiles every .py below a folder with the very Python that will read it; runs under Node.
import { loadPyodide } from "./pyodide.mjs";

const here = new URL("./", import.meta.url).pathname;
const python = await loadPyodide({ indexURL: here });
python.FS.mkdirTree("/stage");
python.FS.mount(python.FS.filesystems.NODEFS, { root: process.argv[2] }, "/stage");
python.runPython(`
import os, py_compile, re
# What a page needs is packed without docstrings, a tenth of a visit. NumPy's core and two modules of
# Altair hand theirs on as they are imported, and cannot do without.
KEEPS = "three_pillars/|numpy/_core/|numpy/random/|altair/vegalite/v5/schema/(core|mixins)"
BARE = re.compile(f"/site-packages/(?!{KEEPS})|^/lib/python[0-9]+[.]zip/")
mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
for folder, _, files in os.walk("/stage"):
    for file in files:
        path = os.path.join(folder, file)
        place = path.removeprefix("/stage")
        py_compile.compile(
            path, path + "c", place, doraise=True, invalidation_mode=mode,
            optimize=2 if BARE.search(place) else 0,
        )
`);
