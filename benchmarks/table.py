"""The lines that `make bench` prints: a name, ours, theirs, the ratio, the demand."""

from __future__ import annotations


def row(name: str, ours: str, theirs: str = "", ratio: str = "", bar: str = "") -> None:
    """Print one line of the table."""
    print(f"{name:<44}{ours:>14}{theirs:>16}{ratio:>8}   {bar}".rstrip(), flush=True)


def against(name: str, ours: float, theirs: float, unit: str, bar: str = "") -> None:
    """Print one line that compares the book with the default output."""
    ratio = f"{ours / theirs:.2f}" if theirs else ""
    row(name, f"{ours:,.0f} {unit}", f"{theirs:,.0f} {unit}", ratio, bar)


def verdict(holds: bool, text: str) -> str:
    """Return the demand and whether it is met."""
    return f"{'ok' if holds else 'MISSED'}: {text}"
