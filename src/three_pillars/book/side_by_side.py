"""Pages are read side by side: by as many processes as pay, each with equally much to do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.parallel import make_chunks

from ..ledger import judged
from .kernels import fork_kernels


def read_in_parallel(app: Sphinx, config: Any) -> None:
    """Let Sphinx read pages in parallel; `jupyter-book` has no option for it.

    Two extensions that Jupyter Book loads do not say that they bear it. They do: the one numbers
    the finished table of contents, the other acts only when LaTeX is written.
    """
    # More than there are processors: pages differ in length, and the last should not run alone.
    app.parallel = (os.cpu_count() or 1) + 2
    for name in ("sphinx_multitoc_numbering", "sphinx_jupyterbook_latex"):
        if name in app.extensions:
            app.extensions[name].parallel_read_safe = True


def share_out(app: Sphinx, env: BuildEnvironment, pages: list[str]) -> None:
    """Make ready for reading: order the pages, in place, and load what all their kernels need."""
    if not pages:
        return
    fork_kernels()
    shares = [len(share) for share in make_chunks(pages, app.parallel)]
    if len(shares) > 1:
        pages[:] = in_shares({page: _work(env, page) for page in pages}, shares)
        for day in ("then", "today"):  # the words of the claims, which many pages show
            judged(day)


def in_shares(work: dict[str, int], shares: list[int]) -> list[str]:
    """Order pages so that shares of the given sizes, cut from the front, are equally much work.

    Args:
        work: how much work each page is, in any unit.
        shares: how many pages each share has; in sum, all.
    """
    dealt: list[list[str]] = [[] for _ in shares]
    for page in sorted(work, key=lambda page: (-work[page], page)):
        open_ones = [n for n, most in enumerate(shares) if len(dealt[n]) < most]
        least = min(open_ones, key=lambda n: sum(work[one] for one in dealt[n]))
        dealt[least].append(page)
    return [page for share in dealt for page in share]


def _work(env: BuildEnvironment, page: str) -> int:
    """Guess how long a page takes: by the code in it, which is run."""
    return 1 + Path(env.doc2path(page)).read_text("utf-8").count("```{code-cell}")
