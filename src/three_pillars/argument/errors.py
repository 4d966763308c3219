"""What this part raises."""


class ArgumentError(ValueError):
    """A table cannot be counted as asked; the message says why in one sentence."""
