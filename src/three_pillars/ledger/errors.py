"""What is said when a claim cannot be judged or shown."""


class LedgerError(ValueError):
    """A claim is unknown, judged twice or in the wrong place, or judged incompletely."""

    def _render_traceback_(self) -> list[str]:
        """Show a notebook the sentence alone: it names the table or the judge at fault."""
        return [f"LedgerError: {self}"]
