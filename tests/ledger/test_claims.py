"""The claims as declared: each belongs to one chapter, and none is left open."""

from pathlib import Path

from three_pillars import ledger
from three_pillars.ledger import claims

ROOT = Path(__file__).resolve().parents[2]


def test_every_claim_belongs_to_one_chapter_of_its_part():
    declared = claims()
    assert (declared["chapter"].str.split("/").str[0] == declared["part"]).all()


def test_no_claim_is_left_open():
    """Every claim has its judge, and every chapter of the ledger is in the book."""
    assert set(ledger.judges()) == set(claims()["claim_id"])
    contents = (ROOT / "_toc.yml").read_text("utf-8")
    for chapter in claims()["chapter"].unique():
        assert (ROOT / "chapters" / f"{chapter}.md").is_file(), chapter
        assert f"chapters/{chapter}\n" in contents, chapter
        text = (ROOT / "chapters" / f"{chapter}.md").read_text("utf-8")
        assert f'verdicts("{chapter}")' in text, f"{chapter} does not show its verdicts"
