"""What a chapter says when its tables are changed: titles, alt texts, prose, questions, answers.

The chapter's cells run here in one process, without a kernel; `said()` starts it on a changed copy
of the data.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def changed(folder, table, where, values):
    """Copy the data into a folder and write values into the rows that hold these values.

    Args:
        folder: an empty folder.
        table: such as ``"energy/lng_imports"``.
        where: column and value, as written in the file.
        values: column and new value.
    """
    data = folder / "data"
    shutil.copytree(ROOT / "data", data)
    path = data / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    hit = [row for row in rows if all(row[key] == value for key, value in where.items())]
    assert hit, f"no row of {table} has {where}"
    for row in hit:
        row.update(values)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return data


def said(chapter, data):
    """Run a chapter on a folder of data.

    Returns:
        A dictionary of ``texts``, in order, and ``error``, the message that stopped it or ``""``.
    """
    env = {**os.environ, "THREE_PILLARS_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}
    env.pop("THREE_PILLARS_BOOK", None)
    done = subprocess.run(
        [sys.executable, __file__, chapter],
        capture_output=True, text=True, timeout=300, env=env, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


def _texts(thing):
    """Yield every text in nested blocks, charts and dictionaries."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from (str(key), *_texts(value))
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from _texts(value)
    elif isinstance(thing, int | float):
        yield f"{thing:.4g}"


def _run(chapter):
    import importlib

    import jupytext

    sys.path.insert(0, str(ROOT / "tests"))
    from chapter_runs import EVAL

    import three_pillars

    texts = []

    def listening(name):
        original = getattr(three_pillars, name)

        def heard(*args, **kwargs):
            if name == "figure":
                title = kwargs.get("title")
                title = title.to_dict() if hasattr(title, "to_dict") else title
                texts.extend(_texts([title, kwargs.get("alt", "")]))
            else:
                texts.extend(_texts([args, {key: value for key, value in kwargs.items()}]))
            return original(*args, **kwargs)

        return heard

    for name in ("figure", "predict", "choice", "number"):
        setattr(three_pillars, name, listening(name))
    importlib.import_module("altair").data_transformers.disable_max_rows()
    space, error = {"__name__": "__main__"}, ""
    try:
        for cell in jupytext.read(ROOT / f"{chapter}.md").cells:
            if cell.cell_type == "code":
                exec(compile(cell.source, chapter, "exec"), space)
                continue
            prose = EVAL.sub(lambda found: str(eval(found[2].strip(), space)), cell.source)
            texts.append(" ".join(prose.split()))
    except Exception as problem:
        error = f"{type(problem).__name__}: {problem}"
    print(json.dumps({"texts": texts, "error": error}))


if __name__ == "__main__":
    _run(sys.argv[1])
