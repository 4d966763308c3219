"""Pages are dealt out evenly, and their kernels are forks that share nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.deadlines import LIMIT

from three_pillars.book.side_by_side import in_shares


def test_shares_are_equally_much_work():
    work = {"a": 5, "b": 4, "c": 3, "d": 2, "e": 1}
    assert in_shares(work, [3, 2]) == ["a", "d", "e", "b", "c"], "8 and 7"
    assert in_shares(work, [1, 2, 2]) == ["a", "b", "e", "c", "d"], "5, 5 and 5"


def test_no_page_is_lost_whatever_the_shares():
    work = {f"page {n}": n % 4 for n in range(29)}
    for shares in ([29], [10, 10, 9], [8, 8, 8, 5]):
        assert sorted(in_shares(work, shares)) == sorted(work)


# In a process of its own, as a build is: pytest keeps warnings to itself.
SCRIPT = """
import json, os, sys
import nbformat
from nbclient import NotebookClient
from three_pillars.book.kernels import fork_kernels
from three_pillars.figures import to_svg

def run(*cells):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    place = {"metadata": {"path": sys.argv[1]}}
    client = NotebookClient(book, timeout=60, startup_timeout=60, resources=place)
    client.execute()
    return [[cell.outputs[0].name, cell.outputs[0].text] for cell in book.cells]

fork_kernels()
first = run(
    "import os, three_pillars; three_pillars.mine = mine = 1; print(os.getpid())",
    "print(os.getcwd()); print(os.environ['SAID_TO_KERNELS'])",
    "import warnings; warnings.warn('seen')",
    "import asyncio; await asyncio.sleep(0); print('went on')",
)
# What draws starts threads; a fork of this process would now wait for them for ever.
to_svg({"mark": "point", "data": {"values": [{}]}}, 100)
second = run(
    "import three_pillars; print('mine' in globals(), hasattr(three_pillars, 'mine'))",
    "from three_pillars.figures import to_svg; "
    "print(to_svg({'mark': 'point', 'data': {'values': [{}]}}, 100)[:4])",
)
print(json.dumps([first, second]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="kernels are forks on Linux only")
def test_a_forked_kernel_is_a_kernel_of_its_own(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        env=os.environ | {"SAID_TO_KERNELS": "hello"},
        capture_output=True,
        text=True,
        timeout=LIMIT,
    )
    assert ran.returncode == 0, ran.stderr
    first, second = json.loads(ran.stdout.splitlines()[-1])
    begun, place, warned, waited = first
    assert not Path(f"/proc/{begun[1].strip()}").exists(), "it has ended"
    assert place == ["stdout", f"{tmp_path}\nhello\n"]
    assert warned[0] == "stderr" and "seen" in warned[1], "with -W a page that warns ends the build"
    assert waited == ["stdout", "went on\n"]
    assert second[0] == ["stdout", "False False\n"], "no name, no change reaches another kernel"
    assert second[1] == ["stdout", "<svg\n"]
