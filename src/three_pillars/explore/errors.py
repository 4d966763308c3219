"""What is said when an explorable cannot be."""


class ExploreError(ValueError):
    """A control, a model or a chart does not fit together."""
