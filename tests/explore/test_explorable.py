"""How an explorable shows itself."""

from helpers.explorables import made


def test_in_the_book_it_travels_as_a_chart_and_in_jupyter_as_widgets(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda *a, **k: shown.append((a, k)))
    monkeypatch.setenv("THREE_PILLARS_BOOK", "1")
    made()._ipython_display_()
    assert "application/vnd.vegalite.v5+json" in shown[-1][0][0]
    monkeypatch.delenv("THREE_PILLARS_BOOK")
    made()._ipython_display_()
    assert type(shown[-1][0][0]).__name__ == "VBox"
