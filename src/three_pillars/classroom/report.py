"""What the teacher reads: success by task, points, times, who needs help, what to look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote

import altair as alt
import pandas as pd

from three_pillars.figures import CATEGORIES, MUTED

from .answers import AnswersFile, answers_section
from .pages import Figure, table_html
from .results import Result
from .text import escaped

RIGHT, WRONG, NONE = "right", "not right", "not reached"

IN_TIME_COLOUR, LATE_COLOUR = CATEGORIES[0], CATEGORIES[1]
RESULT_COLOURS = [CATEGORIES[0], CATEGORIES[1], MUTED]
"""For right, not right and not reached."""


@dataclass
class Heading:
    """What stands above the report."""

    lock: str = ""
    weak: bool = False
    deadline: str = ""
    wrong: list[str] = field(default_factory=list)  # about points by hand
    answers: list[AnswersFile] = field(default_factory=list)  # in the chapters


def class_report(
    results: list[Result], links: dict[int, str], heading: Heading
) -> list[str | Figure]:
    """Return the report on the class, HTML and charts, as `pages.joined` takes it.

    Args:
        results: All results.
        links: The page of feedback of each, by the result's identity.
        heading: What stands above it.
    """
    odd = [r for r in results if r.outcome.status != "graded" or r.submission.notes]
    graded = [r for r in results if r.outcome.status == "graded"]
    unread = sum(len(r.unread) for r in results if r.outcome.status != "not graded")
    parts: list[str | Figure] = [
        f"<p><strong>{escaped(heading.lock)}</strong></p>" if heading.weak else "",
        f"<p>{len(results)} hand-ins, {len(graded)} graded without trouble, "
        f"{sum(r.submission.late for r in results)} late{escaped(heading.deadline)}. "
        f"{unread or 'No'} open answer{'s' * (unread != 1)} still to be read: write points into "
        f"marks.csv. {'' if heading.weak else escaped(heading.lock)}</p>",
    ]
    if heading.wrong:
        items = "".join(f"<li>{escaped(sentence)}</li>" for sentence in heading.wrong)
        parts.append(f"<h2>Points by hand that do not fit</h2><ul>{items}</ul>")
    if odd:
        parts.append("<h2>Look at these yourself</h2>")
        parts.append(
            table_html(
                ["student", "file", "what happened"],
                [[_link(r, links), r.submission.file, _happened(r)] for r in odd],
            )
        )
    same = [r for r in results if r.same_as]
    if same:
        parts.append(
            "<h2>Alike</h2><p>These hand-ins are the same but for names, comments, white space and "
            "the order of cells. That may be work in pairs; ask before you judge.</p>"
        )
        rows = [[_link(r, links), r.submission.part, ", ".join(r.same_as)] for r in same]
        parts.append(table_html(["student", "exercise", "alike"], rows))
    for part in dict.fromkeys(r.submission.part for r in results if r.exercise):
        parts += _exercise([r for r in results if r.submission.part == part], links)
    return [*parts, answers_section(heading.answers)]


def _link(result: Result, links: dict[int, str]) -> tuple[str]:
    return (f'<a href="{escaped(quote(links[id(result)]))}">{escaped(result.submission.whom)}</a>',)


def _happened(result: Result) -> str:
    notes = [result.outcome.note, *result.submission.notes]
    return f"{result.outcome.status}: {'; '.join(filter(None, notes)) or 'no reason known'}"


def _exercise(results: list[Result], links: dict[int, str]) -> list[str | Figure]:
    exercise = results[0].exercise
    ran = [r for r in results if r.outcome.status != "not graded"]
    parts: list[str | Figure] = [f"<h2>{escaped(exercise.title)}</h2>"]
    if not ran:
        return [*parts, "<p>Nothing could be graded.</p>"]
    tasks = [task for task in exercise.tasks if not task.manual]
    counts = pd.DataFrame(
        [
            {"task": f"{task.number} {task.title}", "result": name, "students": count}
            for task in tasks
            for name, count in zip(
                (RIGHT, WRONG, NONE), _counts(ran, task.name, task.points), strict=True
            )
        ]
    )
    parts.append(_success(counts, len(ran)))
    parts.append(_scores(ran))
    parts += _times(ran)
    parts.append("<h3>Common wrong answers</h3>")
    said = Counter(
        (t.number, t.title, r.said[t.name])
        for t in tasks
        for r in ran
        if t.name in r.said and "three dots" not in r.said[t.name]
    )
    rows = [
        [f"{number} {title}", sentence, count]
        for (number, title, sentence), count in sorted(
            said.items(), key=lambda item: (-item[1], item[0])
        )[:20]
    ]
    parts.append(table_html(["task", "feedback", "students"], rows) if rows else "<p>None.</p>")
    parts.append("<h3>Who needs help</h3>")
    rows = []
    for result in sorted(ran, key=lambda r: (r.score, r.submission.student)):
        missed = [str(t.number) for t in tasks if result.points[t.name] < t.points]
        if result.score < 0.6 * result.out_of:
            first = next((result.said[t.name] for t in tasks if t.name in result.said), "")
            rows.append([_link(result, links), result.score, ", ".join(missed), first])
    parts.append(
        table_html(["student", "points", "tasks to go", "first trouble"], rows)
        if rows
        else "<p>Nobody is under 60% of the points.</p>"
    )
    parts.append("<h3>Everyone</h3>")
    rows = [
        [_link(r, links), r.total, r.most, r.score, _clock(r),
         "late" if r.submission.late else "", round(r.outcome.seconds, 1)]
        for r in results
    ]  # fmt: skip
    parts.append(
        table_html(["student", "points", "of", "from checks", "handed in", "", "seconds"], rows)
    )
    return parts


def _clock(result: Result) -> str:
    when = result.submission.when
    return f"{when:%d %b %H:%M}" if when else "unknown"


def _counts(results: list[Result], task: str, points: float) -> tuple[int, int, int]:
    right = sum(r.points.get(task, 0) == points for r in results)
    none = sum(task not in r.outcome.tasks or "three dots" in r.said.get(task, "") for r in results)
    return right, len(results) - right - none, none


def _success(counts: pd.DataFrame, students: int) -> Figure:
    order = list(dict.fromkeys(counts["task"]))
    right = counts[counts["result"] == RIGHT].set_index("task")["students"]
    hardest = right.idxmin()
    chart = (
        alt.Chart(counts)
        .mark_bar(height=16)
        .encode(
            alt.Y("task:N", title=None, sort=order),
            alt.X("students:Q", title="students", axis=alt.Axis(tickMinStep=1)),
            alt.Color(
                "result:N",
                scale=alt.Scale(
                    domain=[RIGHT, WRONG, NONE],
                    range=RESULT_COLOURS,
                ),
            ),
            alt.Order("rank:Q"),
        )
        .transform_calculate(rank=f"indexof(['{RIGHT}', '{WRONG}', '{NONE}'], datum.result)")
        .properties(height=30 * len(order))
    )
    words = ", ".join(f"task {name}: {count} of {students} right" for name, count in right.items())
    return Figure(
        chart,
        f"Hardest: task {hardest} ({right[hardest]} of {students} right)",
        f"Bar chart of success by task. {words}.",
    )


def _scores(results: list[Result]) -> Figure:
    out_of = results[0].out_of
    table = pd.DataFrame({"points": [r.score for r in results]}).value_counts().reset_index()
    middle = pd.Series([r.score for r in results]).median()
    chart = (
        alt.Chart(table)
        .mark_bar(width=10, color=IN_TIME_COLOUR)
        .encode(
            alt.X("points:Q", scale=alt.Scale(domain=[0, out_of], padding=12)),
            alt.Y("count:Q", title="students", axis=alt.Axis(tickMinStep=1)),
        )
        .properties(height=160)
    )
    return Figure(
        chart,
        f"Half the class has {middle:g} of {out_of:g} points or more",
        f"Bar chart of students by points, from {table['points'].min():g} to "
        f"{table['points'].max():g} of {out_of:g}; the median is {middle:g}.",
    )


def _times(results: list[Result]) -> list[Figure]:
    timed = [r for r in results if r.submission.when]
    if not timed:
        return []
    table = pd.DataFrame(
        {
            # The time on the teacher's clock: Vega shows it as it stands, whatever the zone.
            "handed in": [r.submission.when.replace(tzinfo=None) for r in timed],
            "points": [r.score for r in timed],
            "time": ["late" if r.submission.late else "in time" for r in timed],
        }
    )
    late = int((table["time"] == "late").sum())
    chart = (
        alt.Chart(table)
        .mark_point(size=60)
        .encode(
            alt.X("handed in:T", title=None),
            alt.Y("points:Q", scale=alt.Scale(domain=[0, results[0].out_of])),
            alt.Color(
                "time:N",
                scale=alt.Scale(domain=["in time", "late"], range=[IN_TIME_COLOUR, LATE_COLOUR]),
            ),
        )
        .properties(height=180)
    )
    first, last = table["handed in"].min(), table["handed in"].max()
    title = f"Handed in from {first:%d %b %H:%M} to {last:%d %b %H:%M}, {late or 'none'} late"
    words = f"Points by time of handing in; {len(table)} submissions, {late} of them late."
    return [Figure(chart, title, words)]
