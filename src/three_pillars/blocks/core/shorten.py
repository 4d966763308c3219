"""Shorter scripts and styles: the same tokens without comments, indentation and needless breaks.

Every output in Jupyter carries its script and its style, so each comment would be there as often as
there are blocks. Names stay as they are: what a reader finds in the page can be found in the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SCRIPT = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<space>\s+)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<word>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[\w$]+)
      | (?P<sign>\+\+|--|.)""",
    re.VERBOSE | re.DOTALL,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")

# After one of these a slash begins a regular expression; after anything else it divides. So a
# regular expression cannot follow the bracket of an `if`.
_BEFORE_REGEX = frozenset("(,=:[!&|?{;+-*%<>~^")
_WORDS_BEFORE_REGEX = frozenset({"return", "typeof", "case", "in", "of", "void", "delete", "throw"})

# A line may not end after these words, and may end before or after these signs without a semicolon
# being read into the break.
_ENDING_LINE = frozenset({"return", "throw", "break", "continue"})
_OPEN_BEFORE = frozenset(";{(,[=+-*/%?:&|<>!.")
_OPEN_AFTER = frozenset(")]}.,;?:=&|<>*%+")

_STRING = r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\''
_STYLE_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/", re.DOTALL)
_STYLE = re.compile(
    rf"""(?P<string>{_STRING})
       | \s*;?\s*(?P<end>\}})\s*
       | \s*(?P<sign>[{{;,>])\s*
       | (?P<colon>:)\s*
       | \s+""",
    re.VERBOSE,
)


def script_tokens(text: str) -> Iterator[str]:
    """Yield names, numbers, strings, regular expressions and signs, and what stands between them.

    Space or a comment with a line break in it is one break, any other a single space.

    Args:
        text: JavaScript without template literals.

    Raises:
        ValueError: there is a template literal.
    """
    place, last = 0, ";"
    while place < len(text):
        found = _SCRIPT.match(text, place)
        assert found  # the last alternative takes any character
        token, kind = found[0], found.lastgroup
        if token == "`":
            raise ValueError("scripts of blocks have no template literals; join strings with +.")
        if token == "/" and (last in _BEFORE_REGEX or last in _WORDS_BEFORE_REGEX):
            regex = _REGEX.match(text, place)
            token = regex[0] if regex else token
        place += len(token)
        if kind in ("comment", "space"):
            yield "\n" if "\n" in token else " "
            continue
        last = token
        yield token


def short_script(text: str) -> str:
    """Return a script without comments, indentation and breaks that change nothing.

    A line break stays wherever a missing semicolon might count on it.

    Args:
        text: JavaScript without template literals.
    """
    out: list[str] = []
    gap = ""
    for token in script_tokens(text):
        if token in (" ", "\n"):
            gap = max(gap, token, key=("", " ", "\n").index)
            continue
        last = out[-1] if out else ";"
        if gap == "\n" and not _may_join(last, token):
            out.append("\n")
        elif gap and _run_together(last, token):
            out.append(" ")
        gap = ""
        out.append(token)
    return "".join(out)


def _may_join(last: str, token: str) -> bool:
    if last in _ENDING_LINE:
        return False
    return last in _OPEN_BEFORE or token in _OPEN_AFTER


def _run_together(last: str, token: str) -> bool:
    """Tell whether two tokens would become another one if nothing stood between them."""
    before, after = last[-1], token[0]
    if _in_word(before) and _in_word(after):
        return True
    return (before in "+-/" and after in "+-/*") or (before.isdigit() and after == ".")


def _in_word(character: str) -> bool:
    return character.isalnum() or character in "_$"


def short_style(text: str) -> str:
    """Return a style sheet without comments, indentation and needless spaces.

    Args:
        text: CSS.
    """
    bare = _STYLE_COMMENT.sub(lambda found: found[1] or "", text)

    def shorter(found: re.Match[str]) -> str:
        # The space before a colon is a descendant in a selector, such as ".tp-block :disabled".
        return next((kept for kept in found.groups() if kept), " ")

    return _STYLE.sub(shorter, bare).strip()
