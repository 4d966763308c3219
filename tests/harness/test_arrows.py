"""The rules of the arrows, tried on a small package in order and with each fault put in."""

import pytest
from helpers.arrows import circles, names_twice, wrong_arrows

ORDER = {
    "__init__.py": "from .energy import share\nfrom .data import load\n__all__ = ['load', 'share']",
    "_quick.py": "",
    "commentary.py": "DATE = 1",
    "day.py": "from .commentary import DATE",
    "words.py": "",
    "meetings.py": "from . import day\nfrom three_pillars.data import load",
    "data/__init__.py": "from .read import load\n__all__ = ['load']",
    "data/read.py": "from three_pillars import day, words\ndef load(): ...",
    "figures/__init__.py": "from .make import figure",
    "figures/make.py": "from ..data import load\ndef figure(): ...",
    "explore/__init__.py": "from .model import explore",
    "explore/model.py": "from three_pillars.figures import figure\ndef explore(): ...",
    "blocks/__init__.py": "from .quiz import quiz, number",
    "blocks/quiz.py": "from ..explore import explore\ndef quiz(): ...\ndef number(): ...",
    "checks/__init__.py": "from .number import number",
    "checks/number.py": "import three_pillars.figures.make as make\ndef number(): ...",
    "ledger/__init__.py": "from .rule import judge, judgements",
    "ledger/rule.py": "from three_pillars.blocks.quiz import quiz\n"
    "def judge(): ...\ndef judgements(): ...",
    "energy/__init__.py": "from .shares import share",
    "energy/shares.py": "from three_pillars.figures import figure\ndef share(): ...",
    "energy/judges/__init__.py": "",
    "energy/judges/dependence.py": "from three_pillars.ledger import judge\n"
    "from ..shares import share\ndef findings(): ...",
    "balance/__init__.py": "from .ruler import ruler",
    "balance/ruler.py": "from three_pillars import meetings\ndef ruler(): ...",
    "balance/judges/__init__.py": "",
    "balance/judges/power.py": "from ..ruler import ruler\ndef findings(): ...",
    "verdict/__init__.py": "from .sheet import sheet",
    "verdict/sheet.py": "from three_pillars import ledger\n"
    "def sheet():\n    return ledger.judgements()",
    "share/__init__.py": "from .page import page",
    "share/page.py": "from three_pillars.energy import share\ndef page(): ...",
    "classroom/__init__.py": "from .marks import marks",
    "classroom/marks.py": "from three_pillars.checks import number\ndef marks(): ...",
    "book/__init__.py": "from three_pillars.classroom import marks\ndef setup(): ...",
    "book/icons.py": "from . import mime\ndef setup(): ...",
    "book/mime.py": "from ..share import page\nfrom three_pillars.ledger import judgements",
}


@pytest.fixture
def tree(tmp_path):
    def write(**added):
        for path, text in ORDER.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            more = added.pop(path.removesuffix(".py").replace("/", "__"), "")
            (tmp_path / path).write_text(f"{text}\n{more}", "utf-8")
        for path, text in added.items():
            (tmp_path / f"{path.replace('__', '/')}.py").write_text(text, "utf-8")
        return tmp_path

    return write


def test_a_package_in_order_breaks_no_rule(tree):
    top = tree()
    assert wrong_arrows(top) == []
    assert circles(top) == []
    assert set(names_twice(top)) == {"number"}


@pytest.mark.parametrize(
    ("path", "line", "said"),
    [
        ("energy__shares", "from three_pillars.balance import ruler",
         "energy.shares imports three_pillars.balance.ruler: no part imports another part."),
        ("energy__shares", "def f():\n    from ..balance.ruler import ruler",
         "energy.shares imports three_pillars.balance.ruler: no part imports another part."),
        ("blocks__quiz", "from .. import energy",
         "blocks.quiz imports three_pillars.energy: no block knows a part"),
        ("words", "import three_pillars.book.mime",
         "words imports three_pillars.book.mime: nothing imports three_pillars.book."),
        ("__init__", "from . import book", "nothing imports three_pillars.book."),
        ("classroom__marks", "from three_pillars import book", "nothing imports three_pillars.b"),
        ("data__read", "from ..figures.make import figure",
         "arrows run downwards, and figures stands above data."),
        ("figures__make", "from three_pillars.checks import number",
         "arrows run downwards, and checks stands above figures."),
        ("ledger__rule", "from three_pillars import energy",
         "arrows run downwards, and energy stands above ledger."),
        ("energy__shares", "from three_pillars.classroom.marks import marks",
         "arrows run downwards, and classroom stands above energy."),
        ("explore__model", "from ..blocks import quiz",
         "they stand in one line, and there explore does not import blocks."),
        ("blocks__quiz", "from ..ledger import judge", "there blocks does not import ledger."),
        ("checks__number", "from three_pillars import explore",
         "there checks does not import explore."),
        ("share__page", "from three_pillars.classroom import marks",
         "there share does not import classroom."),
        ("energy__judges__dependence", "from three_pillars.ledger import judgements",
         "dependence imports three_pillars.ledger (judgements): no judge reads the ledger's"),
        ("energy__judges__dependence", "from three_pillars import ledger\nledger.judgements()",
         "no judge reads the ledger's results."),
        ("balance__ruler", "import three_pillars.ledger\nthree_pillars.ledger.verdicts()",
         "of the parts only verdict reads the ledger's results."),
        ("energy__shares", "from three_pillars import load",
         "the package itself imports every room, so import from the room."),
        ("energy____init__", "from three_pillars.data import load\n__all__ = ['share', 'load']",
         "energy imports three_pillars.data (load): an __init__ hands on names of its own"),
        ("balance__voting", "from . import ruler",
         "ruler is a module and a function, so write from .ruler import ruler."),
        ("lobby", "from .data import load", "lobby stands in no line of the design; give it one."),
    ],
)  # fmt: skip
def test_a_new_arrow_is_told_the_rule_that_it_breaks(tree, path, line, said):
    wrong = wrong_arrows(tree(**{path: line}))
    assert len(wrong) == 1, wrong
    assert said in wrong[0]


def test_what_a_chapter_takes_from_a_part_may_come_from_below(tree):
    top = tree(energy____init__="from ..day import DATE\n__all__ = ['share', 'DATE']")
    assert len(wrong_arrows(top)) == 1
    assert wrong_arrows(top, "A chapter of `energy.share` and energy.DATE.") == []


@pytest.mark.parametrize(
    ("path", "line", "circle"),
    [
        ("data__read", "from three_pillars import meetings",
         "three_pillars.data → three_pillars.data.read → three_pillars.meetings → "
         "three_pillars.data"),
        ("energy__shares", "def f():\n    from three_pillars.energy import share",
         "three_pillars.energy → three_pillars.energy.shares → three_pillars.energy"),
        ("commentary", "from .day import DATE",
         "three_pillars.commentary → three_pillars.day → three_pillars.commentary"),
    ],
)  # fmt: skip
def test_a_circle_is_shown(tree, path, line, circle):
    assert circles(tree(**{path: line})) == [circle]


def test_a_second_helper_of_one_name_is_found(tree):
    twice = names_twice(tree(words="def listed(): ...", data__read="def listed(): ..."))
    assert twice["listed"] == ["three_pillars.data.read", "three_pillars.words"]
