"""What several tests of the verdict need: its questions, and every claim with its verdict."""

import pytest

from three_pillars import verdict


@pytest.fixture(scope="module")
def table():
    return verdict.questions()


@pytest.fixture(scope="module")
def ledger():
    return verdict.verdict_table()
