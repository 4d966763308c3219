"""The search for a browser, and its installation beside another one."""

import sys
import time

import pytest
from helpers import browser_setup

# Fails so many times with a message, then works; counts in a file.
FAILS = """
import pathlib, sys
path = pathlib.Path(sys.argv[1])
path.write_text(path.read_text() + "x" if path.exists() else "x")
if len(path.read_text()) <= int(sys.argv[2]):
    sys.exit(sys.argv[3])
"""
LOCKED = "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt-get)"


def attempt(tmp_path, times, said, pause=0.1):
    command = [sys.executable, "-c", FAILS, str(tmp_path / "count"), str(times), said]
    worked = browser_setup.attempt(command, time.monotonic() + 120, pause)
    return worked, len((tmp_path / "count").read_text())


def test_another_installation_is_waited_for(tmp_path, capsys):
    assert attempt(tmp_path, 2, LOCKED) == (True, 3)
    assert capsys.readouterr().err == ""


def test_another_installation_is_not_waited_for_for_ever(tmp_path, capsys):
    """With two minutes left there is no sense in coming back in one and a half."""
    assert attempt(tmp_path, 10**6, LOCKED, pause=90) == (False, 1)
    assert capsys.readouterr().err.strip() == LOCKED


def test_any_other_failure_is_told_at_once(tmp_path, capsys):
    assert attempt(tmp_path, 1, "E: Unable to locate package") == (False, 1)
    assert capsys.readouterr().err.strip() == "E: Unable to locate package"


def test_an_installation_that_hangs_is_stopped(capsys):
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    assert not browser_setup.attempt(command, time.monotonic() + 1)
    assert "did not end in time" in capsys.readouterr().err


def test_a_browser_that_does_not_start_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    with pytest.raises(SystemExit, match="does not start; set it to a Chromium or Chrome"):
        browser_setup.find()
