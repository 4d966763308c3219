// Compiles every .py below a folder with the very Python that will read it; runs under Node.
import { loadPyodide } from "./pyodide.mjs";

const here = new URL("./", import.meta.url).pathname;
const python = await loadPyodide({ indexURL: here });
python.FS.mkdirTree("/stage");
python.FS.mount(python.FS.filesystems.NODEFS, { root: process.argv[2] }, "/stage");
python.runPython(`
import ast, importlib.util, os, re
from importlib._bootstrap_external import _code_to_hash_pyc
# What a page needs is packed without docstrings, a tenth of a visit. NumPy's core and two modules of
# Altair hand theirs on as they are imported, and cannot do without. Python's own way to leave them
# out leaves out assertions too, and pandas computes with those: RangeIndex(2) + 0.5 was 0 and 1.
KEEPS = "three_pillars/|numpy/_core/|numpy/random/|altair/vegalite/v5/schema/(core|mixins)"
BARE = re.compile(f"/site-packages/(?!{KEEPS})|^/lib/python[0-9]+[.]zip/")
TOLD = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

def without_docstrings(tree):
    for node in ast.walk(tree):
        if isinstance(node, TOLD) and ast.get_docstring(node, clean=False) is not None:
            first = node.body.pop(0)
            if not node.body and not isinstance(node, ast.Module):
                node.body.append(ast.copy_location(ast.Pass(), first))
    return tree

for folder, _, files in os.walk("/stage"):
    for file in files:
        path = os.path.join(folder, file)
        place = path.removeprefix("/stage")
        with open(path, "rb") as opened:
            source = opened.read()
        tree = ast.parse(source, place)
        if BARE.search(place):
            tree = without_docstrings(tree)
        code = compile(tree, place, "exec", dont_inherit=True, optimize=0)
        with open(path + "c", "wb") as made:
            made.write(_code_to_hash_pyc(code, importlib.util.source_hash(source), False))
`);
