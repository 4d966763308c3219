"""The record of a deal: what a group agreed, and the deals of a class."""

from .deal_form import deal_form, deals_form

__all__ = ["deal_form", "deals_form"]
