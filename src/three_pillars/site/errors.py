"""What can go wrong with the site."""


class SiteError(RuntimeError):
    """The site cannot be made; the message says what is missing and what to do."""
