"""What the tests wait with: a thing that never happens is told, and never waited for for ever."""

import threading
import time

import pytest
from helpers.deadlines import Late, until, within


def test_what_is_there_is_given_back():
    looks = iter([None, [], "here"])
    assert until(lambda: next(looks), "it comes", pause=lambda _: None) == "here"


def test_what_never_comes_is_named_with_how_things_stood():
    seen = []
    with pytest.raises(Late, match=r"^not within 0.2 seconds: two charts are drawn; [1-9]"):
        until(lambda: seen.append(1), lambda: f"two charts are drawn; {len(seen)}", seconds=0.2)


def test_a_block_in_time_is_left_alone():
    ended = []
    with within(60, "a block", lambda: ended.append(1)):
        pass
    with pytest.raises(ZeroDivisionError), within(60, "a block", lambda: ended.append(1)):
        _ = 1 / 0
    assert not ended


def test_a_block_that_hangs_is_ended_and_says_where_it_was():
    closed = threading.Event()

    def ask():
        assert not closed.wait(60), "the browser has been closed"

    began = time.monotonic()
    with pytest.raises(Late) as late, within(0.2, "energy (dark), a walk", closed.set):
        ask()
    assert time.monotonic() - began < 30
    assert str(late.value).startswith(
        "energy (dark), a walk: not done within 0.2 seconds, and ended by force; it was at "
        "harness/test_deadlines.py:"
    )
    assert "ask: `assert not closed.wait(60)" in str(late.value)


def test_what_was_ended_by_force_has_no_result():
    closed = threading.Event()
    said = "it does not say where it was"
    with pytest.raises(Late, match=said), within(0.2, "a run", closed.set):
        closed.wait(60)


def test_a_block_is_ended_again_when_once_was_not_enough(monkeypatch):
    monkeypatch.setattr("helpers.deadlines.AGAIN", 0.1)
    ended = []
    with (
        pytest.raises(Late, match="ended by force"),
        within(0.1, "a stubborn one", lambda: ended.append(1)),
    ):
        until(lambda: len(ended) >= 3, "it is ended three times", 60)
    assert len(ended) >= 3
