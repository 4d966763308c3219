"""Scripts and styles: what each output carries, and what the book's two files hold."""

import re
from pathlib import Path

import pytest

import three_pillars
from three_pillars.blocks import script, style
from three_pillars.blocks.core import KINDS
from three_pillars.blocks.core.assets import PIECES

PACKAGE = Path(three_pillars.__file__).parent
FOLDER = PACKAGE / "blocks"

LIMIT = 12_500
"""Bytes that an output in Jupyter may carry along beside its own markup."""

LARGER = {
    "forecast_sheet": 26_500,
    "deal_form": 21_750,
    "predict": 19_000,
    "quiz": 16_750,
    "sorting": 13_500,
    "ledger": 13_250,
}
"""In Jupyter the first two are ipywidgets, and their HTML is shown by the book alone; the next
three bring along how answers are kept, saved and opened, and the last how words are searched."""


@pytest.mark.parametrize("kind", KINDS)
def test_an_output_carries_little(kind, record_property):
    carried = len((style(kind) + script(kind)).encode())
    record_property("bytes", carried)
    print(f"{kind}: {carried} bytes")
    assert carried <= LARGER.get(kind, LIMIT)


def test_every_folder_is_a_kind_and_has_a_template():
    folders = {path.parent.name for path in FOLDER.glob("*/__init__.py")} - {"core"}
    assert folders == set(KINDS)
    for kind in KINDS:
        assert (FOLDER / kind / f"{kind}.html").is_file(), kind


def test_no_script_and_no_style_is_left_out():
    """Every file reaches the book's two, and those of a kind reach its own output."""
    known = {f"{path}{end}" for path in PIECES.values() for end in (".js", ".css")}
    for file in [*FOLDER.rglob("*.js"), *FOLDER.rglob("*.css")]:
        place = file.relative_to(PACKAGE).as_posix()
        assert file.parent.name in KINDS or place in known, f"{place} is no kind's and no piece"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_brings_its_own_and_no_other(kind):
    units = re.findall(r"tp\.has_(\w+)=1", script(kind))
    others = set(KINDS) - {kind}
    assert not others & set(units)
    assert units[0] == "base", "the core comes first"
    assert set(units) - {kind} <= {"base", *KINDS[kind].needs}
    assert (kind in units) == any((FOLDER / kind).glob("*.js"))


def test_the_book_loads_every_kind_and_the_whole_core_once():
    units = re.findall(r"tp\.has_(\w+)=1", script())
    assert len(units) == len(set(units))
    scripted = {kind for kind in KINDS if any((FOLDER / kind).glob("*.js"))}
    core = {"base", "sliders", "words", "numbers", "storage", "files", "answers"}
    assert scripted | core == set(units)
    for kind in KINDS:
        own = "".join(
            rule for rule in style(kind).split("}") if rule.strip() and rule + "}" not in style()
        )
        assert not own, kind


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_uses_of_the_core_it_has(kind):
    """A name that another piece hands out would be missing where this kind stands alone."""
    used = set(re.findall(r"\btp\.(\w+)", script(kind)))
    given = set(re.findall(r"\btp\.(\w+)=[^=]", script(kind)))
    assert used == given


def test_nothing_in_a_script_ends_its_element():
    for text in (script(), style()):
        assert "</" not in text
        assert "<!--" not in text
