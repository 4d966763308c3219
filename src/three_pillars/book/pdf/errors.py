"""What can go wrong on the way to paper."""


class PdfError(Exception):
    """The PDF cannot be made; the message says what to do."""
