"""Which module of the package may import which, as the design says; read from the source.

An import inside a function counts like any other. What the ledger finds by walking
`<part>/judges/` is no import.
"""

import ast
import functools
from collections import defaultdict
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src" / "three_pillars"
ROOT = "three_pillars"
PARTS = {"argument", "territory", "energy", "balance", "constraint", "verdict"}
# Top to bottom. A room imports what stands in a lower line.
LINES = [
    {"book", "share", "classroom", "site"},
    PARTS,
    {"ledger", "explore", "blocks", "checks"},
    {"figures"},
    {
        "data",
        "meetings",
        "day",
        "words",
        "commentary",
        "markup",
        "kept",
        "zipped",
        "console",
        "_quick",
    },
]
WITHIN = {
    *((top, room) for top in ("book", "site") for room in ("share", "classroom")),
    *(("ledger", room) for room in ("blocks", "explore")),
    ("blocks", "explore"),
}
# What the ledger has found; what it declares (`claims`) and offers to a judge is for every part.
RESULTS = {"chain", "claims_ledger", "entries", "judgements", "judges", "verdicts"}
HANDS_ON = "an __init__ hands on names of its own package only, and what a chapter takes from it"


class Module:
    """One file: its dotted name, its room, and what it imports from the package."""

    def __init__(self, path, top):
        parts = path.relative_to(top).with_suffix("").parts
        self.is_init = parts[-1] == "__init__"
        self.name = ".".join([ROOT, *(parts[:-1] if self.is_init else parts)])
        self.package = self.name if self.is_init else self.name.rpartition(".")[0]
        self.room = parts[0] if self.name != ROOT else ""
        self.is_judge = len(parts) > 2 and parts[1] == "judges"
        self.tree = ast.parse(path.read_text("utf-8"))

    def imports(self, every):
        """Yield (module, the name taken from it, what it is called here, whether a whole module).

        A file has its function's name, so `from .ruler import ruler` and `from . import ruler` both
        have the name ruler; the second takes the whole module, or so it seems.
        """
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.name.split(".")[0] == ROOT:
                        target = _known(alias.name, every)
                        yield target, _last(target), alias.asname or alias.name, True
            elif isinstance(node, ast.ImportFrom):
                base = node.module or ""
                if node.level:
                    above = self.package.split(".")[: -(node.level - 1) or None]
                    base = ".".join([*above, *([base] if base else [])])
                if base.split(".")[0] == ROOT:
                    for alias in node.names:
                        whole = f"{base}.{alias.name}" in every
                        target = f"{base}.{alias.name}" if whole else _known(base, every)
                        yield target, alias.name, alias.asname or alias.name, whole

    def reads(self, every):
        """Yield (module, name, whether whole): imports, and names read from a module."""
        called = {}
        for target, name, here, whole in self.imports(every):
            yield target, name, whole
            if whole:
                called[here] = target
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute) and (owner := _dotted(node.value)) in called:
                yield called[owner], node.attr, False

    def defines(self, name):
        """Whether the module has a function or class of this name."""
        kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        return any(isinstance(node, kinds) and node.name == name for node in self.tree.body)

    def handed_on(self):
        """Return the names of `__all__`."""
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
                return set(ast.literal_eval(node.value))
        return set()


def _last(name):
    return name.rpartition(".")[2]


def _dotted(node):
    """Return "a.b.c" of a chain of names, or None."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (owner := _dotted(node.value)):
        return f"{owner}.{node.attr}"
    return None


def _known(name, every):
    while name not in every and "." in name:
        name = name.rpartition(".")[0]
    return name


@functools.cache
def modules(top):
    """Return every module below a folder, by its name."""
    found = [Module(path, top) for path in sorted(top.rglob("*.py"))]
    return {module.name: module for module in found}


def line_of(room):
    return next((number for number, rooms in enumerate(LINES) if room in rooms), None)


def broken(source, target, name, whole, every):
    """Return the rule that an import breaks, as the end of a sentence, or None."""
    here, there = source.room, every[target].room
    if not here:
        return "nothing imports three_pillars.book" if there == "book" else None
    if target == ROOT:
        return "the package itself imports every room, so import from the room"
    if here == there:
        inside = whole and not source.is_init and target.rpartition(".")[0] == source.package
        if inside and every[target].defines(name):
            return f"{name} is a module and a function, so write from .{name} import {name}"
        return None
    if line_of(here) is None or line_of(there) is None:
        lost = here if line_of(here) is None else there
        return f"{lost} stands in no line of the design; give it one"
    if source.is_init and name in source.handed_on():
        return HANDS_ON
    if there == "book":
        return "nothing imports three_pillars.book"
    if here in PARTS and there in PARTS:
        return "no part imports another part"
    if here == "blocks" and there in PARTS:
        return "no block knows a part: a part hands a block its data"
    if there == "ledger" and name in RESULTS and source.is_judge:
        return "no judge reads the ledger's results"
    if there == "ledger" and name in RESULTS and here in PARTS - {"verdict"}:
        return "of the parts only verdict reads the ledger's results"
    if line_of(there) < line_of(here):
        return f"arrows run downwards, and {there} stands above {here}"
    bottom = len(LINES) - 1
    if line_of(there) == line_of(here) != bottom and (here, there) not in WITHIN:
        return f"they stand in one line, and there {here} does not import {there}"
    return None


def wrong_arrows(top, texts=""):
    """Return one sentence for each import that breaks a rule.

    `texts` are the chapters and exercises: what they take from a package, such as
    `energy.COMMENTARY`, its __init__ may hand on from elsewhere.
    """
    every = modules(top)
    found = set()
    for source in every.values():
        for target, name, whole in source.reads(every):
            rule = broken(source, target, name, whole, every)
            if rule is None or (rule == HANDS_ON and f"{source.room}.{name}" in texts):
                continue
            taken = f" ({name})" if name != _last(target) else ""
            found.add(f"{source.name} imports {target}{taken}: {rule}.")
    return sorted(found)


def circles(top):
    """Return the modules that import each other, each circle as "a → b → a"."""
    every = modules(top)
    arrows = {
        name: sorted({target for target, *_ in module.imports(every)} - {name, ROOT})
        for name, module in every.items()
        if name != ROOT
    }
    done, found = set(), set()

    def follow(name, way):
        if name in way:
            circle = way[way.index(name) :]
            first = circle.index(min(circle))
            found.add(" → ".join([*circle[first:], *circle[: first + 1]]))
        elif name not in done:
            for target in arrows.get(name, ()):
                follow(target, [*way, name])
            done.add(name)

    for name in arrows:
        follow(name, [])
    return sorted(found)


def names_twice(top):
    """Return public functions and classes that two modules define: the name, and where.

    Judges are not called by anybody else, so theirs are no public names.
    """
    places = defaultdict(list)
    for module in [each for each in modules(top).values() if not each.is_judge]:
        for node in module.tree.body:
            kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
            # Every module of the Sphinx side has its setup.
            setup = module.room == "book" and getattr(node, "name", "") == "setup"
            if isinstance(node, kinds) and not node.name.startswith("_") and not setup:
                places[node.name].append(module.name)
    return {name: where for name, where in places.items() if len(where) > 1}
