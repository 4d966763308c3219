"""Mutants of a solution: one small slip each, as a hasty student would make it."""

import ast
import copy

OPERATORS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
             ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr}  # fmt: skip
COMPARED = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
            ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}  # fmt: skip
METHODS = {"sum": "mean", "mean": "sum", "max": "min", "min": "max", "median": "mean",
           "size": "count", "eq": "ne", "ne": "eq"}  # fmt: skip
# What only changes how a chart looks, or is said in words.
LOOKS = {"title", "alt", "tooltip", "height", "axis", "scale", "sort", "subtitle", "opacity",
         "point", "format", "name"}  # fmt: skip


def mutants(code):
    """Yield mutants of some code, each with what was changed."""
    tree = ast.parse(code)
    for at, node in enumerate(_nodes(tree)):
        for change in _changes(node):
            other = copy.deepcopy(tree)
            target = list(_nodes(other))[at]
            before = ast.unparse(target)
            change(target)
            yield f"line {target.lineno}: {before} -> {ast.unparse(target)}", ast.unparse(other)


def _nodes(tree):
    queue = [tree]
    while queue:
        node = queue.pop(0)
        if isinstance(node, ast.keyword) and node.arg in LOOKS:
            continue
        if isinstance(node, ast.Expr) and isinstance(
            node.value, (ast.Constant, ast.Name, ast.Call)
        ):
            continue  # a docstring, or what is shown below the cell
        yield node
        queue += ast.iter_child_nodes(node)


def _changes(node):
    def replaced(field, value):
        return lambda target: setattr(target, field, value)

    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield replaced("op", OPERATORS[type(node.op)]())
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        yield replaced("ops", [COMPARED[type(node.ops[0])]()])
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield replaced("value", node.value + 1)
        if node.value:
            yield replaced("value", node.value * 10)
    if isinstance(node, ast.Attribute) and node.attr in METHODS:
        yield replaced("attr", METHODS[node.attr])
    if isinstance(node, ast.List) and len(node.elts) > 1:
        yield lambda target: target.elts.pop()
        yield lambda target: target.elts.pop(0)
