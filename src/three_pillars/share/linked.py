"""Linked data of schema.org, as search engines read it: datasets, claims, questions, chapters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..day import COMMENTARY
from .pieces import Piece

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
AUTHOR = {"@type": "Organization", "name": "The Three Pillars authors"}
RATINGS = {"contradicted": 1, "partly": 2, "supported": 3}
"""A verdict as a rating, worst to best; an untestable claim has no rating."""


def dataset_data(about: Mapping[str, Any]) -> dict[str, Any]:
    """Describe the rows behind a chart as a schema.org ``Dataset``.

    Args:
        about: what `info()` returned.
    """
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": about["title"],
        "description": about["alt"],
        "creator": AUTHOR,
        "isBasedOn": [table["title"] for table in about["sources"]],
        "license": LICENCE,
        "usageInfo": "; ".join(about["credits"]),
        "variableMeasured": [column["name"] for column in about["columns"]],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": "data.csv"}
        ],
        **({"url": about["url"]} if about["url"].startswith("http") else {}),
    }


def claim_data(piece: Piece, url: str) -> dict[str, Any]:
    """Describe a claim and its verdict as a schema.org ``ClaimReview``.

    The words of the claim are the book's paraphrase; the commentary is not reproduced.

    Args:
        piece: the claim.
        url: its address on the web, or "".
    """
    claim = piece.printed
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": claim["verdict"]}
    if claim["verdict"] in RATINGS:
        rating |= {
            "ratingValue": RATINGS[claim["verdict"]],
            "worstRating": 1,
            "bestRating": len(RATINGS),
        }
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "claimReviewed": claim["claim"],
        "reviewRating": rating,
        "author": AUTHOR,
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Jonathan Miller"},
            "datePublished": f"{COMMENTARY:%Y-%m-%d}",
        },
        **({"url": url} if url else {}),
    }


def question_data(piece: Piece, url: str) -> dict[str, Any]:
    """Describe a question as a schema.org ``LearningResource``.

    Args:
        piece: the question.
        url: its address on the web, or "".
    """
    return {
        "@context": CONTEXT,
        "@type": "LearningResource",
        "name": piece.printed["question"],
        "learningResourceType": "quiz question",
        "author": AUTHOR,
        "license": LICENCE,
        "inLanguage": "en",
        **({"url": url} if url else {}),
    }
