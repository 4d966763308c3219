"""The error of a block."""


class BlockError(ValueError):
    """A block is not complete: a question without its answer, an answer without feedback."""
