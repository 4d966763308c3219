"""What if? One supplier's share changes, the others share the rest as before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from ..words import fraction
from ._checked import amounts, known
from .concentration import SCALE, herfindahl
from .errors import MeasureError

TOLERANCE = 0.005  # shares printed with two decimals add up to one within this


def counterfactual_shares(
    actual: pd.Series | Mapping[str, float],
    supplier: str,
    new_share: float,
    *,
    newcomer: bool = False,
) -> pd.Series:
    """Give one supplier another share and let the others shrink or grow in proportion.

    The total stays as it is and the others keep their proportions to each other: an assumption, not
    a forecast. At the supplier's actual share nothing changes.

    Args:
        actual: Shares of all suppliers, fractions that add up to 1.
        supplier: Who gets the new share.
        new_share: The new share, a fraction from 0 to 1.
        newcomer: Allow a supplier that is not in the list, as if its share had been 0.

    Returns:
        The new shares, which add up to 1, in the same order (a newcomer comes last).

    Raises:
        MeasureError: The shares do not add up to 1, the supplier is unknown, the new share lies
            outside 0 to 1, or there is nobody else to take the rest.
    """
    before = _market(actual)
    new_share = fraction(new_share, "new_share", MeasureError)
    if newcomer and supplier not in before.index:
        before = pd.concat([before, pd.Series({supplier: 0.0})])
    known(supplier, before.index, "supplier")
    others = before.drop(supplier)
    if others.sum() == 0:
        if new_share == 1:
            return before
        raise MeasureError(
            f"'{supplier}' is the only supplier, so nobody can take the other "
            f"{1 - new_share:.0%}; add the others first."
        )
    after = before / others.sum() * (1 - new_share)
    after[supplier] = new_share
    return after.rename("share")


def counterfactual_herfindahl(
    actual: pd.Series | Mapping[str, float], supplier: str, new_share: float
) -> float:
    """Measure concentration after ``counterfactual_shares``.

    With s for the new share and H for the index of the others among themselves (scale 0 to 1) it is
    10,000 · (s² + (1 - s)² · H).

    Args:
        actual: Shares of all suppliers, fractions that add up to 1.
        supplier: Who gets the new share.
        new_share: The new share, a fraction from 0 to 1.

    Returns:
        The index on the scale from 0 to 10,000.

    Raises:
        MeasureError: As in ``counterfactual_shares``.
    """
    return herfindahl(counterfactual_shares(actual, supplier, new_share))


def hhi_minimising_share(actual: pd.Series | Mapping[str, float], supplier: str) -> float:
    """Find the share of one supplier at which concentration is lowest.

    The derivative of s² + (1 - s)² · H is zero at s = H / (1 + H), where H is the index of the
    others among themselves on the scale from 0 to 1. Below it more of this supplier diversifies;
    above it, more of it concentrates.

    Args:
        actual: Shares of all suppliers, fractions that add up to 1.
        supplier: The supplier whose share varies.

    Returns:
        A fraction from 0 to 0.5.

    Raises:
        MeasureError: The shares do not add up, the supplier is unknown, or it has no rival.
    """
    before = _market(actual)
    known(supplier, before.index, "supplier")
    others = before.drop(supplier)
    if others.sum() == 0:
        raise MeasureError(
            f"'{supplier}' is the only supplier, so its share cannot vary; add the others first."
        )
    among_themselves = herfindahl(others) / SCALE
    return among_themselves / (1 + among_themselves)


def counterfactual_curve(
    actual: pd.Series | Mapping[str, float],
    supplier: str,
    new_shares: Iterable[float] = tuple(step / 100 for step in range(0, 51)),
) -> pd.DataFrame:
    """Tabulate concentration against one supplier's share, for a chart or an explorable.

    Args:
        actual: Shares of all suppliers, fractions that add up to 1.
        supplier: The supplier whose share varies.
        new_shares: The shares to try, fractions; 0 to 50 per cent by default.

    Returns:
        One row a share: ``new_share``, ``hhi``, ``change`` (index points against the actual index).

    Raises:
        MeasureError: As in ``counterfactual_shares``.
    """
    table = pd.DataFrame({"new_share": [float(share) for share in new_shares]})
    table["hhi"] = [
        counterfactual_herfindahl(actual, supplier, share) for share in table["new_share"]
    ]
    table["change"] = table["hhi"] - herfindahl(_market(actual))
    return table


def _market(actual: pd.Series | Mapping[str, float]) -> pd.Series:
    """Return the shares of a whole market scaled to exactly 1, or say that they do not add up."""
    values = amounts(actual, "share of")
    total = values.sum()
    if abs(total - 1) > TOLERANCE:
        raise MeasureError(
            f"the shares add up to {total:.4g}, not to 1; "
            "turn volumes into shares with shares(), and leave no supplier out."
        )
    return values / total
