"""A teacher's own folder, Google Classroom's, or any other: folders and names of files alone.

The whole listing decides which step of a path is the student. What all files have in common is no
student. A folder whose files bear names of their own is a section, and so is a folder called
"Group A" unless its files say nothing more. What no name tells apart, its place does.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict

from .owner import Listing, Owner, copies, stem, tidy

NAME = "plain"
_WORDS = ("exercise", "exercises", "assignment", "submission", "submissions", "notebook", "final")
_SECTION = re.compile(
    r"^(?:group|gruppe|section|class|klasse|seminar|week|woche|course|kurs|tutorial|session|"
    r"группа|класс|неделя|組|クラス|班)[ _-]*\S{0,3}$|^(?:submitted|submissions?|inbox|hand-?ins?|"
    r"downloads?|students?|homes?|work|exercises?)$",
    re.I,
)
_TIME = re.compile(
    r"[_ ]?\d{4}[-_]\d\d[-_]\d\d(?:[T _-]\d\d[-_:]?\d\d(?:[-_:]?\d\d)?(?:[_.]\d+)?)?"
)


def read(steps: tuple[str, ...], listing: Listing) -> Owner:
    """Read who handed in a file; the name is empty where nothing says it."""
    exercises = tuple(listing.exercises)
    common, sections, bare = _shape(tuple(listing.places), exercises)
    file, version = copies(stem(steps[-1]))
    group = [tidy(stem(step)) for step in steps[common:-1] if _SECTION.match(stem(step))]
    for depth in range(common, len(steps) - 1):
        folder = steps[: depth + 1]
        name = _left(stem(steps[depth]), exercises)
        if name and folder not in sections:
            return Owner(tidy(name), (NAME, *folder), NAME, "", file, version=version,
                         group=", ".join(g for g in group if g != tidy(name)))  # fmt: skip
    name = _left(file, exercises)
    if name:
        # Copies lie in one folder; the same name in another folder is another student.
        return Owner(tidy(name), (NAME, *steps[:-1], f"file {name.casefold()}"), NAME, "", file,
                     version=version, group=", ".join(group))  # fmt: skip
    # Nothing says more than a section, or a folder that is common to all.
    for depth in reversed(range(len(steps) - 1)):
        name = tidy(stem(steps[depth]))
        if _left(name, exercises) and (depth >= common or bare):
            return Owner(name, (NAME, *steps[: depth + 1]), NAME, "", file, version=version)
    return Owner("", (NAME, *steps), NAME, "", file, version=version)


@functools.lru_cache(maxsize=8)
def _shape(
    places: tuple[tuple[str, ...], ...], exercises: tuple[str, ...]
) -> tuple[int, frozenset[tuple[str, ...]], bool]:
    """Find out how a listing is built.

    Returns:
        How many leading folders are common to all, the folders that are sections, and whether
        there is only one place.
    """
    files = [steps for steps in places if steps]
    common = 0
    while files and all(len(steps) > common + 1 for steps in files):
        if len({steps[common] for steps in files}) > 1:
            break
        common += 1
    below: dict[tuple[str, ...], set[str]] = defaultdict(set)
    folders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for steps in files:
        if not steps[-1].lower().endswith((".ipynb", ".zip", ".ipynb.txt", ".ipynb.json")):
            continue
        left = _left(copies(stem(steps[-1]))[0], exercises)
        below[steps[:-1]].add(left.casefold())
        for depth in range(common + 1, len(steps) - 1):
            name = _left(stem(steps[depth]), exercises)
            if name and not _SECTION.match(stem(steps[depth])):
                folders[steps[:depth]].add(name.casefold())
    sections = set()
    own = [names for folder, names in below.items() if len(folder) > common]
    plain_files = sum("" in names for names in own)
    for steps in files:
        for depth in range(common, len(steps) - 1):
            folder = steps[: depth + 1]
            zipped = folder[-1].lower().endswith(".zip")
            named = {name for name in below.get(folder, set()) if name}
            if _SECTION.match(stem(folder[-1])):
                # "Group 3" with nothing but "energy.ipynb" in it handed in as a group.
                if named or folders.get(folder):
                    sections.add(folder)
            elif not zipped and len(named) > 1 and plain_files * 2 <= len(own):
                sections.add(folder)
    return common, frozenset(sections), len({steps[:-1] for steps in files}) <= 1


@functools.lru_cache(maxsize=10_000)
def _left(text: str, exercises: tuple[str, ...]) -> str:
    """What a step says besides the exercise, a time and words such as "submission"."""
    text = _TIME.sub(" ", tidy(text).replace(" ", "_")).replace("_", " ")
    for word in (*exercises, *_WORDS):
        text = re.sub(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", " ", text, flags=re.I)
    text = re.sub(r"\(\s*\)|\[\s*\]", " ", text)
    return re.sub(r"\s+", " ", text).strip(" -–_.,")
