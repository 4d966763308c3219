"""From all that came in to one submission a student and exercise, and a word on every other file.

Of several copies by one student the latest that can be read counts. Copies are files of one
student: the same id where a platform gives one, else the same folder and name.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from . import inbox, notebooks
from .answers import AnswersFile, read_answers_file
from .inbox import Entry
from .masters import Exercise
from .notebooks import Notebook
from .platforms import Listing, Owner, owners

ANSWER_TAG = notebooks.ANSWER_TAG


@dataclass
class Submission:
    """One student's hand-in for one exercise, or a file that cannot be graded."""

    student: str
    part: str
    file: str
    when: dt.datetime | None
    late: bool = False
    problem: str = ""
    id: str = ""
    platform: str = ""
    key: tuple[str, ...] = ()
    version: int = 0
    group: str = ""
    back: str = ""
    cells: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)  # open answers
    digest: str = ""
    older: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def whom(self) -> str:
        """The student with all that tells two of one name apart."""
        more = self.id or self.group
        return f"{self.student} ({more})" if more and more != self.student else self.student

    @property
    def handed_in(self) -> str:
        """The time as one says it."""
        return f"{self.when:%d %B %Y, %H:%M}" if self.when else "at an unknown time"


def deadline_of(text: str) -> dt.datetime:
    """Read a deadline; without a zone it is meant in the machine's own, without a time till night.

    Raises:
        ValueError: It is no time.
    """
    text = text.strip()
    try:
        when = dt.datetime.fromisoformat(text)
        if len(text) <= len("2026-11-24"):
            when = when.replace(hour=23, minute=59, second=59)
        return when if when.tzinfo else when.astimezone()
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f"'{text}' is no time: write the deadline as 2026-11-24T18:00, or with a time zone as "
            "2026-11-24T18:00+09:00."
        ) from None


def deadline_in_words(deadline: dt.datetime | None) -> str:
    """The deadline with its zone, as the report says it; empty where there is none."""
    return f"deadline {deadline:%d %B %Y, %H:%M %Z}" if deadline else ""


def find_submissions(
    folder: Path,
    exercises: dict[str, Exercise],
    deadline: dt.datetime | None = None,
    answers: list[AnswersFile] | None = None,
) -> list[Submission]:
    """Find all submissions in a folder or a platform's zip.

    Args:
        folder: The folder, or one zip or notebook.
        exercises: The exercises by part.
        deadline: What is handed in later is marked as late; with a zone.
        answers: A list to which files of answers in the chapters are added; they are no hand-ins.

    Returns:
        One submission a student and exercise, and one with a `problem` for every other file, in
        the order of names.
    """
    came, texts = [], {}
    for entry in inbox.arrivals(folder):
        if entry.content and entry.ending in (".txt", ".yml"):
            texts[entry.steps] = entry.content[:200_000].decode("utf-8", "replace")
        if entry.content and entry.ending == ".json":
            read = read_answers_file(entry.content, place_in_words(entry.place))
            if read:
                if answers is not None:
                    answers.append(read)
                continue
        came.append(_opened(entry))
    listing = Listing([one.entry.steps for one in came], list(exercises), texts)
    whose = owners(listing)
    found = [
        _submission(one, whose[one.entry.steps], exercises, deadline)
        for one in came
        if whose[one.entry.steps].own
    ]
    return sorted(_latest(found), key=lambda s: (s.student.casefold(), s.id, s.part, s.file))


def _latest(found: list[Submission]) -> list[Submission]:
    """Let the latest good copy of each student count, and say what was passed over."""
    earliest = dt.datetime.min.replace(tzinfo=dt.UTC)
    kept: dict[tuple, Submission] = {}
    bad: list[Submission] = []
    for one in sorted(found, key=lambda s: (s.version // 1000, s.when or earliest, s.version,
                                            s.file)):  # fmt: skip
        if one.problem:
            bad.append(one)
            continue
        before = kept.get((one.key, one.part))
        if before:
            one.older = [*before.older, before.file]
        kept[one.key, one.part] = one
    rest = []
    for one in bad:
        good = [s for (key, part), s in kept.items() if key == one.key and one.part in ("", part)]
        if not good:
            rest.append(one)
            continue
        newer = one.when and good[0].when and one.when >= good[0].when
        word = "a newer file" if newer else "another file"
        good[0].notes.append(f"{word}, {one.file}, was not graded: {one.problem}")
    return [*kept.values(), *rest]


@dataclass
class _Opened:
    """A file that came in, read; its content is let go, since outputs may be large."""

    entry: Entry
    notebook: Notebook | None = None
    digest: str = ""


def _opened(entry: Entry) -> _Opened:
    content, entry.content = entry.content, None
    opened = _Opened(entry)
    if content is None:
        entry.problem = entry.problem or "it cannot be read"
        return opened
    try:
        opened.notebook = notebooks.read_notebook(content)
        opened.digest = hashlib.sha256(content).hexdigest()
    except notebooks.NotebookError as error:
        named = ".ipynb" in entry.steps[-1].casefold()
        entry.problem = str(error) if named else inbox.file_kind(entry.steps[-1])
    return opened


def _submission(
    opened: _Opened, owner: Owner, exercises: dict[str, Exercise], deadline: dt.datetime | None
) -> Submission:
    entry, notebook = opened.entry, opened.notebook
    when = owner.when or entry.when
    if when and not when.tzinfo:
        try:
            when = when.astimezone()
        except (OverflowError, ValueError, OSError):
            when = None
    name = place_in_words(entry.steps[-1])
    one = Submission(
        student=owner.name or f"? {name}",
        part=next((part for part in exercises if part in name.casefold()), ""),
        file=place_in_words(entry.place),
        when=when.replace(microsecond=0) if when else None,
        late=owner.late or bool(deadline and when and when > deadline),
        problem=entry.problem,
        id=owner.id,
        platform=owner.platform,
        key=owner.key,
        version=owner.version,
        group=owner.group,
        back=owner.back,
        digest=opened.digest,
    )
    if not owner.name:
        one.notes.append("nothing says whose this is: no name in its folder or its file")
    if notebook:
        _take(one, notebook, exercises)
    return one


def _take(one: Submission, notebook: Notebook, exercises: dict[str, Exercise]) -> None:
    """Fill in the exercise, the code and the open answers, or the reason why that cannot be."""
    one.cells = notebook.code
    part = notebooks.exercise_of(notebook, exercises)
    if part and one.part and part != one.part:
        one.notes.append(f"the file is called {one.part} and holds the exercise {part}")
    one.part = part or one.part
    if one.part not in exercises:
        one.problem = "it belongs to none of the exercises"
        return
    one.texts = notebooks.open_answers(notebook, exercises[one.part])
    if not one.cells and not any(one.texts.values()):
        one.problem = "the notebook has no code in it"


def place_in_words(place: str) -> str:
    """A place as it may stand in a line: no control characters, no lone surrogates."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in place)
    return shown if len(shown) <= 300 else f"{shown[:140]}…{shown[-140:]}"
