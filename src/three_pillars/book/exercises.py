"""The exercises in the book: what each asks, and its zip to download."""

from __future__ import annotations

import html
import shutil
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from three_pillars.classroom import editions


class ExerciseList(SphinxDirective):
    """``{exercise-list}``: every exercise with its tasks, minutes, points and zip."""

    def run(self) -> list[nodes.Node]:
        """Write the sections as MyST and let the parser of the page read them."""
        base = "../" * self.env.docname.count("/")
        text = []
        for part in editions.PARTS:
            master = editions.MASTERS / f"{part}.md"
            if master.is_file():
                self.env.note_dependency(str(master))
                text.append(exercise_text(editions.read_master(master), base))
        return self.parse_text_to_nodes("\n".join(text), allow_section_headings=True)


def exercise_text(exercise: editions.Exercise, base: str) -> str:
    """Return the section of one exercise as MyST: tasks, minutes, points, download.

    Args:
        exercise: The master, taken apart; nothing of its solutions is used.
        base: The path from the page to the root of the book.
    """
    part = exercise.part
    lines = [
        f"(exercise-{part})=",
        f"## {part.capitalize()}: {exercise.title}",
        "",
        f"{exercise.minutes} minutes, {exercise.points:g} points, {len(exercise.tasks)} tasks.",
        "",
        f'<a href="{base}exercises/{part}.zip" download>Download {html.escape(part)}.zip</a>',
        "",
        "| task | level | minutes | points |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {task.number} · {task.title} | {task.level} | {task.minutes} | {task.points:g} |"
        for task in exercise.tasks
    ]
    return "\n".join([*lines, ""])


def copy_zips(out: Path) -> None:
    """Put the students' zips beside the pages; those that are missing are made first."""
    masters = [editions.MASTERS / f"{part}.md" for part in editions.PARTS]
    zips = {m: editions.OUT / f"{m.stem}.zip" for m in masters if m.is_file()}
    old = [m.stem for m, made in zips.items() if not made.is_file()]
    if old:
        editions.build(old)
    target = out / "exercises"
    target.mkdir(parents=True, exist_ok=True)
    for made in zips.values():
        copied = target / made.name
        if not copied.is_file() or copied.read_bytes() != made.read_bytes():
            shutil.copyfile(made, copied)
