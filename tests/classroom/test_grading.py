"""A class of submissions as learning platforms export them: good, odd, broken and hostile ones."""

import csv
import datetime as dt
import io
import json
import os
import shutil
import time
import zipfile

import pytest

from three_pillars.classroom import editions, grading, sandbox, submissions

PART = "energy"
EXERCISE = editions.read(editions.MASTERS / f"{PART}.md")
FULL = sum(task.points for task in EXERCISE.tasks if not task.manual)
pytestmark = [
    pytest.mark.exercises,
    pytest.mark.skipif(not sandbox.FORK, reason="limits need a system with fork"),
]


def cell(kind, source, **metadata):
    return {"cell_type": kind, "metadata": metadata, "source": source, "outputs": []}


def notebook(change=None, extra="", before="", text="Ten words.", solved=True, meta=True):
    """A student's notebook; `change` replaces the code of a task, `extra` stands at its end."""
    cells = [cell("code", before), cell("code", EXERCISE.setup)]
    for task in EXERCISE.tasks:
        if task.manual:
            cells.append(cell("markdown", text, tags=[submissions.ANSWER_TAG]))
            continue
        code = task.solution if solved else task.stub
        cells.append(cell("code", (change or {}).get(task.name, code)))
        cells.append(cell("code", f'grader.check("{task.name}")'))
    cells.append(cell("code", extra))
    metadata = {"three_pillars": {"exercise": PART}} if meta else {}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_ipynb", ".ipynb"), content)
    return packed.getvalue()


SHARE = (
    EXERCISE.tasks[0].solution
    + "\n"
    + "share_2014 = 100 * energy.share_by_year(lng).set_index('year').share[2014]"
)
HOSTILE = {
    "Endless Erna": "while True:\n    pass",
    "Swallowing Sven": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    ),
    "Hungry Hugo": "x = []\nwhile True:\n    x.append('y' * 50_000_000)",
    "Exiting Eva": "import os; os._exit(3)",
    "Forking Fritz": "import os\nwhile True:\n    os.fork()",
    "Segfault Sue": "import ctypes; ctypes.string_at(0)",
    "Calling Carl": "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)",
    "Killing Kurt": "import os, signal; os.kill(os.getppid(), signal.SIGKILL)",
    "Shell Shirley": "import subprocess; subprocess.run(['touch', '/tmp/three-pillars-was-here'])",
    "Loud Lou": "import sys\nfor _ in range(300_000): print('noise' * 20)",
    "Deep Dan": "def f(): return f()\nf()",
    "Quitting Quinn": "raise SystemExit",
    "Magic Max": "%matplotlib inline\n!pip install nothing\nprint('fine')",
}


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    folder = tmp_path_factory.mktemp("handed in by the class")

    def put(name, content):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    put("Иванова Анна_101_assignsubmission_file/energy.ipynb", notebook())
    put("田中 花子_102_assignsubmission_file_energy.ipynb", notebook({"share_2014": SHARE}))
    put("muellerjan_LATE_5501_77001_energy-1.ipynb", notebook({"hhi_2014": "hhi_2014 = 1 / 0"}))
    put("Ex 3_Zoé d'Arc_attempt_2026-11-24-09-30-00_energy.ipynb", notebook(meta=False))
    put(
        "Packed Paul.zip",
        zipped(energy_ipynb=notebook(extra="# Paul"), data__x_ipynb="{"[:0] or "{}"),
    )
    put("Stub Stella/energy.ipynb", notebook(solved=False))
    put("Script Sören - energy.ipynb", notebook(text="<script>alert(1)</script>", extra="# s"))
    put("=HYPERLINK(evil)/energy.ipynb", notebook(extra="# h"))
    put("Empty Emil/energy.ipynb", "")
    put("Truncated Tina/energy.ipynb", notebook()[:900])
    put("Word Wanda/energy.ipynb", "PK this is no notebook")
    put("Damaged Dora.zip", zipped(energy_ipynb=notebook())[:500])
    put("Other Otto/holiday.ipynb", json.dumps({"cells": [cell("code", "1")], "metadata": {}}))
    put("Bomb Bob.zip", zipped(energy_ipynb=b" " * 150_000_000))
    put("__MACOSX/._energy.ipynb", "junk")
    put("Packed Paul/.ipynb_checkpoints/energy-checkpoint.ipynb", notebook(solved=False))
    old = put("Copy Cora/energy.ipynb", notebook(solved=False))
    os.utime(old, (1_700_000_000, 1_700_000_000))
    put("Copy Cora/energy (2).ipynb", notebook(extra="# Cora"))
    tamper = "import three_pillars.checks as c\nc.run = lambda *a: ''\nc.number = c.run"
    put("Tampering Tom/energy.ipynb", notebook(before=tamper, solved=False))
    peek = f"print(open({str(folder / 'Word Wanda' / 'energy.ipynb')!r}).read())"
    put("Peeking Pia/energy.ipynb", notebook(extra=peek))
    wipe = f"import shutil; shutil.rmtree({str(folder)!r})"
    put("Wiping Will/energy.ipynb", notebook(extra=wipe))
    for name, code in HOSTILE.items():
        put(f"{name}/energy.ipynb", notebook(extra=code + f"\n# {name}"))
    return folder


@pytest.fixture(scope="module")
def graded(handed_in, tmp_path_factory):
    out = tmp_path_factory.mktemp("grades")
    said = []
    start = time.monotonic()
    results = grading.grade(
        handed_in, out, seconds=6, cell_seconds=2, memory_mb=300, say=said.append,
        deadline=dt.datetime.now() + dt.timedelta(days=1),
    )  # fmt: skip
    by_name = {result.submission.student: result for result in results}
    assert len(by_name) == len(results)
    return by_name, out, said, time.monotonic() - start


def test_every_good_submission_is_graded(graded):
    by_name, *_ = graded
    for name in ("Иванова Анна", "Zoé d'Arc", "Packed Paul", "Copy Cora", "Script Sören"):
        assert by_name[name].outcome.status == "graded", by_name[name].outcome
        assert by_name[name].score == FULL, by_name[name].said
    tanaka = by_name["田中 花子"]
    assert tanaka.score == FULL - 1
    assert "per cent" in tanaka.said["share_2014"]
    assert by_name["muellerjan"].submission.late
    assert by_name["muellerjan"].score == FULL - 2
    assert "ZeroDivisionError" in by_name["muellerjan"].outcome.errors[0]
    assert by_name["Stub Stella"].score == 0
    assert len(by_name["Stub Stella"].said) == 8
    assert by_name["Copy Cora"].submission.older == ["Copy Cora/energy.ipynb"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Empty Emil", "empty"),
        ("Truncated Tina", "cut short"),
        ("Word Wanda", "damaged"),
        ("Damaged Dora", "damaged"),
        ("Other Otto", "none of the exercises"),
        ("Bomb Bob", "more than it should"),
    ],
)
def test_what_cannot_be_graded_is_named(graded, name, word):
    by_name, out, said, _ = graded
    result = by_name[name]
    assert result.outcome.status == "not graded"
    assert word in result.outcome.note
    assert any(name in line and word in line for line in said)
    assert name in (out / "report.html").read_text(encoding="utf-8")


def test_hostile_submissions_cost_only_themselves(graded, handed_in):
    by_name, _, _, seconds = graded
    assert seconds < 90
    for name in HOSTILE:
        result = by_name[name]
        # What a submission had reached before it misbehaved is kept.
        assert result.score == FULL, (name, result.outcome)
    sven = by_name["Swallowing Sven"].outcome
    assert sven.status == "stopped" or "stopped" in sven.errors[0]
    assert by_name["Exiting Eva"].outcome.status == "crashed"
    assert by_name["Segfault Sue"].outcome.status == "crashed"
    assert "SIGSEGV" in by_name["Segfault Sue"].outcome.note
    assert "stopped after 2" in by_name["Endless Erna"].outcome.errors[0]
    assert "memory" in by_name["Hungry Hugo"].outcome.errors[0]
    for name in ("Calling Carl", "Killing Kurt", "Shell Shirley", "Forking Fritz"):
        assert "while grading" in by_name[name].outcome.errors[0], by_name[name].outcome
    assert not by_name["Magic Max"].outcome.errors
    assert "closed while grading" in by_name["Peeking Pia"].outcome.errors[0]
    assert by_name["Wiping Will"].outcome.errors
    assert (handed_in / "Word Wanda" / "energy.ipynb").exists()
    tom = by_name["Tampering Tom"]
    assert tom.outcome.status == "suspicious"
    assert tom.score == 0


def test_the_network_is_cut_or_refused(graded):
    by_name, *_ = graded
    assert {r.outcome.network for r in by_name.values() if r.outcome.network} <= {
        "cut off", "refused"
    }  # fmt: skip


def test_grades_feedback_and_report(graded):
    by_name, out, *_ = graded
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(by_name)
    assert not [row for row in rows if row["student"].startswith("=")]
    assert rows[0].keys() >= {"student", "points", "out_of", "status", "energy: hhi_2014"}
    pages = list((out / "feedback").glob("*.html"))
    assert len(pages) == len(by_name)
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "looks for" in text
    report = (out / "report.html").read_text(encoding="utf-8")
    for heading in ("Look at these yourself", "Common wrong answers", "Who needs help", "Hardest"):
        assert heading in report
    assert report.count("<svg") >= 6
    assert "Stub Stella" in report.partition("Who needs help")[2]
    assert "same as" in report


def test_it_goes_on_where_it_was_interrupted(handed_in, tmp_path):
    few = tmp_path / "few"
    for name in ("Stub Stella", "Copy Cora", "Quitting Quinn"):
        shutil.copytree(handed_in / name, few / name)
    ran = []

    def stop_after_one(line):
        ran.append(line)
        if "[1/3]" in line:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grading.grade(few, tmp_path / "out", workers=1, say=stop_after_one)
    grading.grade(few, tmp_path / "out", workers=1, say=ran.append)
    assert sum("[" in line for line in ran) == 3
    assert any("1 graded before" in line for line in ran)
    grading.grade(few, tmp_path / "out", workers=1, say=ran.append)
    assert sum("[" in line for line in ran) == 3
    assert any("3 graded before" in line for line in ran)


def test_a_platforms_zip_is_taken_as_it_is(handed_in, tmp_path):
    with zipfile.ZipFile(tmp_path / "Course 7 export.zip", "w") as archive:
        for name in ("Stub Stella", "Packed Paul.zip"):
            path = handed_in / name
            for file in [path] if path.is_file() else path.rglob("*.ipynb"):
                archive.write(file, file.relative_to(handed_in))
    found = submissions.find(tmp_path / "Course 7 export.zip", {PART: EXERCISE})
    assert [one.student for one in found] == ["Packed Paul", "Stub Stella"]
    assert not [one.problem for one in found if one.problem]


def test_it_grades_without_fork_too(monkeypatch):
    monkeypatch.setattr(sandbox, "FORK", False)
    cells = [EXERCISE.setup, EXERCISE.tasks[0].solution, "1 / 0"]
    tests = {EXERCISE.tasks[0].name: EXERCISE.tasks[0].tests}
    outcomes = []
    sandbox.supervise(
        [sandbox.Job("one", cells, tests, PART)], 1, lambda job, outcome: outcomes.append(outcome)
    )
    assert outcomes[0].status == "graded", outcomes[0]
    assert outcomes[0].tasks == {"share_2014": [""]}
    assert "ZeroDivisionError" in outcomes[0].errors[0]
