"""The addresses that the book has given out, and where those lead that have moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources

from .errors import ShareError

FILE = "names.txt"
"""The list, beside this file; its first lines say how it is kept."""


@dataclass(frozen=True)
class Address:
    """An address that the book has given out.

    Args:
        path: page and name of a piece, such as ``"energy/dependence/lng-share"``.
        moved_to: the address that stands in its place; None while the piece is where it was.
    """

    path: str
    moved_to: str | None = None


def kept_addresses(lines: Iterable[str] | None = None) -> dict[str, Address]:
    """Read the list of addresses.

    Args:
        lines: the list itself, by default that of the book.

    Returns:
        Addresses by path, in the order of the list.

    Raises:
        ShareError: a line is no address, one stands twice, or a redirect leads nowhere.
    """
    if lines is None:
        lines = resources.files("three_pillars.share").joinpath(FILE).read_text("utf-8").split("\n")
    found: dict[str, Address] = {}
    for number, line in enumerate(lines, start=1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        path, arrow, to = (part.strip() for part in text.partition("->"))
        if path.count("/") < 1 or " " in path or bool(arrow) != bool(to):
            raise ShareError(
                f"{FILE}, line {number}: {text!r} is neither 'page/name' nor 'old -> new'."
            )
        if path in found:
            raise ShareError(f"{FILE}, line {number}: {path} stands there twice; delete one line.")
        found[path] = Address(path, to or None)
    for address in found.values():
        # One step: a reader's old link must not wander from page to page.
        if address.moved_to and (
            address.moved_to not in found or found[address.moved_to].moved_to is not None
        ):
            raise ShareError(
                f"{FILE}: {address.path} leads to {address.moved_to}, which is no address in use; "
                "name the address that the piece has now."
            )
    return found
