"""The judges: one a claim, in a file of its chapter, and each reads the tables it names."""

import re
import sys
import types

import pytest
from helpers.arrows import SRC

from three_pillars import data, ledger
from three_pillars.day import COMMENTARY
from three_pillars.ledger import LedgerError, claims, judge, judgements


def test_a_claim_has_one_judge(register, good):
    @judge("C34")
    def first():
        return good

    with pytest.raises(LedgerError, match=r"C34 has two judges: .*first and .*second"):

        @judge("C34")
        def second():
            return good


def test_a_judge_of_no_claim_is_named(register, good):
    judge("C99")(lambda: good)
    with pytest.raises(LedgerError, match="C99 stands for no claim"):
        judgements()


# Where judges stand


SHARED = "HALF = 0.5\n"
JUDGE = """
from three_pillars.ledger import Judgement, judge
{more}

@judge("{claim}")
def found():
    return Judgement("partly", "partly", "1 of 2", "Half of it.", tables=["argument/claims"])
"""


@pytest.fixture
def part(register, monkeypatch, tmp_path):
    """Add a file to the judges of a made-up part of the book; then the ledger walks that part."""
    package = types.ModuleType("three_pillars.weather")
    package.__path__ = [str(tmp_path)]
    monkeypatch.setitem(sys.modules, "three_pillars.weather", package)
    monkeypatch.setattr(register, "PARTS", ("weather",))
    monkeypatch.setattr(
        register,
        "claims",
        lambda: claims().replace({"chapter": {"energy/dependence": "weather/rain"}}),
    )
    folder = tmp_path / "judges"
    folder.mkdir()

    def write(name, claim=None, more=""):
        text = JUDGE.format(claim=claim, more=more) if claim else more
        (folder / name).write_text(text, "utf-8")

    yield write
    for name in [name for name in sys.modules if name.startswith("three_pillars.weather.")]:
        del sys.modules[name]


def test_judges_are_found_in_the_files_of_their_chapters(part):
    part("__init__.py", more="")
    part("_shared.py", more=SHARED)
    part("rain.py", "C34", more="from ._shared import HALF")
    part("rain_tropics.py", "C33")
    assert {name: found.__module__ for name, found in ledger.judges().items()} == {
        "C33": "three_pillars.weather.judges.rain_tropics",
        "C34": "three_pillars.weather.judges.rain",
    }


def test_a_file_whose_name_begins_with_a_stroke_is_no_file_of_judges(part):
    part("_rain.py", "C34")
    assert ledger.judges() == {}
    assert "three_pillars.weather.judges._rain" not in sys.modules


@pytest.mark.parametrize("name", ["snow", "rainfall"])
def test_a_judge_in_the_file_of_another_chapter_is_refused_in_one_sentence(part, name):
    part(f"{name}.py", "C34")
    with pytest.raises(LedgerError) as error:
        ledger.judges()
    assert str(error.value) == (
        f"the judge of C34 stands in weather/judges/{name}.py, but the claim belongs to chapter "
        "weather/rain; move it to weather/judges/rain.py."
    )


def test_a_judge_of_another_parts_claim_is_refused(part):
    part("hedge.py", "C06")
    with pytest.raises(LedgerError, match=r"belongs to chapter balance/hedge; move it to balance"):
        ledger.judges()


def test_a_judge_outside_the_package_may_stand_anywhere(register, good):
    judge("C34")(lambda: good)
    assert list(ledger.judges()) == ["C34"]


def test_a_part_without_judges_has_none_and_a_broken_import_is_no_such_part(
    register, monkeypatch, part
):
    monkeypatch.setattr(register, "PARTS", ("weather", "geology"))
    assert ledger.judges() == {}
    part("rain.py", more="import a_module_that_nobody_has\n")
    with pytest.raises(ModuleNotFoundError, match="a_module_that_nobody_has"):
        ledger.judges()


def test_every_claim_has_a_judge():
    assert set(ledger.judges()) == set(claims()["claim_id"])


# What judges read


@pytest.mark.parametrize("day", [COMMENTARY, data.today()], ids=["then", "today"])
def test_every_finding_rests_on_tables_that_were_read(day):
    """A judge that names tables which it did not load would have typed its finding in."""
    for claim_id in ledger.judges():
        load = data.Reader(day)
        judged = ledger.judge_with(claim_id, load)
        assert judged.rests(), f"{claim_id} rests on no table"
        assert set(judged.rests()) <= load.read, f"{claim_id} names tables it did not read"


def test_no_word_of_a_verdict_stands_in_a_judges_file():
    files = sorted(SRC.glob("*/judges/*.py"))
    assert len(files) > 8
    for file in files:
        words = set(re.findall(r"\w+", file.read_text("utf-8").lower()))
        assert not words & set(ledger.WORDS), file
