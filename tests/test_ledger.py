"""The ledger: one declaration, one judge, one place that shows it."""

from pathlib import Path

import pytest

from three_pillars import ledger
from three_pillars.blocks import to_html
from three_pillars.ledger import Judgement, LedgerError, claims, judge, judgements, verdicts

GOOD = {
    "verdict": "partly",
    "then": "supported",
    "figure": "8.0 % → 9.5 %",
    "evidence": "The share rose a little.",
    "tables": ["energy/lng_imports"],
}


@pytest.fixture
def judges(monkeypatch):
    monkeypatch.setattr(ledger, "_judges", {})
    monkeypatch.setattr(ledger, "PARTS", ())
    return ledger._judges


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"verdict": "maybe"}, "verdict is one of supported, partly"),
        ({"then": ""}, "then is one of"),
        ({"figure": ""}, "needs its figure"),
        ({"evidence": ""}, "needs its evidence"),
        ({"tables": []}, "needs its tables"),
    ],
)
def test_an_incomplete_judgement_is_refused(change, said):
    with pytest.raises(LedgerError, match=said):
        Judgement(**{**GOOD, **change})


def test_a_claim_has_one_judge(judges):
    @judge("C34")
    def first():
        return Judgement(**GOOD)

    with pytest.raises(LedgerError, match=r"C34 has two judges: .*first and .*second"):

        @judge("C34")
        def second():
            return Judgement(**GOOD)


def test_a_judge_of_no_claim_is_named(judges):
    judge("C99")(lambda: Judgement(**GOOD))
    with pytest.raises(LedgerError, match="C99 stands for no claim"):
        judgements()


def test_a_claim_without_a_judge_shows_as_not_yet_judged_with_its_test(judges):
    judge("C34")(lambda: Judgement(**GOOD))
    page = to_html(verdicts("energy/dependence").payload, "v", base="../../")
    assert page.count("not yet judged") == 5
    assert "on 21 July 2015: supported" in page
    assert "today: partly" in page
    assert "How to test it:" in page
    assert '<a href="../../chapters/reference/data.html#energy-lng-imports">' in page


def test_an_unknown_chapter_is_answered_with_the_known_ones(judges):
    with pytest.raises(LedgerError, match=r"chapters are .*energy/dependence"):
        verdicts("energy/dependance")


def test_every_claim_belongs_to_one_chapter_of_its_part():
    declared = claims()
    assert len(declared) == 63
    assert (declared["chapter"].str.split("/").str[0] == declared["part"]).all()


def test_every_judge_stands_in_the_module_of_its_claims_part():
    part = claims().set_index("claim_id")["part"]
    for claim_id, function in ledger.judges().items():
        assert function.__module__ == f"three_pillars.{part[claim_id]}", claim_id


def test_every_figure_is_computed_from_its_tables(monkeypatch):
    """A judge that loads none of the tables it names would have typed its figure in."""
    from three_pillars import data

    for claim_id, function in ledger.judges().items():
        loaded = set()
        real = data.load

        def spy(name, verified_only=False, real=real, loaded=loaded):
            loaded.add(name)
            return real(name, verified_only)

        module = __import__(function.__module__, fromlist=["load"])
        for kept in vars(module).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()  # what another claim has read would not be read again
        with monkeypatch.context() as patch:
            patch.setattr(module, "load", spy)
            verdict = function()
        assert set(verdict.tables) <= loaded, f"{claim_id} names tables it did not read"
        assert any(character.isdigit() for character in verdict.figure), claim_id


def test_no_claim_is_left_open():
    """Every claim has its judge, and every chapter of the ledger is in the book."""
    assert set(ledger.judges()) == set(claims()["claim_id"])
    root = Path(__file__).resolve().parents[1]
    contents = (root / "_toc.yml").read_text("utf-8")
    for chapter in claims()["chapter"].unique():
        assert (root / "chapters" / f"{chapter}.md").is_file(), chapter
        assert f"chapters/{chapter}\n" in contents, chapter
        text = (root / "chapters" / f"{chapter}.md").read_text("utf-8")
        assert f'verdicts("{chapter}")' in text, f"{chapter} does not show its verdicts"
