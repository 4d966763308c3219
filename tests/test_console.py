"""A console that lacks some letters ends no command: cp932 of Japan, cp1252 of Western Europe."""

import subprocess
import sys

import pytest
from helpers.deadlines import LIMIT
from helpers.pages import ENVIRONMENT, REPOSITORY

# Commands with something wrong, so that they say a sentence; a name that no such console has.
STRANGE = "энергия/日本–ö→"
COMMANDS = {
    "classroom.grading": [STRANGE],
    "data.drafting": [STRANGE],
    "site.build": ["--book", STRANGE],
    "site.serve": ["--folder", STRANGE],
}


@pytest.mark.parametrize("coding", ["cp932", "cp1252", "ascii"])
def test_what_cannot_be_written_is_a_question_mark(coding):
    code = (
        "from three_pillars.console import bear_any_console\n"
        "bear_any_console()\n"
        "print('Иванова 花子 – done')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**ENVIRONMENT, "PYTHONIOENCODING": coding},
        capture_output=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = done.stdout.decode(coding)
    assert said.strip().endswith("done")
    assert ("Иванова 花子" in said) is (coding == "cp932")


def test_every_command_bears_it():
    package = REPOSITORY / "src" / "three_pillars"
    # These speak with a program and not with a console, or renew a table of ours.
    others = {"lock.py", "judge.py", "coast.py", "cells.py"}
    for path in package.rglob("*.py"):
        text = path.read_text("utf-8")
        runs = "def main(" in text or path.name == "__main__.py" or '"__main__"' in text
        handed = "import main" in text or "room" in path.parts or path.name in others
        if runs and not handed:
            assert "bear_any_console()" in text, path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_says_its_sentence(command, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", f"three_pillars.{command}", *COMMANDS[command]],
        cwd=tmp_path, env={**ENVIRONMENT, "PYTHONIOENCODING": "cp1252"},
        capture_output=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    said = (done.stdout + done.stderr).decode("cp1252")
    assert "Traceback" not in said
    assert done.returncode == 1 and "???????" in said, said
