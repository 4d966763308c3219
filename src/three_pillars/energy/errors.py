"""What the measures of the energy part raise when they are given something else than they need."""


class MeasureError(ValueError):
    """A measure was given something it cannot measure; the message says what and what to do."""
