"""What is said when a chart is not complete."""


class FigureError(ValueError):
    """A chart lacks what a figure of the book must have."""
