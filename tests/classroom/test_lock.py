"""Which lock is found, and what its command closes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.class_of_students import EXERCISE

from three_pillars.classroom import jobs, lock, masters, shelf, visit

pytestmark = pytest.mark.exercises


def test_the_strongest_lock_that_works_is_taken(monkeypatch):
    for works, kind in (({"bubblewrap", "docker"}, "bubblewrap"), ({"docker", "podman"}, "docker"),
                        ({"podman"}, "podman")):  # fmt: skip
        monkeypatch.setattr(lock, "works", works.__contains__)
        assert lock.find_lock().kind == kind
        assert lock.find_lock(weak=True).kind == kind
        assert not lock.find_lock().weak


def test_a_container_is_closed_on_all_sides(tmp_path):
    command = " ".join(lock.Lock("docker").command(tmp_path, 512, "name-of-it"))
    for part in ("--network none", "--read-only", "--cap-drop ALL", "no-new-privileges",
                 ":/room:ro", "--pids-limit", "--memory", "--user 61000", "--rm",
                 "--name name-of-it"):  # fmt: skip
        assert part in command


def test_a_lock_that_is_not_there_does_not_work(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    lock.works.cache_clear()
    try:
        assert not lock.works("bubblewrap")
        assert not lock.works("docker")
    finally:
        lock.works.cache_clear()


@pytest.fixture
def in_a_room(monkeypatch):
    """Run a command of the shell in a room, as an ordinary user."""
    user = 65_534 if lock.is_root() else None
    monkeypatch.setattr(lock, "is_root", lambda: False)
    for prefix in ("prefix", "base_prefix", "exec_prefix"):
        monkeypatch.setattr(sys, prefix, "/usr")  # another user may not read this Python

    def run(shell):
        command = lock.Lock("bubblewrap").command(Path("/usr/lib"), 512)
        done = subprocess.run(
            [*command[: command.index(sys.executable)], "/bin/sh", "-c", shell], user=user,
            capture_output=True, text=True, check=True, timeout=60, cwd="/",
        )  # fmt: skip
        return done.stdout.split()

    return run


locked = pytest.mark.skipif(not lock.works("bubblewrap"), reason="bubblewrap does not run here")


@locked
def test_nothing_but_a_small_space_can_be_written_as_an_ordinary_user(in_a_room):
    places = "/ /etc /usr /dev /proc /room /tmp"
    tried = f"for p in {places}; do (echo x > $p/owned) 2> /dev/null && echo $p; done; true"
    assert in_a_room(tried) == ["/tmp"]


@locked
def test_solutions_and_names_are_hidden_where_the_book_lies_among_what_is_bound(
    in_a_room, monkeypatch
):
    assert masters.MASTERS in lock.PRIVATE
    assert in_a_room("ls /usr/share")
    monkeypatch.setattr(lock, "PRIVATE", (Path("/usr/share"), Path("/nowhere/exercises")))
    tried = "echo /usr/share/*; (echo x > /usr/share/owned) 2> /dev/null && echo written; true"
    assert in_a_room(tried) == ["/usr/share/*"]


def test_a_shelf_holds_no_check_and_goes_away():
    with shelf.Shelves() as shelves:
        made = shelves.make(EXERCISE)
        texts = [
            p.read_text(encoding="utf-8") for p in made.rglob("*") if p.suffix in (".py", ".md")
        ]
        assert (made / "room" / "__main__.py").is_file()
        assert (made / "data" / "datapackage.json").is_file()
        for task in EXERCISE.tasks:
            for test in task.tests:
                assert not [text for text in texts if test in text]
        assert not [p for p in made.rglob("*") if "classroom" in p.name or "judge" in p.name]
    assert not shelves.folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="processes are told otherwise there")
def test_a_shelf_of_a_dead_process_is_cleared_away():
    done = subprocess.run(
        [sys.executable, "-c", "from three_pillars.classroom.shelf import Shelves; import os\n"
         "print(Shelves().folder, flush=True); os._exit(0)"],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    left = done.stdout.strip()
    assert os.path.isdir(left)
    with shelf.Shelves():
        assert not os.path.isdir(left)


class Talk(lock.Lock):
    """A "room" that runs a line of Python."""

    def command(self, *_):
        return [sys.executable, "-c", self.kind]

    weak = True
    container = False


@pytest.mark.skipif(os.name == "nt", reason="pipes are read otherwise there")
@pytest.mark.parametrize(("code", "why"), [
    ("pass", "ended"), ("import time; time.sleep(60)", "time"),
    ("while True: print('{}x')", "noise"), ("print('x' * 40_000_000)", "noise"),
    ("print('[' * 100_000); print('9' * 9_999); print(7)", "ended"),
])  # fmt: skip
def test_a_room_that_misbehaves_is_gone(code, why, tmp_path, monkeypatch):
    monkeypatch.setattr(visit, "is_root", lambda: False)  # the code is our own
    job = jobs.Job("a", "energy", [], jobs.Limits(seconds=3))
    with visit.Visit(Talk(code), tmp_path / "shelf", job, {}) as room:
        with pytest.raises(visit.Gone) as gone:
            room.hear()
        assert gone.value.why == why


@pytest.mark.skipif(os.name == "nt", reason="pipes are read otherwise there")
def test_a_room_that_said_enough_for_hours_has_its_time_and_no_more(tmp_path, monkeypatch):
    monkeypatch.setattr(visit, "is_root", lambda: False)  # the code is our own
    flood = 'print(\'{"note": ""}\\n\' * 4_000, flush=True); input()'
    job = jobs.Job("a", "energy", [], jobs.Limits(seconds=20))
    with visit.Visit(Talk(flood), tmp_path / "shelf", job, {}) as room:
        assert room.hear() == {"note": ""}
        room.until = 0
        with pytest.raises(visit.Gone) as gone:
            room.hear()
        assert gone.value.why == "time"
