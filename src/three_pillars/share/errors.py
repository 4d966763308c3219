"""What is said when a piece cannot leave the book."""


class ShareError(ValueError):
    """A list of addresses or a piece is not as it must be."""
