"""Scrambles of Japan's fighters by fiscal year, nationality and quarter."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .errors import BalanceError


def scrambles_by_year(scrambles: pd.DataFrame) -> pd.DataFrame:
    """Set out the verified counts of whole fiscal years, one row each.

    Args:
        scrambles: ``balance/scrambles``.

    Returns:
        ``fiscal_label``, ``fiscal_year``, ``total``, ``russia``, ``china`` (missing where no split
        was published) and the shares of Russia and China in the total, as fractions.

    Raises:
        BalanceError: a year has two verified counts for one nationality.
    """
    rows = scrambles[(scrambles["period"] == "FY") & scrambles["verified"]]
    twice = rows[rows.duplicated(["fiscal_label", "target"])]
    if not twice.empty:
        row = twice.iloc[0]
        raise BalanceError(f"{row['fiscal_label']} has two verified counts for {row['target']!r}.")
    wide = rows.pivot(
        index=["fiscal_label", "fiscal_year"], columns="target", values="scrambles"
    ).reset_index()
    wide.columns.name = None
    for target in ("russia", "china"):
        if target not in wide.columns:
            wide[target] = np.nan
        wide[f"{target}_share"] = wide[target] / wide["total"]
    keep = ["fiscal_label", "fiscal_year", "total", "russia", "china"]
    return wide.sort_values("fiscal_year", kind="stable")[
        [*keep, "russia_share", "china_share"]
    ].reset_index(drop=True)


def scramble_share(scrambles: pd.DataFrame, target: str, fiscal_label: str) -> float:
    """Compute a nationality's share of a fiscal year's scrambles, as a fraction.

    Args:
        scrambles: ``balance/scrambles``.
        target: ``russia`` or ``china``.
        fiscal_label: such as ``"FY2014"``.

    Raises:
        BalanceError: there is no such nationality or year, or no split is known for it.
    """
    if target not in ("russia", "china"):
        raise BalanceError(f"shares are for 'russia' and 'china', not {target!r}.")
    table = scrambles_by_year(scrambles).set_index("fiscal_label")
    if fiscal_label not in table.index:
        raise BalanceError(
            f"there is no fiscal year {fiscal_label!r}; write it as 'FY2014', {table.index[0]} "
            f"to {table.index[-1]}."
        )
    share = table.loc[fiscal_label, f"{target}_share"]
    if pd.isna(share):
        raise BalanceError(f"no split by nationality is known for {fiscal_label}.")
    return float(share)


def quarters(scrambles: pd.DataFrame, target: str, fiscal_label: str) -> pd.DataFrame:
    """Work out a fiscal year's quarters from cumulative counts.

    The Ministry publishes running totals: the first quarter, half a year, three quarters, the year.
    A quarter is a difference of two of them, where both are known.

    Args:
        scrambles: ``balance/scrambles``.
        target: ``total``, ``russia`` or ``china``.
        fiscal_label: such as ``"FY2014"``.

    Returns:
        ``fiscal_label``, ``quarter`` (Q1 to Q4), ``start`` (first day) and ``scrambles``.

    Raises:
        BalanceError: no quarter is known.
    """
    rows = scrambles[
        (scrambles["fiscal_label"] == fiscal_label)
        & (scrambles["target"] == target)
        & scrambles["verified"]
    ]
    known = rows.set_index("period")["scrambles"]
    total = {0: 0}
    for end, period in ((1, "Q1"), (2, "H1"), (3, "Q1-Q3"), (4, "FY")):
        if period in known:
            total[end] = int(known[period])
    for end, period in ((2, "Q2"), (3, "Q3")):
        if end not in total and period in known and end - 1 in total:
            total[end] = total[end - 1] + int(known[period])
    found = [n for n in (1, 2, 3, 4) if n in total and n - 1 in total]
    if not found:
        raise BalanceError(f"no quarter of {fiscal_label} is known for {target!r}.")
    year = int(fiscal_label[2:])
    starts = {1: f"{year}-04-01", 2: f"{year}-07-01", 3: f"{year}-10-01", 4: f"{year + 1}-01-01"}
    return pd.DataFrame(
        {
            "fiscal_label": fiscal_label,
            "quarter": [f"Q{n}" for n in found],
            "start": [starts[n] for n in found],
            "scrambles": [total[n] - total[n - 1] for n in found],
        }
    )
