"""A row of criteria that cannot be a test is named with its claim, in one sentence."""

import importlib

import pytest

from three_pillars import load
from three_pillars.day import COMMENTARY
from three_pillars.ledger import LedgerError, criteria, window_of
from three_pillars.ledger.criteria import moment


@pytest.fixture
def changed(monkeypatch):
    """Let the ledger read criteria in which one row was changed."""
    module = importlib.import_module("three_pillars.ledger.criteria")

    def change(criterion_id, **values):
        table = load("argument/criteria")
        rows = table["criterion_id"] == criterion_id
        assert rows.sum() == 1
        for column, value in values.items():
            table.loc[rows, column] = value
        monkeypatch.setattr(module, "load", lambda name: table)

    return change


@pytest.mark.parametrize(
    ("criterion_id", "values", "said"),
    [
        ("C08a", {"finding": None}, "names no finding"),
        ("C08a", {"comparison": "more than"}, "one of at least, at most, exactly, is"),
        ("C08a", {"role": "nice"}, "one of needed, helps, against"),
        ("C08a", {"threshold": "many"}, "'many', which is no number"),
        ("C08a", {"lenient": "6"}, "lenient must be kinder"),
        ("C08a", {"strict": "4"}, "strict harder"),
        ("C53a", {"lenient": "-6"}, "lenient must be kinder"),
        ("C03b", {"threshold": "1"}, "its threshold is yes or no"),
        ("C03b", {"lenient": "yes"}, "leave both empty"),
        ("C09a", {"strict": "3"}, "leave both empty"),
    ],
)
def test_a_bad_row_is_one_sentence_that_names_claim_and_criterion(
    changed, criterion_id, values, said
):
    changed(criterion_id, **values)
    with pytest.raises(LedgerError) as raised:
        criteria(criterion_id[:3])
    message = str(raised.value)
    assert said in message
    assert f"{criterion_id} of claim {criterion_id[:3]} in argument/criteria" in message
    assert message.endswith(".") and "\n" not in message


@pytest.mark.parametrize("day", ["July 2015", "commentary - 3 months", "2015-13", "today"])
def test_a_window_without_a_day_is_named(changed, day):
    changed("C08a", window_to=day)
    with pytest.raises(LedgerError, match=r"C08a of claim C08 in argument/criteria: .* no day of"):
        criteria("C08")


def test_a_criterion_that_is_not_there_is_named():
    with pytest.raises(LedgerError, match="no criterion 'C99a'"):
        window_of("C99a")


def test_the_words_of_a_window():
    assert moment("commentary") == COMMENTARY
    assert f"{moment('commentary -3 months'):%Y-%m-%d}" == "2015-04-21"
    assert f"{moment('commentary +12 months'):%Y-%m-%d}" == "2016-07-21"
    assert f"{moment('2003-01-13'):%Y-%m-%d}" == "2003-01-13"


def test_every_claim_has_one_to_four_criteria_one_of_them_needed():
    found = criteria()
    claims = load("argument/claims")["claim_id"]
    assert {one.claim_id for one in found} == set(claims)
    for claim in claims:
        own = [one for one in found if one.claim_id == claim]
        assert 1 <= len(own) <= 4
        assert any(one.role == "needed" for one in own)
        assert [one.criterion_id for one in own] == [f"{claim}{'abcd'[n]}" for n in range(len(own))]


def test_every_amendment_belongs_to_a_criterion():
    amended = set(load("argument/amendments")["criterion_id"])
    assert amended <= {one.criterion_id for one in criteria()}
