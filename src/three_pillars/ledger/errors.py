"""What is said when a claim cannot be judged or shown."""


class LedgerError(ValueError):
    """A claim is unknown, judged twice or in the wrong place, or judged incompletely."""
