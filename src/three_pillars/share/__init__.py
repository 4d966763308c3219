"""One piece at a time: each chart, claim and question has an address of its own, for ever."""

from .errors import ShareError
from .names import Address, kept_addresses

__all__ = ["Address", "ShareError", "kept_addresses"]
