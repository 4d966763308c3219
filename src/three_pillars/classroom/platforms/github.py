"""GitHub Classroom: ``energy-submissions/energy-anna/energy.ipynb``."""

from __future__ import annotations

from .owner import Listing, Owner, copies, stem, tidy

NAME = "GitHub Classroom"
_END = "-submissions"


def read(steps: tuple[str, ...], listing: Listing) -> Owner | None:
    """Read who handed in a file; None if it lies in no clone of GitHub Classroom's."""
    for depth, step in enumerate(steps[:-2]):
        head = step.removesuffix(_END) + "-"
        repository = steps[depth + 1]
        if step.endswith(_END) and repository.startswith(head) and repository != head:
            user = repository.removeprefix(head)
            file, version = copies(stem(steps[-1]))
            return Owner(tidy(user), (NAME, user), NAME, user, file, version=version)
    return None
