"""What this part raises."""


class BalanceError(ValueError):
    """A measure was given something it cannot measure; the message says what and what to do."""
