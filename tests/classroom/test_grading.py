"""A class of submissions as platforms export them: good, odd, broken and hostile ones."""

import csv
import datetime as dt
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from helpers.class_of_students import EXERCISE, FULL, PART, cell, notebook, put, zipped
from helpers.tricks import ESCAPES, TRICKS

from three_pillars.classroom import grading, jobs, lock, masters
from three_pillars.classroom.results import Mark

pytestmark = [
    pytest.mark.exercises,
    pytest.mark.skipif(not lock.works("bubblewrap"), reason="bubblewrap does not run here"),
]

SHARE = (
    EXERCISE.tasks[0].solution
    + "\nshare_2014 = 100 * energy.share_by_year(lng).set_index('year').share[2014]"
)
REAL = """
%matplotlib inline
%load_ext nothing
!pip install nothing
import matplotlib.pyplot as plt, seaborn as sns
from google.colab import drive
drive.mount('/content/drive')
fig, ax = plt.subplots()
fig, ((a, b), (c, d)) = plt.subplots(2, 2)
ax.plot([1, 2]); plt.show(); sns.set_theme()
name = input('Your name? ')
import os; os.chdir('/tmp')
lng.plot(x='year', y='volume_bcm')
alt.Chart(lng).mark_bar().save('chart.html')
from IPython.display import display, Markdown
display(Markdown('# done'))
import asyncio
await asyncio.sleep(0)
"""
TIMED = "%%time\n" + EXERCISE.tasks[0].solution
CAPTURED = "%%capture\n" + EXERCISE.tasks[1].solution

TROUBLE = {
    "Endless Erna": ("while True:\n    pass", "was stopped after"),
    "Swallowing Sven": (
        "while True:\n    try:\n        while True: pass\n    except Exception: pass",
        "was stopped after",
    ),
    "Hungry Hugo": ("x = bytearray(3 << 30)", "memory"),
    "Deep Dan": ("def f(): return f()\nf()", "RecursionError"),
    "Quitting Quinn": ("raise SystemExit", "SystemExit"),
    "Half Hana": ("raise ValueError('half \\ud83d of it')", "ValueError"),
    "Colour Carl": ("raise ValueError('\\x1b[31mred\\u202e\\x07')", "ValueError"),
    "Path Pia": ("open('/room/nothing/secret')", "FileNotFoundError"),
    "Lines Lee": ("raise ValueError('first\\nsecond')", "first"),
}
ENDED = {
    "Exiting Eva": "import os; os._exit(3)",
    "Segfault Sue": "import ctypes; ctypes.string_at(0)",
    # Each keeps to the limit of a process; five together do not. They hold what they have, and
    # no cell's limit ends them: how long a busy machine needs to fill it plays no part.
    "Swarming Swati": """import os, signal, time
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
for _ in range(5):
    if os.fork() == 0:
        held = b'x' * (300 << 20)
        break
time.sleep(200)
""",
}


# One of each family in `make test`, all in `make test-all`.
QUICK = {
    "checks replaced", "close", "frames", "printed results", "at exit", "a float that equals all",
    "a Series without difference", "the room's own code", "writes", "renames onto",
    "reads classmates", "reads the environment", "calls", "other processes", "signals",
    "becomes root", "forks", "daemons",
}  # fmt: skip


def family(names):
    return [one if one in QUICK else pytest.param(one, marks=pytest.mark.full) for one in names]


def asked_for(request, what):
    """Return what the tests of this run ask of a fixture: no more than that is graded."""
    every = [getattr(item, "callspec", None) for item in request.session.items]
    return {one.params[what] for one in every if one and what in one.params}


def named(text):
    return text.replace(" ", "-")


def state_of(folder):
    """Every file in a folder, with what is in it."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def port():
    """A port of this machine, and who called it."""
    listening = socket.create_server(("127.0.0.1", 0))
    called = []

    def answer():
        while True:
            try:
                called.append(listening.accept())
            except OSError:
                return

    threading.Thread(target=answer, daemon=True).start()
    yield listening.getsockname()[1], called
    listening.close()


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    folder = tmp_path_factory.mktemp("handed in by the class")
    put(folder, "Innocent/energy.ipynb", notebook())
    put(folder, "Иванова Анна_101_assignsubmission_file_/energy.ipynb", notebook(extra="# 101"))
    put(folder, "Иванова Анна_102_assignsubmission_file_/energy.ipynb",
        notebook({"share_2014": SHARE}))  # fmt: skip
    put(folder, "muellerjan_LATE_5501_77001_energy.ipynb",
        notebook({"hhi_2018": "hhi_2018 = 1 / 0"}))  # fmt: skip
    put(folder, "Packed Paul.zip", zipped({"energy.ipynb": notebook(extra="# Paul")}))
    put(folder, "Stub Stella/energy.ipynb", notebook(solved=False))
    put(folder, "=HYPERLINK(evil)/energy.ipynb", notebook(text="<script>alert(1)</script>"))
    put(folder, "Real Rita/energy.ipynb", notebook(
        {EXERCISE.tasks[0].name: TIMED, EXERCISE.tasks[1].name: CAPTURED}, extra=REAL))  # fmt: skip
    put(folder, "Empty Emil/energy.ipynb", "")
    put(folder, "Other Otto/holiday.ipynb", json.dumps({"cells": [cell("code", "1")]}))
    put(folder, "Paper Pete/energy.pdf", "%PDF")
    for name, (code, _) in TROUBLE.items():
        put(folder, f"{name}/energy.ipynb", notebook(extra=code))
    for name, code in ENDED.items():
        put(folder, f"{name}/energy.ipynb", notebook(extra=code))
    return folder


def together(folder, out, said=None):
    """Grade a folder, nothing of which may change; results by student."""
    before = state_of(folder)
    os.environ["SECRET_OF_THE_TEACHER"] = "s3cr3t-of-the-teacher"
    try:
        results = grading.grade(
            folder, out, limits=jobs.Limits(300, 5, 5, 400),
            say=(said if said is not None else []).append,
            deadline=dt.datetime.now().astimezone() + dt.timedelta(days=1),
        )  # fmt: skip
    finally:
        del os.environ["SECRET_OF_THE_TEACHER"]
    assert state_of(folder) == before, "files of the class were changed"
    by_name = {result.submission.whom: result for result in results}
    assert len(by_name) == len(results)
    if "Innocent" in by_name:
        assert by_name["Innocent"].score == FULL
    return by_name


@pytest.fixture(scope="module")
def graded(handed_in, tmp_path_factory):
    out, said = tmp_path_factory.mktemp("grades"), []
    return together(handed_in, out, said), out, said


@pytest.fixture(scope="module")
def tricked(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("a class of tricks")
    put(folder, "Innocent/energy.ipynb", notebook())
    for name in asked_for(request, "trick"):
        put(folder, f"{named(name)}/energy.ipynb", notebook(before=TRICKS[name], solved=False))
    return together(folder, tmp_path_factory.mktemp("grades of tricks"))


@pytest.fixture(scope="module")
def escaped(request, tmp_path_factory, port):
    folder = tmp_path_factory.mktemp("a class of escapes")
    places = {"folder": folder, "port": port[0], "root": masters.MASTERS.parent,
              "home": Path.home()}  # fmt: skip
    put(folder, "Innocent/energy.ipynb", notebook())
    for name in asked_for(request, "escape"):
        put(folder, f"{named(name)}/energy.ipynb",
            notebook(before=ESCAPES[name].format(**places) + f"\n# {name}"))  # fmt: skip
    return together(folder, tmp_path_factory.mktemp("grades of escapes")), folder


def test_every_good_submission_has_its_points(graded):
    by_name, *_ = graded
    for name in ("Innocent", "Иванова Анна (101)", "Packed Paul", "Real Rita", "=HYPERLINK(evil)"):
        assert by_name[name].outcome.status == "graded", by_name[name].outcome
        assert by_name[name].score == FULL, (name, by_name[name].said)
    other = by_name["Иванова Анна (102)"]
    assert other.score == FULL - 1
    assert "per cent" in other.said["share_2014"]
    late = by_name["muellerjan (5501)"]
    assert late.submission.late
    assert late.score == FULL - 2
    assert "ZeroDivisionError: division by zero" in late.outcome.errors[0]
    stella = by_name["Stub Stella"]
    assert stella.score == 0
    assert len(stella.said) == 8
    assert all(re.search("three dots|nothing", said) for said in stella.said.values())


def test_what_no_task_needs_is_passed_over_and_said(graded):
    rita = graded[0]["Real Rita"].outcome
    assert rita.errors == []
    said = " ".join(rita.passed_over)
    for word in ("matplotlib", "seaborn", "google", "input()", "a command of the shell"):
        assert word in said


@pytest.mark.parametrize("name", TROUBLE)
def test_trouble_at_the_end_costs_no_points_and_is_told_in_a_line(graded, name):
    result = graded[0][name]
    assert result.score == FULL, result.outcome
    assert TROUBLE[name][1] in result.outcome.errors[0]
    assert "\n" not in result.outcome.errors[0]
    assert "second" not in result.outcome.errors[0].replace("seconds", "")


@pytest.mark.parametrize("name", ENDED)
def test_a_process_that_ends_keeps_what_it_had_reached(graded, name):
    result = graded[0][name]
    assert result.outcome.status == "crashed"
    assert result.score == FULL
    assert ("SIGSEGV" in result.outcome.note) == (name == "Segfault Sue")
    assert ("memory together" in result.outcome.note) == (name == "Swarming Swati")


@pytest.mark.parametrize("trick", family(TRICKS))
def test_blank_answers_earn_nothing_whatever_the_trick(tricked, trick):
    result = tricked[named(trick)]
    assert result.score == 0, result.outcome


@pytest.mark.parametrize("escape", family(ESCAPES))
def test_an_escape_stays_in_its_room(escaped, escape, port):
    by_name, folder = escaped
    result = by_name[named(escape)]
    assert not (folder / "owned").exists()
    assert not (folder / "root").exists()
    assert not port[1], "somebody called"
    if escape not in ("signals", "forks"):
        assert result.outcome.errors, "the escape met no wall"
        assert result.outcome.errors[0].startswith("Code cell 1:")
        assert result.score == FULL, result.outcome


def test_nothing_outlives_grading(escaped):
    running = subprocess.run(
        ["ps", "-eo", "user,args"], capture_output=True, text=True, check=True, timeout=60
    )
    assert "runpy.run_module('room'" not in running.stdout
    assert not list(Path("/tmp").glob(f"three-pillars-room-{os.getpid()}-*"))


@pytest.mark.parametrize(
    ("name", "word"),
    [("Empty Emil", "empty"), ("Other Otto", "none of"), ("Paper Pete", ".pdf file")],
)
def test_what_cannot_be_graded_is_named(graded, name, word):
    by_name, out, said = graded
    assert by_name[name].outcome.status == "not graded"
    assert word in by_name[name].outcome.note
    assert any(name in line and word in line for line in said)
    assert name in (out / "report.html").read_text(encoding="utf-8")


def test_feedback_leaks_nothing(graded, handed_in):
    by_name, out, _ = graded
    names = {result.submission.student for result in by_name.values()}
    secret = [str(handed_in), str(Path.home()), sys.prefix, "s3cr3t", str(masters.MASTERS.parent),
              "three-pillars-room", "\x1b", "\u202e", "\x07", "\ud83d"]  # fmt: skip
    secret += [line for task in EXERCISE.tasks for line in task.model.splitlines() if line]
    pages = list((out / "feedback").glob("*.html"))
    assert len(pages) == len(by_name)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for word in secret:
            assert word not in text, (page.name, word)
        own = re.search(r"<h1>(.*?): ", text)[1]
        for name in names:
            if name not in own and name not in ("Иванова Анна",) and own not in name:
                assert name not in text, (page.name, name)
        assert "<script>alert" not in text
        assert "looks for" in text or "not graded" in text.casefold()


def test_grades_and_report(graded):
    by_name, out, _ = graded
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(by_name)
    assert not [row for row in rows if row["student"].startswith("=")]
    assert rows[0].keys() >= {"student", "id", "total", "by_hand", "status", "energy: hhi_2018"}
    report = (out / "report.html").read_text(encoding="utf-8")
    for heading in ("Look at these yourself", "Common wrong answers", "Who needs help", "Hardest"):
        assert heading in report
    assert "locked by bubblewrap" in report
    assert "deadline" in report
    assert report.count("<svg") >= 6
    assert "Alike" in report


def few(handed_in, folder, *names):
    for name in names:
        shutil.copytree(handed_in / name, folder / name)
    return folder


def test_it_goes_on_where_it_was_interrupted(handed_in, tmp_path):
    class_of_three = few(handed_in, tmp_path / "few", "Stub Stella", "Innocent", "Quitting Quinn")
    ran = []

    def stop_after_one(line):
        ran.append(line)
        if "[1/3]" in line:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grading.grade(class_of_three, tmp_path / "out", workers_at_once=1, say=stop_after_one)
    grading.grade(class_of_three, tmp_path / "out", workers_at_once=1, say=ran.append)
    assert sum("[" in line for line in ran) == 3
    assert any("1 graded before" in line for line in ran)
    results = grading.grade(class_of_three, tmp_path / "out", say=ran.append)
    assert sum("[" in line for line in ran) == 3
    assert any("3 graded before" in line for line in ran)
    assert sorted(result.score for result in results) == [0, FULL, FULL]


def start(folder, out, *more):
    return subprocess.Popen(
        [sys.executable, "-m", grading.__name__, str(folder), "--out", str(out), *more],
        stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "how",
    [
        signal.SIGKILL,  # the one that nothing can catch
        pytest.param(signal.SIGTERM, marks=pytest.mark.full),
        pytest.param(signal.SIGINT, marks=pytest.mark.full),
    ],
)
def test_a_killed_run_loses_nothing_and_leaves_nothing(handed_in, tmp_path, how):
    folder = few(handed_in, tmp_path / "few", "Innocent", "Stub Stella")
    put(folder, "Slow Sam/energy.ipynb", notebook(before="import time; time.sleep(8)"))
    run = start(folder, tmp_path / "out", "--workers", "1")
    lines = []
    for line in run.stdout:
        lines.append(line)
        if "[1/3]" in line:
            break
    time.sleep(1)
    run.send_signal(how)
    run.wait(30)
    until = time.monotonic() + 10
    while time.monotonic() < until:
        shown = subprocess.run(
            ["ps", "-eo", "args"], capture_output=True, text=True, check=True, timeout=60
        )
        left = [one for one in shown.stdout.splitlines() if "run_module('room'" in one]
        if not left:
            break
        time.sleep(0.2)
    assert not left
    again = start(folder, tmp_path / "out", "--workers", "1")
    said, _ = again.communicate(timeout=300)
    assert again.returncode == 0
    assert "graded before" in said
    assert "Graded 3 of 3." in said
    left = list(Path("/tmp").glob(f"three-pillars-room-{run.pid}-*"))
    assert not left


def test_a_judge_that_dies_costs_a_second_try_and_no_grade(handed_in, tmp_path, monkeypatch):
    folder = few(handed_in, tmp_path / "few", "Innocent")
    original, killed = grading.workers.Worker._asked, []

    def asked(self, job):
        if not killed:
            killed.append(job)
            threading.Timer(1, lambda: self.process.kill()).start()
        return original(self, job)

    monkeypatch.setattr(grading.workers.Worker, "_asked", asked)
    results = grading.grade(folder, tmp_path / "out", say=lambda line: None)
    assert killed
    assert results[0].score == FULL


def test_points_by_hand_are_added_and_never_overwritten(handed_in, tmp_path):
    folder, out = few(handed_in, tmp_path / "few", "Innocent"), tmp_path / "out"
    grading.grade(folder, out, say=lambda line: None)
    path = out / "marks.csv"
    rows = path.read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "student,id,exercise,task,points,out_of,comment"
    assert rows[1] == "Innocent,,energy,advice,,4,"
    # As a German Excel saves it.
    path.write_bytes(
        "student;id;exercise;task;points;out_of;comment\r\n"
        "Innocent;;energy;advice;2,5;4;Schön\r\n".encode("cp1252")
    )
    written = path.read_bytes()
    put(folder, "Ben/energy.ipynb", notebook(extra="# Ben"))
    results = {r.submission.student: r for r in grading.grade(folder, out, say=lambda line: None)}
    assert path.read_bytes() == written
    assert results["Innocent"].total == FULL + 2.5
    assert results["Innocent"].marks["advice"] == Mark(2.5, "Schön")
    assert "Ben,,energy,advice" in (out / "marks-2.csv").read_text(encoding="utf-8-sig")
    page = next((out / "feedback").glob("Innocent*")).read_text(encoding="utf-8")
    assert "Schön" in page
    shutil.rmtree(folder / "Innocent")
    said = []
    grading.grade(folder, out, say=said.append)
    assert path.read_bytes() == written
    assert any("belong to no hand-in" in line for line in said)


def test_two_classes_of_one_name_stay_two(tmp_path):
    first, second = tmp_path / "a" / "submissions", tmp_path / "b" / "submissions"
    assert grading.folder_for(first) != grading.folder_for(second)
    assert grading.folder_for(first).name.startswith("submissions-")
    assert "_build" not in grading.folder_for(first).parts


def test_without_a_lock_it_says_so_and_asks(handed_in, tmp_path, monkeypatch):
    monkeypatch.setattr(lock, "works", lambda kind: False)
    with pytest.raises(lock.NoLock, match=r"bubblewrap.*WEAK=1"):
        lock.find_lock()
    if lock.is_root() and not lock._readable_by_all():
        with pytest.raises(lock.NoLock, match="ordinary user"):
            lock.find_lock(weak=True)
        return
    assert lock.find_lock(weak=True).weak
    folder, said = few(handed_in, tmp_path / "few", "Innocent"), []
    results = grading.grade(folder, tmp_path / "out", locked=lock.Lock("weak"), say=said.append)
    assert results[0].score == FULL
    assert "WITHOUT a locked room" in said[0]
    assert "WITHOUT a locked room" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_the_command_bears_a_console_of_another_kind(handed_in, tmp_path):
    folder = few(handed_in, tmp_path / "few", "Stub Stella")
    put(folder, "Иванова 花子/energy.pdf", "%PDF")
    done = subprocess.run(
        [sys.executable, "-m", grading.__name__, str(folder), "--list"], capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"}, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"Stub Stella" in done.stdout
    assert PART.encode() in done.stdout
