"""What students wrote does no harm in a console, a spreadsheet or a page."""

import sys
from pathlib import Path

import pytest

from three_pillars.classroom import text

pytestmark = pytest.mark.exercises


@pytest.mark.parametrize("bad", ["\x1b[31m", "\u202e", "\u2066", "\x07", "\ud83d", "\x9b", "\x00"])
def test_what_is_not_to_be_read_is_taken_out(bad):
    assert bad[0] not in text.clean(f"a{bad}b")
    assert text.clean(f"a{bad}b").encode("utf-8")


def test_what_is_to_be_read_stays():
    kept = "Zoé d'Arc, 山田, محمد, \U0001f469\u200d\U0001f393\n\t1 + 1"
    assert text.clean(kept) == kept


@pytest.mark.parametrize("bad", ["=1+1", "+1", "-1", "@x", "\t=1", "\uff1d1", "\uff0b1", " =1"])
def test_no_text_is_a_formula(bad):
    assert text.cell(bad).startswith("'")
    assert text.cell(-1) == -1
    assert text.cell("Anna") == "Anna"


@pytest.mark.parametrize("mark", "=+-@\uff1d\uff20")
def test_no_text_is_a_formula_where_a_semicolon_ends_a_cell(mark):
    assert f";{mark}" not in text.cell(f"a;{mark}cmd()")
    assert text.cell(f'see "b"; {mark}cmd()') == f'see "b"; \'{mark}cmd()'
    assert text.cell("1; 2 = 3") == "1; 2 = 3"


def test_lines_are_one_line():
    assert text.line("a\n  b\rc") == "a b\N{REPLACEMENT CHARACTER}c"
    assert text.escaped("<b>\x1b") == "&lt;b&gt;\N{REPLACEMENT CHARACTER}"


def test_places_on_this_machine_are_nobodys_business():
    said = f"No such file: '{Path.home()}/secret.txt' and {sys.prefix}/lib/x.py, 3/4"
    shown = text.without_paths(said)
    assert "secret" not in shown
    assert sys.prefix not in shown
    assert shown.startswith("No such file: '…'")
    assert shown.endswith(", 3/4")
