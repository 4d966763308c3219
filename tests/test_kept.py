"""What is kept is used again until its content changes, and only inside a build."""

import types

import pytest

from three_pillars.kept import KEPT_IN, STATE, kept, of_these_cells, of_this_state
from three_pillars.ledger import firmness, judged, judged_on
from three_pillars.ledger.firmness import _firmness


@pytest.fixture
def made():
    return []


def maker(made):
    def make():
        made.append(1)
        return b"drawn"

    return make


def test_the_same_content_is_made_once_and_another_again(tmp_path, monkeypatch, made):
    monkeypatch.setenv(KEPT_IN, str(tmp_path / "new"))
    for content in ("a", "a", "b"):
        assert kept(content, ".svg", maker(made)) == b"drawn"
    assert len(made) == 2
    assert len(list((tmp_path / "new").glob("*.svg"))) == 2


def test_outside_a_build_nothing_is_kept(tmp_path, monkeypatch, made):
    monkeypatch.delenv(KEPT_IN, raising=False)
    kept("a", ".svg", maker(made))
    kept("a", ".svg", maker(made))
    assert len(made) == 2


def test_another_package_or_table_makes_it_anew(tmp_path, monkeypatch, made):
    monkeypatch.setenv(KEPT_IN, str(tmp_path))
    for state in ("one", "one", "two"):
        monkeypatch.setenv(STATE, state)
        of_this_state("thing", ".json", maker(made))
    assert len(made) == 2
    monkeypatch.delenv(STATE)
    of_this_state("thing", ".json", maker(made))
    assert len(made) == 3, "who does not know the state keeps nothing"


def test_other_cells_before_it_make_it_anew(tmp_path, monkeypatch, made):
    monkeypatch.setenv(KEPT_IN, str(tmp_path))
    monkeypatch.setenv(STATE, "now")
    shell = types.SimpleNamespace(user_ns={})
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    for cells in (["", "a = 1", "show(a)"], ["", "a = 1", "show(a)"], ["", "a = 2", "show(a)"]):
        shell.user_ns["In"] = cells
        of_these_cells("grid", ".json", maker(made))
    assert len(made) == 2
    monkeypatch.setattr("IPython.get_ipython", lambda: None)
    of_these_cells("grid", ".json", maker(made))
    assert len(made) == 3, "without cells nothing says what it was made of"


def test_judgements_are_read_back_as_they_were(tmp_path, monkeypatch):
    monkeypatch.setenv(KEPT_IN, str(tmp_path))
    monkeypatch.setenv(STATE, "now")
    first = judged("then")
    monkeypatch.setitem(judged.__globals__, "judged_on", None)  # nobody judges again
    assert judged("then") == first
    monkeypatch.setenv(STATE, "another")
    with pytest.raises(TypeError):
        judged("then")


def test_how_firm_words_are_is_read_back_as_it_was(tmp_path, monkeypatch):
    monkeypatch.setenv(KEPT_IN, str(tmp_path))
    monkeypatch.setenv(STATE, "now")
    few = {name: judged_on(name) for name in ("C34", "C45")}
    monkeypatch.setitem(firmness.__globals__, "judged", lambda when: few)
    _firmness.cache_clear()
    first = firmness()
    assert set(first) == set(few)
    _firmness.cache_clear()
    assert len(list(tmp_path.glob("*.json"))) == 1
    assert firmness() == first
    _firmness.cache_clear()  # of two claims only
