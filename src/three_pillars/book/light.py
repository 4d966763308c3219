"""Pages without what the theme loads and the book does not use.

Bootstrap's style sheet and those of the theme hold rules for some 1,500 classes, of which the pages
use a tenth; a rule none of whose elements can be on a page is left out. Scripts for which there is
nothing to do are not loaded, and the few things that the theme takes Bootstrap's for are done by
`static/theme.js`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import tinycss2

from three_pillars import figures, share
from three_pillars.kept import kept

SHEETS = (
    "styles/bootstrap.css",
    "styles/pydata-sphinx-theme.css",
    "styles/sphinx-book-theme.css",
    "sphinx-design.min.css",
    "mystnb.*.css",
)
"""The style sheets of others that pages load, in the folder of static files."""

MEASURED = "pre, .nboutput > .output_area, .cell_output > .output, .jp-RenderedHTMLCommon"
"""What the theme's script would measure, in its words."""

# Scripts and styles with nothing to do on any page: no admonition folds, nothing has tabs, the
# search is the book's own, and `theme.js` stands for Bootstrap.
_IDLE = re.compile(
    r'<script[^>]* src="[^"]*/(?:togglebutton|design-tabs|sphinx_highlight|bootstrap)\.js[^>]*>'
    r"</script>\s*"
    r'|<link[^>]* href="[^"]*/togglebutton\.css[^>]*>\s*'
    r'|<link rel="preload" as="script" href="[^"]*/bootstrap\.js[^>]*>\s*'
)
# What copies code is loaded when the pointer or the keyboard first comes to some (`theme.js`).
_LATER = re.compile(r'<script defer="defer" src="([^"]*/(?:clipboard\.min|copybutton)\.js[^"]*)">')
_CLASS = re.compile(r'\bclass="([^"]*)"')
_WORD = re.compile(r"[A-Za-z][\w-]+")
# `:is(…)` and its like name classes that may be there or not.
_FUNCTION = re.compile(r":[\w-]+\((?:[^()]|\([^()]*\))*\)")
_ASKED = re.compile(r"\.((?:[\w-]|\\.)+)")
_NESTING = ("media", "supports")  # rules that hold rules
_PAGE_COLOUR = re.compile(r'"(\w+)"\] \.highlight \{[^}]*\bcolor: (#\w+)')
_TOKEN_STYLE = re.compile(r'"(\w+)"\] \.highlight \.(\w+) \{ ([^}]*) \}')


_FIGURE = re.compile(r'<figure class="chart[^"]*".*?</figure>', re.DOTALL)
_SPECIFIED = re.compile(r'class="chart-spec(?:-narrow)?">[^<]')


def with_specs_beside(page: Path, text: str) -> str:
    """Put the specifications of charts beside their page, to be loaded with Vega.

    Args:
        page: the page's file, beside which the script is written.
        text: the text of the page.

    Returns:
        The text, whose figures name the script.
    """
    beside = page.with_name(f"{page.stem}.charts.js")
    mark = f"{beside.name}?v="
    lines: list[str] = []

    def emptied(found: re.Match[str]) -> str:
        if not _SPECIFIED.search(found[0]):  # a page that is mended again
            return found[0]
        figure, line = figures.apart(found[0], mark)
        lines.append(line)
        return figure

    made = _FIGURE.sub(emptied, text)
    if not lines:
        if "data-spec=" not in text:  # it has no chart any more
            beside.unlink(missing_ok=True)
        return text
    script = "".join(lines).encode()
    share.write_changed(page.parent, {beside.name: script})
    return made.replace(f'"{mark}"', f'"{mark}{hashlib.sha256(script).hexdigest()[:8]}"')


def lighten(
    static: Path, pages: Iterable[str], scripts: Iterable[str]
) -> tuple[Callable[[str], str], dict[str, str]]:
    """Leave out what no page needs.

    Returns what does the same to the text of a page, and by the name of each style sheet the mark
    of its content.

    Args:
        static: the folder of static files, in which the style sheets are written anew.
        pages: the texts of all pages.
        scripts: the scripts that pages run, whose words may be classes too.
    """
    there = {name for page in pages for found in _CLASS.findall(page) for name in found.split()}
    there |= {word for script in scripts for word in _WORD.findall(script)}
    named = "\n".join(sorted(there))
    marks = {}
    for pattern in SHEETS:
        for sheet in static.glob(pattern):
            text = sheet.read_text("utf-8")
            made = kept(f"{named}\n{text}", ".css", lambda text=text: used(text, there).encode())
            sheet.write_bytes(made)
            marks[sheet.name] = hashlib.sha256(made).hexdigest()[:8]

    colours = static / "pygments.css"
    plain = "|".join(plain_tokens(colours.read_text("utf-8"))) if colours.is_file() else ""
    token = re.compile(rf'<span class="(?:{plain})">([^<]*)</span>')

    def sheet_of(found: re.Match[str]) -> str:
        # With the mark of its content, since another edition of the book leaves out other rules.
        return f"{found[1]}?v={marks[found[2]]}" if found[2] in marks else found[0]

    def page_of(text: str) -> str:
        if plain:
            text = token.sub(r"\1", text)
        text = _LATER.sub(r'<script type="text/plain" data-later="\1">', _IDLE.sub("", text))
        return re.sub(r'((?<=href=")[^"?]*?([^/"?]+\.css))\?[\w=.-]+', sheet_of, text)

    return page_of, marks


def plain_tokens(sheet: str) -> list[str]:
    """Return the classes of code that look as code does without them, such as most names.

    They are half of all elements of a page with much code.

    Args:
        sheet: the style sheet of Pygments for both themes.
    """
    usual = {theme: f"color: {colour}" for theme, colour in _PAGE_COLOUR.findall(sheet)}
    styles: dict[str, set[bool]] = {}
    for theme, name, style in _TOKEN_STYLE.findall(sheet):
        styles.setdefault(name, set()).add(style == usual.get(theme))
    return sorted(name for name, same in styles.items() if same == {True})


def unmeasured(static: Path) -> None:
    """Keep the theme from measuring whatever may scroll as a page begins; `theme.js` does it.

    Args:
        static: the folder of static files.
    """
    script = static / "scripts" / "pydata-sphinx-theme.js"
    text = script.read_text("utf-8")
    if MEASURED in text:
        script.write_text(text.replace(MEASURED, ".tp-none"), encoding="utf-8", newline="\n")


def used(sheet: str, there: set[str]) -> str:
    """Return a style sheet without the rules of classes that are nowhere.

    Args:
        sheet: its text.
        there: the classes that may be on a page.
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return "".join(_kept_rules(rules, there))


def _kept_rules(rules: list, there: set[str]) -> Iterable[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            asked = [one for one in _selectors(rule.prelude) if _may_match(one, there)]
            if asked:
                yield f"{','.join(asked)}{{{tinycss2.serialize(rule.content).strip()}}}"
        elif rule.type == "at-rule" and rule.content and rule.lower_at_keyword in _NESTING:
            inside = tinycss2.parse_rule_list(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            if text := "".join(_kept_rules(inside, there)):
                head = tinycss2.serialize(rule.prelude).strip()
                yield f"@{rule.at_keyword} {head}{{{text}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: list) -> list[str]:
    found = [""]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            found.append("")
        else:
            found[-1] += token.serialize()
    return [one.strip() for one in found]


def _may_match(selector: str, there: set[str]) -> bool:
    asked = _ASKED.findall(_FUNCTION.sub("", selector))
    return all(name.replace("\\", "") in there for name in asked)
