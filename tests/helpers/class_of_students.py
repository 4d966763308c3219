"""What the tests of grading share: notebooks and zips as students hand them in."""

import io
import json
import zipfile

from three_pillars.classroom import masters, notebooks

PART = "energy"
EXERCISE = masters.read_master(masters.MASTERS / f"{PART}.md")
FULL = sum(task.points for task in EXERCISE.tasks if not task.manual)


def cell(kind, source, **metadata):
    return {"cell_type": kind, "metadata": metadata, "source": source, "outputs": []}


def notebook(change=None, extra="", before="", text="Ten words.", solved=True, meta=True):
    """A student's notebook; `change` replaces the code of a task, `extra` stands at its end."""
    cells = [cell("code", before), cell("code", EXERCISE.setup)]
    for task in EXERCISE.tasks:
        if task.manual:
            cells.append(cell("markdown", text, tags=[notebooks.ANSWER_TAG]))
            continue
        code = task.solution if solved else task.stub
        cells.append(cell("code", (change or {}).get(task.name, code)))
        cells.append(cell("code", f'grader.check("{task.name}")'))
    cells.append(cell("code", extra))
    metadata = {"three_pillars": {"exercise": PART}} if meta else {}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def zipped(files, method=zipfile.ZIP_DEFLATED):
    """A zip of files by their names inside."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def put(folder, name, content):
    """Hand in a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
