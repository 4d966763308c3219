"""What the measures of the constraint part raise when they cannot count."""


class ConstraintError(ValueError):
    """Sanctions or trade cannot be counted as asked; the message says why in one sentence."""
