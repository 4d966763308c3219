"""The interactive blocks of a chapter: `predict()` and `quiz()`.

A block is a plain description in JSON. The book turns it into HTML while it builds; Jupyter gets
the same HTML, with the same style sheet and script inside. So a block looks and works alike in
both, with no network and no kernel.
"""

from __future__ import annotations

import functools
import html
import itertools
import json
import math
import os
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from .explore import Range, in_book, spaced
from .figures import to_html as figure_html

MIME_TYPE = "application/vnd.three-pillars.block+json"
"""The type under which a block travels to the book."""

_serial = itertools.count(1)


class BlockError(ValueError):
    """A block is not complete: a question without its answer, an answer without feedback."""


class Block:
    """Something that shows itself: the last expression of a cell."""

    def __init__(self, kind: str, **content: Any):
        """Hold the description: the kind of block, and content that JSON can carry."""
        self.payload = {"kind": kind, **content}

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        if in_book():
            return {MIME_TYPE: self.payload}
        body = to_html(self.payload, f"block-{next(_serial)}")
        return {
            "text/html": f"<style>{asset('blocks.css')}</style>{body}"
            f"<script>{asset('blocks.js')}</script>"
        }


@functools.cache
def asset(name: str) -> str:
    """Return a style sheet or script of the package as text."""
    return resources.files("three_pillars").joinpath("static", name).read_text("utf-8")


def to_html(payload: Mapping[str, Any], uid: str, base: str | None = None) -> str:
    """Return the HTML of a block.

    Args:
        payload: what a `Block` holds.
        uid: a name for the block, unlike any other on the page.
        base: the path from the page to the root of the book; None outside the book.
    """
    return _KINDS[payload["kind"]](payload, uid, base)


# Predict


def predict(
    question: str,
    *,
    chart: Any,
    answer: float | str,
    because: str,
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
    step: float | None = None,
    options: Sequence[str] | None = None,
) -> Block:
    """Ask the reader to commit to an answer, then show the chart that holds it.

    Args:
        question: the question, one sentence.
        chart: the chart that answers it, made by `figure()`.
        answer: the right answer: a number, or one of the options.
        because: one or two sentences shown with the answer.
        unit: unit of a numeric answer, such as ``"%"``.
        low: smallest value of the slider.
        high: largest value of the slider.
        step: step of the slider.
        options: for a choice instead of a number, two or more texts.

    Raises:
        BlockError: neither or both of slider and options are given, or the answer does not fit.
    """
    name = f"predict({question!r})"
    spec = chart.to_dict()
    if not spec.get("usermeta", {}).get("three_pillars"):
        raise BlockError(f"{name}: the chart must come from figure().")
    if not because.strip():
        raise BlockError(f"{name}: say in because=… why the answer is what it is.")
    content: dict[str, Any] = {"question": question, "because": because, "spec": spec}
    if options is not None:
        if answer not in options or len(set(options)) < 2:
            raise BlockError(f"{name}: the answer must be one of two or more different options.")
        return Block("predict", options=list(options), answer=answer, **content)
    if None in (low, high, step):
        raise BlockError(f"{name}: give low, high and step for a slider, or options.")
    middle = Range(question, low, high, step, default=low, unit=unit)
    if problem := middle.problem():
        raise BlockError(f"{name}: {problem}.")
    if isinstance(answer, str) or not low <= answer <= high:
        raise BlockError(f"{name}: the answer {answer!r} lies outside the slider, {low} to {high}.")
    digits = max(0, -math.floor(math.log10(step)))
    return Block(
        "predict",
        low=low,
        high=high,
        step=step,
        start=middle.values[len(middle.values) // 2],
        unit=unit,
        digits=digits,
        answer=float(answer),
        **content,
    )


def _predict_html(block: Mapping[str, Any], uid: str, base: str | None) -> str:
    question = html.escape(block["question"])
    if "options" in block:
        field = _radios(block["options"], uid, question)
    else:
        unit = html.escape(spaced(block["unit"]))
        start = f"{block['start']:.{block['digits']}f}{unit}"
        field = (
            f'<label class="tp-question" for="{uid}-value">{question}</label>'
            f'<div class="tp-slider"><input type="range" id="{uid}-value" name="value" '
            f'min="{block["low"]}" max="{block["high"]}" step="{block["step"]}" '
            f'value="{block["start"]}" data-unit="{unit}" data-digits="{block["digits"]}">'
            f'<output for="{uid}-value">{start}</output></div>'
        )
    answer = block["answer"]
    # One digit finer than the slider: the answer is what the data say, not the nearest step.
    shown = answer if isinstance(answer, str) else f"{answer:.{block['digits'] + 1}f}"
    shown = shown.removesuffix(".0")
    shown += spaced(block.get("unit", ""))
    chart = figure_html(block["spec"], f"{uid}-chart", base)
    return (
        f'<section class="tp-block tp-predict" id="{uid}" aria-label="Predict" '
        f'data-answer="{html.escape(str(answer))}">'
        f'<p class="tp-kicker" aria-hidden="true">Predict</p><form>{field}'
        '<button type="submit">This is my answer: show me</button></form>'
        '<p class="tp-feedback" role="status"></p>'
        f'<div class="tp-reveal"><p class="tp-answer"><strong>{html.escape(shown)}.</strong> '
        f"{html.escape(block['because'])}</p>{chart}</div></section>"
    )


# Check yourself


def choice(question: str, options: Mapping[str, str], *, right: str) -> dict[str, Any]:
    """Make a question with one right option, for `quiz()`.

    Args:
        question: the question, one sentence.
        options: each option with its feedback: what is right about it, or what went wrong.
        right: the right option.

    Raises:
        BlockError: fewer than two options, no feedback for one, or the right one is not there.
    """
    name = f"choice({question!r})"
    if len(options) < 2 or right not in options:
        raise BlockError(f"{name}: give two or more options, the right one among them.")
    for option, feedback in options.items():
        if not feedback.strip():
            raise BlockError(f"{name}: the option {option!r} has no feedback.")
    return {"type": "choice", "question": question, "options": dict(options), "right": right}


def number(
    question: str,
    *,
    answer: float,
    tolerance: float,
    explain: str,
    hint: str,
    unit: str = "",
    feedback: Mapping[float, str] | None = None,
) -> dict[str, Any]:
    """Make a question with a number for an answer, for `quiz()`.

    Args:
        question: the question, one sentence.
        answer: the right number, computed.
        tolerance: how far off still counts as right, in the same unit.
        explain: shown with a right answer: why it is right.
        hint: shown with any other answer.
        unit: unit of the answer.
        feedback: wrong numbers that a plausible mistake leads to, and what the mistake was. A
            wrong number within the tolerance of one of them gets that feedback.

    Raises:
        BlockError: the answer is no finite number, the tolerance is negative, a text is missing,
            or a wrong number would also count as right.
    """
    name = f"number({question!r})"
    if isinstance(answer, bool) or not math.isfinite(answer) or tolerance < 0:
        raise BlockError(f"{name}: the answer must be a finite number, the tolerance 0 or more.")
    if not explain.strip() or not hint.strip():
        raise BlockError(f"{name}: give explain=… and hint=….")
    mistakes = [[float(value), text] for value, text in (feedback or {}).items()]
    for value, _text in mistakes:
        if abs(value - answer) <= tolerance:
            raise BlockError(f"{name}: the wrong number {value:g} would count as right.")
    return {
        "type": "number",
        "question": question,
        "answer": float(answer),
        "tolerance": float(tolerance),
        "unit": unit,
        "explain": explain,
        "hint": hint,
        "mistakes": mistakes,
    }


def quiz(*questions: Mapping[str, Any]) -> Block:
    """Ask questions that answer at once; each wrong answer says what went wrong.

    Args:
        *questions: results of `choice()` and `number()`.

    Raises:
        BlockError: no question is given, or something else than a question.
    """
    if not questions or any("type" not in q for q in questions):
        raise BlockError("quiz(): give one or more questions made by choice() or number().")
    return Block("quiz", questions=[dict(q) for q in questions])


def _quiz_html(block: Mapping[str, Any], uid: str, base: str | None) -> str:
    forms = []
    count = len(block["questions"])
    for i, item in enumerate(block["questions"], 1):
        field = f"{uid}-{i}"
        question = html.escape(item["question"])
        if item["type"] == "choice":
            inner = _radios(list(item["options"]), field, f"{i} of {count}: {question}")
        else:
            unit = html.escape(item["unit"])
            inner = (
                f'<label class="tp-question" for="{field}-value">{i} of {count}: {question}</label>'
                f'<div class="tp-number"><input id="{field}-value" name="value" type="text" '
                f'inputmode="decimal" autocomplete="off" size="8"> <span>{unit}</span></div>'
            )
        data = html.escape(json.dumps({k: v for k, v in item.items() if k != "question"}))
        forms.append(
            f'<form data-item="{data}">{inner}<button type="submit">Check</button>'
            '<p class="tp-feedback" role="status"></p></form>'
        )
    return (
        f'<section class="tp-block tp-quiz" id="{uid}" aria-label="Check yourself">'
        f"{''.join(forms)}</section>"
    )


def _radios(options: Sequence[str], uid: str, legend: str) -> str:
    rows = "".join(
        f'<label class="tp-option"><input type="radio" name="value" id="{uid}-{i}" '
        f'value="{html.escape(text)}"> <span>{html.escape(text)}</span></label>'
        for i, text in enumerate(options)
    )
    return f'<fieldset><legend class="tp-question">{legend}</legend>{rows}</fieldset>'


# Sorting


def sorting(
    task: str, items: Sequence[tuple[str, str, Mapping[str, str]]], *, kinds: Sequence[str]
) -> Block:
    """Let the reader sort statements into kinds, and answer each placing.

    Args:
        task: what to do, one sentence.
        items: for each statement its text, its kind, and the feedback for every kind it may be put
            under: what is right about it, or what went wrong.
        kinds: the kinds to choose from, in order.

    Raises:
        BlockError: fewer than two items or kinds, or feedback is missing for a placing.
    """
    name = f"sorting({task!r})"
    if len(items) < 2 or len(set(kinds)) < 2:
        raise BlockError(f"{name}: give two or more items and two or more kinds.")
    for text, right, feedback in items:
        if right not in kinds:
            raise BlockError(f"{name}: {right!r} of {text!r} is not one of the kinds.")
        if missing := [kind for kind in kinds if not feedback.get(kind, "").strip()]:
            raise BlockError(f"{name}: {text!r} has no feedback for {missing[0]!r}.")
    made = [{"text": t, "right": r, "feedback": dict(f)} for t, r, f in items]
    return Block("sorting", task=task, items=made, kinds=list(kinds))


def _sorting_html(block: Mapping[str, Any], uid: str, base: str | None) -> str:
    options = "".join(f"<option>{html.escape(kind)}</option>" for kind in block["kinds"])
    rows = []
    for i, item in enumerate(block["items"], 1):
        data = html.escape(json.dumps({"right": item["right"], "feedback": item["feedback"]}))
        rows.append(
            f'<li data-item="{data}"><label for="{uid}-{i}">{html.escape(item["text"])}</label>'
            f'<select id="{uid}-{i}" name="item{i}"><option value="">choose …</option>{options}'
            '</select><p class="tp-feedback" role="status"></p></li>'
        )
    return (
        f'<section class="tp-block tp-sorting" id="{uid}" aria-label="Sort">'
        f'<form><p class="tp-question">{html.escape(block["task"])}</p><ol>{"".join(rows)}</ol>'
        '<button type="submit">Check</button><p class="tp-score" role="status"></p></form>'
        "</section>"
    )


# Verdicts: made by `ledger.verdicts()`


def _verdicts_html(block: Mapping[str, Any], uid: str, base: str | None) -> str:
    cards = []
    for claim in block["claims"]:
        verdict, then = claim["verdict"], claim["then"]
        marks = f'<span class="tp-mark tp-{verdict.replace(" ", "-")}">{verdict}</span>'
        if then and then != verdict:
            marks = (
                f'<span class="tp-mark tp-{then.replace(" ", "-")}">on 21 July 2015: {then}</span>'
                f'<span class="tp-mark tp-{verdict.replace(" ", "-")}">today: {verdict}</span>'
            )
        lines = [
            f'<h3 class="tp-claim" id="{uid}-{claim["id"]}">{claim["id"]}. '
            f"{html.escape(claim['claim'])}</h3>",
            f'<p class="tp-marks">{marks}<span class="tp-kind">{html.escape(claim["kind"])}</span>'
            + (f'<strong class="tp-figure">{html.escape(claim["figure"])}</strong>'
               if claim["figure"] else "") + "</p>",
        ]  # fmt: skip
        if claim["evidence"]:
            lines.append(f"<p>{html.escape(claim['evidence'])}</p>")
        else:
            lines.append(f"<p>How to test it: {html.escape(claim['test'])}</p>")
        if claim["hindsight"]:
            lines.append(f"<p><em>Hindsight:</em> {html.escape(claim['hindsight'])}</p>")
        if claim["tables"] and base is not None:
            links = ", ".join(
                f'<a href="{base}chapters/reference/data.html#'
                f'{name.replace("/", "-").replace("_", "-")}">{html.escape(name)}</a>'
                for name in claim["tables"]
            )
            lines.append(f'<p class="tp-tables">Computed from {links}</p>')
        cards.append(f"<article>{''.join(lines)}</article>")
    return (
        f'<section class="tp-block tp-verdicts" id="{uid}" aria-label="Verdicts">'
        f"{''.join(cards)}</section>"
    )


# The whole ledger and one chain: made by `ledger.claims_ledger()` and `ledger.chain()`


def _class(verdict: str) -> str:
    return f"tp-{(verdict or 'not yet judged').replace(' ', '-')}"


def _select(uid: str, name: str, label: str, options: Sequence[str]) -> str:
    rows = "".join(f"<option>{html.escape(text)}</option>" for text in options)
    return (
        f'<label for="{uid}-{name}">{label}</label><select id="{uid}-{name}" name="{name}">'
        f'<option value="">all</option>{rows}</select>'
    )


def _ledger_html(block: Mapping[str, Any], uid: str, base: str | None) -> str:
    claims, parts, kinds = block["claims"], block["parts"], block["kinds"]
    verdicts = block["verdicts"]
    filters = (
        f'<form class="tp-filters" aria-label="Filter the ledger">'
        f"{_select(uid, 'part', 'Part', parts)}{_select(uid, 'kind', 'Kind', kinds)}"
        f"{_select(uid, 'verdict', 'Verdict', verdicts)}"
        f'<label for="{uid}-when">Verdict of</label><select id="{uid}-when" name="when">'
        '<option value="now">today</option><option value="then">21 July 2015</option></select>'
        f'<label for="{uid}-words">Words</label><input id="{uid}-words" name="words" type="text" '
        'autocomplete="off"><button type="reset">Show all</button></form>'
    )
    head = "".join(f'<th scope="col">{html.escape(kind)}</th>' for kind in kinds)
    rows = []
    for part in parts:
        cells = []
        for kind in kinds:
            held = [c for c in claims if c["part"] == part and c["kind"] == kind]
            chips = "".join(
                f'<span class="tp-chip {_class(c["verdict"])}" data-now="{_class(c["verdict"])}" '
                f'data-then="{_class(c["then"])}" title="{c["id"]}" aria-hidden="true"></span>'
                for c in held
            )
            count = f"{len(held)} claim{'s' * (len(held) != 1)}"
            button = (
                f'<button type="button" aria-pressed="false" data-part="{part}" data-kind="{kind}" '
                f'aria-label="{part}, {kind}: {count}">{chips}</button>'
            )
            cells.append(f"<td>{button if held else ''}</td>")
        rows.append(f'<tr><th scope="row">{html.escape(part)}</th>{"".join(cells)}</tr>')
    key = " ".join(
        f'<span class="tp-key"><span class="tp-chip {_class(v)}"></span> {html.escape(v)}</span>'
        for v in verdicts
    )
    grid = (
        f'<div class="tp-scroll" tabindex="0" role="region" aria-label="Claims by part and kind">'
        f'<table class="tp-grid"><caption>Each mark is a claim; a cell filters. {key}</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )
    cards = "".join(_ledger_card(claim, uid, base) for claim in claims)
    return (
        f'<section class="tp-block tp-ledger" id="{uid}" aria-label="Ledger of claims">{filters}'
        f'{grid}<p class="tp-count" role="status">{len(claims)} of {len(claims)} claims</p>'
        f'<div class="tp-claims">{cards}</div></section>'
    )


def _ledger_card(claim: Mapping[str, Any], uid: str, base: str | None) -> str:
    now, before = _class(claim["verdict"]), _class(claim["then"])
    marks = (
        f'<span class="tp-mark {now}" data-now="{now}" data-then="{before}">'
        f"{html.escape(claim['verdict'])}</span>"
    )
    lines = []
    if claim["evidence"]:
        then = claim["then"]
        lines.append(f"<p>{html.escape(claim['evidence'])}</p>")
        if claim["hindsight"]:
            lines.append(f"<p><em>Hindsight:</em> {html.escape(claim['hindsight'])}</p>")
        lines.append(
            f"<p>Verdict of 21 July 2015: {then}. Verdict of today: {claim['verdict']}.</p>"
        )
    lines.append(f"<p>How to test it: {html.escape(claim['test'])}.</p>")
    if base is not None:
        lines.append(
            f'<p><a href="{base}chapters/{claim["chapter"]}.html">Its chapter: '
            f"{html.escape(claim['chapter'])}</a></p>"
        )
    figure = f'<span class="tp-figure">{html.escape(claim["figure"])}</span>'
    return (
        f'<details id="{uid}-{claim["id"]}" data-claim="{claim["id"]}" data-part="{claim["part"]}" '
        f'data-kind="{claim["kind"]}" data-now="{html.escape(claim["verdict"])}" '
        f'data-then="{html.escape(claim["then"] or claim["verdict"])}"><summary>'
        f'<span class="tp-id">{claim["id"]}</span> <span class="tp-what">'
        f"{html.escape(claim['claim'])}</span> {marks} "
        f'<span class="tp-kind">{claim["kind"]}</span> {figure}</summary>{"".join(lines)}</details>'
    )


def _chain_html(block: Mapping[str, Any], uid: str, base: str | None) -> str:
    links = "".join(
        f'<li><span class="tp-step">{html.escape(step)}</span><span>{html.escape(text)}</span></li>'
        for step, text in block["steps"]
    )
    return (
        f'<section class="tp-block" id="{uid}" aria-label="From claim to verdict">'
        f'<ol class="tp-chain">{links}</ol></section>'
    )


# Forecast sheet: made by `verdict.answer_sheet()`


def forecast_sheet(
    questions: Sequence[Mapping[str, Any]],
    *,
    scales: Mapping[str, Mapping[str, Any]],
    base_rate: float,
    format: str,
    version: int,
) -> Block:
    """Ask for a probability a question, then reveal what came and score it.

    Answers stay in the reader's browser and in files that the reader saves.

    Args:
        questions: for each ``id``, ``part``, ``question``, ``criterion``, ``expects``,
            ``strength``, ``continues`` and its ``horizons``: ``id``, ``by``, ``main``, ``came``,
            ``on``, ``detail``, ``source``, ``url``, ``verified``.
        scales: scales of estimative words by name: ``label``, and ``words`` from strength to
            probability; the first is the opening one.
        base_rate: share of yes among all rows, each question counted once.
        format: what an answers file says of its kind.
        version: what it says of its version.

    Raises:
        BlockError: a question has no main horizon or several, or a strength no probability.
    """
    for item in questions:
        if sum(bool(h["main"]) for h in item["horizons"]) != 1:
            raise BlockError(f"forecast_sheet(): {item['id']} needs exactly one main horizon.")
        for name, scale in scales.items():
            if item["strength"] not in {*scale["words"], "not_said"}:
                raise BlockError(
                    f"forecast_sheet(): {item['id']} is {item['strength']!r}, for which the scale "
                    f"{name!r} has no probability."
                )
    return Block(
        "sheet",
        questions=[dict(item) for item in questions],
        scales={name: dict(scale) for name, scale in scales.items()},
        base=base_rate,
        format=format,
        version=version,
    )


def _sheet_slider(
    uid: str, horizon: Mapping[str, Any], label: str, described: str, between: str = ""
) -> str:
    field = f"{uid}-{horizon['id']}"
    return (
        f'<div class="tp-ask" data-id="{horizon["id"]}"><label for="{field}">{label}</label>'
        f"{between}"
        f'<div class="tp-slider tp-unset"><input type="range" id="{field}" min="0" max="100" '
        f'step="1" value="50" aria-valuetext="not set" aria-describedby="{described}">'
        f'<output for="{field}">not set</output></div>'
        '<p class="tp-came" role="status"></p></div>'
    )


def _sheet_question(item: Mapping[str, Any], uid: str) -> str:
    key = f"{uid}-{item['id']}"
    question = html.escape(item["question"])
    main = next(h for h in item["horizons"] if h["main"])
    others = [h for h in item["horizons"] if not h["main"]]
    lines = [
        _sheet_slider(
            uid,
            main,
            f'<span class="tp-question">{question}</span> By {main["by"]}.',
            f"{key}-c",
            f'<p class="tp-criterion" id="{key}-c">{html.escape(item["criterion"])}.</p>',
        )
    ]
    if others:
        asks = "".join(
            _sheet_slider(
                uid,
                h,
                f'<span class="tp-sr">{question}</span> By {h["by"]}.',
                f"{key}-c",
            )
            for h in others
        )
        count = f"{len(others)} other day{'s' * (len(others) > 1)}"
        lines.append(f"<details><summary>{count}, if you like</summary>{asks}</details>")
    return f'<div class="tp-case" data-forecast="{item["id"]}">{"".join(lines)}</div>'


def _sheet_html(block: Mapping[str, Any], uid: str, base: str | None) -> str:
    parts: dict[str, list[Mapping[str, Any]]] = {}
    for item in block["questions"]:
        parts.setdefault(item["part"], []).append(item)
    asks = "".join(
        f'<fieldset><legend class="tp-kicker">{html.escape(part)}</legend>'
        f"{''.join(_sheet_question(item, uid) for item in held)}</fieldset>"
        for part, held in parts.items()
    )
    count = len(block["questions"])
    scales = "".join(
        f'<option value="{name}">{html.escape(scale["label"])}</option>'
        for name, scale in block["scales"].items()
    )
    opening = next(iter(block["scales"].values()))["words"]
    readings = "".join(
        f'<div class="tp-slider tp-word"><label for="{uid}-w-{name}">\u201c{name}\u201d means'
        "</label>"
        f'<input type="range" id="{uid}-w-{name}" name="{name}" min="0" max="100" step="0.5" '
        f'value="{value * 100:g}" aria-valuetext="{value * 100:g}%">'
        f'<output for="{uid}-w-{name}">{value * 100:g}%</output></div>'
        for name, value in opening.items()
    )
    known = []
    for item in block["questions"]:
        name = (
            f'<th scope="rowgroup" rowspan="{len(item["horizons"])}">{item["id"]}. '
            f"{html.escape(item['question'])}</th>"
        )
        for h in item["horizons"]:
            known.append(
                f'<tr>{name}<td class="tp-day">{h["by"]}</td><td>{"yes" if h["came"] else "no"}'
                f"{'' if h['verified'] else ' (not verified)'}</td>"
                f"<td>{html.escape(h['detail'])}</td></tr>"
            )
            name = ""
    data = json.dumps(block, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<section class="tp-block tp-sheet" id="{uid}" aria-label="Forecast sheet">'
        f'<script type="application/json" class="tp-data">{data}</script>'
        '<p class="tp-where">Your answers are kept in this browser, on this device, and nowhere '
        "else. Nothing is sent. To move them, save them as a file.</p>"
        '<p class="tp-how">Move a slider, or use the arrow keys; Page Up and Page Down take larger '
        "steps. Enter sets the number where the slider stands, Delete takes your answer back.</p>"
        f'<form class="tp-asks">{asks}</form>'
        f'<p class="tp-progress" role="status">0 of {count} questions set.</p>'
        '<div class="tp-actions"><button type="button" data-do="some">Reveal those I have set'
        f'</button><button type="button" data-do="all">Reveal all {count}</button>'
        '<button type="button" data-do="save">Save my answers as a file</button>'
        '<button type="button" data-do="open">Open an answers file</button>'
        '<button type="button" data-do="class">Compare a class</button>'
        '<button type="button" data-do="clear">Clear everything</button>'
        '<input type="file" class="tp-file" accept=".json,application/json" tabindex="-1" '
        'aria-label="Answers files" multiple hidden></div>'
        '<p class="tp-feedback" role="status"></p>'
        '<div class="tp-result" hidden><h3>Your score</h3>'
        '<div class="tp-scroll" tabindex="0" role="region" aria-label="Scores">'
        '<table class="tp-scores"><thead><tr><th scope="col">Forecaster</th><th scope="col">'
        'Brier score</th><th scope="col">Questions</th></tr></thead><tbody></tbody></table></div>'
        '<p class="tp-note">0 is perfect, 0.25 is what always saying 50% earns, 1 is being sure '
        "and wrong each time. Several days of one question count as one.</p>"
        f'<form class="tp-words" aria-label="Reading of the commentary"><div class="tp-slider">'
        f'<label for="{uid}-scale">Read its words by</label><select id="{uid}-scale" '
        f'name="scale">{scales}<option value="own">my own reading</option></select></div>'
        f"{readings}</form>"
        '<h3>Your calibration</h3><div class="tp-plot"></div></div>'
        '<div class="tp-class" hidden></div>'
        '<div class="tp-outcomes"><h3>What happened</h3><div class="tp-scroll" tabindex="0" '
        'role="region" aria-label="What happened"><table><thead><tr><th scope="col">Question</th>'
        '<th scope="col">By</th><th scope="col">Happened</th><th scope="col">What is known</th>'
        f"</tr></thead><tbody>{''.join(known)}</tbody></table></div></div></section>"
    )


# Files of answers and of deals: what a block saves, Python reads, and the other way round


def read_file(
    path: str | Path, *, format: str, version: int, what: str, error: type[ValueError]
) -> dict[str, Any]:
    """Read a file that a block or `write_file()` saved.

    Args:
        path: the file.
        format: what it must say of its kind.
        version: what it must say of its version.
        what: the kind in words, such as "an answers file".
        error: the error that says in one sentence why the file cannot be used.
    """
    name = Path(path).name
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise error(f"there is no file {name}; save it first.") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise error(f"{name} is damaged and cannot be read; save it again.") from None
    except OSError as reason:
        raise error(f"{name} cannot be read ({reason.strerror}).") from None
    if not isinstance(content, dict) or content.get("format") != format:
        raise error(f"{name} is not {what} of this book.")
    if content.get("version") != version or isinstance(content.get("version"), bool):
        raise error(
            f"{name} is of version {content.get('version')!r}, and this book reads version "
            f"{version}."
        )
    return content


def write_file(path: str | Path, content: Mapping[str, Any], *, error: type[ValueError]) -> Path:
    """Save a file as a block does; it is written whole or not at all.

    Args:
        path: where to.
        content: what to save, with its format and version.
        error: the error that says in one sentence why it cannot be saved.
    """
    path = Path(path)
    text = json.dumps(content, indent=1, default=float, ensure_ascii=False)
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_text(text + "\n", encoding="utf-8")
        os.replace(draft, path)
    except OSError as reason:
        raise error(f"{path.name} cannot be saved ({reason.strerror}).") from None
    return path


# The record of a deal: made by `territory.deal_sheet()`


def deal_form(
    *,
    chart: Any,
    games: Mapping[str, Mapping[str, Any]],
    groups: Sequence[Mapping[str, Any]],
    etorofu_sea: Sequence[Sequence[float]],
    side_deals: Mapping[str, Mapping[str, Any]],
    format: str,
    version: int,
    row_height: int,
) -> Block:
    """Let a group record its deal as a file, and a class put its files into one chart.

    Args:
        chart: the chart of the ideas alone, made by `figure()`; the files of a class are added.
        games: for each version of the game ``label``, ``measure``, ``measure_label``, ``least``,
            ``most`` and ``rows``, the chart's rows of the ideas.
        groups: for each group of islands ``id``, ``name``, ``land``, ``people`` and ``sea``; the
            last is the one that may be cut.
        etorofu_sea: the sea of the part of the last group that is cut off, by its share.
        side_deals: for each ``label``, ``worth``, ``vetoed_by`` and ``wanted_by``.
        format: what a file says of its kind.
        version: what it says of its version.
        row_height: height of a row of the chart.
    """
    return Block(
        "deal",
        spec=chart.to_dict(),
        games={name: dict(game) for name, game in games.items()},
        groups=[dict(group) for group in groups],
        knots=[list(knot) for knot in etorofu_sea],
        side_deals={name: dict(deal) for name, deal in side_deals.items()},
        format=format,
        version=version,
        row_height=row_height,
    )


def _deal_html(block: Mapping[str, Any], uid: str, base: str | None) -> str:
    def box(kind: str, name: str, value: str, text: str, more: str = "") -> str:
        return (
            f'<label class="tp-option"><input type="{kind}" name="{name}" '
            f'value="{html.escape(value)}"{more}> <span>{html.escape(text)}</span></label>'
        )

    *whole, cut = block["groups"]
    versions = "".join(
        box("radio", "game", name, game["label"], " checked" if i == 0 else "")
        for i, (name, game) in enumerate(block["games"].items())
    )
    islands = "".join(box("checkbox", "to_japan", g["id"], g["name"]) for g in whole)
    side_deals = "".join(
        box("checkbox", "side_deals", name, deal["label"])
        for name, deal in block["side_deals"].items()
    )
    held = {key: value for key, value in block.items() if key not in ("kind", "spec")}
    data = json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<section class="tp-block tp-deal" id="{uid}" aria-label="Record of a deal">'
        f'<script type="application/json" class="tp-data">{data}</script>'
        '<p class="tp-where">What you enter is kept in this browser, on this device, and nowhere '
        "else. Nothing is sent. Hand in the file.</p>"
        f'<form class="tp-record"><div class="tp-number"><label class="tp-question" '
        f'for="{uid}-group">Name of your group</label><input id="{uid}-group" name="group" '
        'type="text" maxlength="40" autocomplete="off" size="24"></div>'
        f'<fieldset><legend class="tp-question">Version played</legend>{versions}</fieldset>'
        '<fieldset><legend class="tp-question">Result</legend>'
        f"{box('radio', 'agreed', 'yes', 'a deal')}{box('radio', 'agreed', 'no', 'no deal')}"
        "</fieldset>"
        f'<fieldset><legend class="tp-question">Goes to Japan</legend>{islands}</fieldset>'
        f'<div class="tp-number"><label class="tp-question" for="{uid}-share">Share of '
        f"{html.escape(cut['name'])} that goes to Japan, from its south-western end</label>"
        f'<input id="{uid}-share" name="etorofu" type="text" inputmode="decimal" '
        'autocomplete="off" size="8" value="0"> <span>%</span></div>'
        '<fieldset><legend class="tp-question">Side deals, advanced version only</legend>'
        f"{side_deals}</fieldset>"
        '<p class="tp-total" role="status"></p></form>'
        '<div class="tp-actions"><button type="button" data-do="save">Save the deal as a file'
        '</button><button type="button" data-do="open">Open a deal file</button>'
        '<button type="button" data-do="class">Chart the deals of a class</button>'
        '<input type="file" class="tp-file" accept=".json,application/json" tabindex="-1" '
        'aria-label="Deal files" multiple hidden></div>'
        '<p class="tp-feedback" role="status"></p>'
        f'<div class="tp-class"><h3>The deals of the class</h3>'
        f"{figure_html(block['spec'], f'{uid}-chart', base)}</div></section>"
    )


# Weighing the argument: made by `verdict.weigh()`


def weighing(
    rows: Sequence[Mapping[str, Any]],
    *,
    pillars: Sequence[str],
    kinds: Sequence[str],
    start: float,
) -> Block:
    """Let the reader weigh pillars and kinds of claims, and see the score of the argument.

    Args:
        rows: for each judged claim ``claim_id``, ``claim``, ``pillar``, ``kind``, ``verdict`` and
            ``then``.
        pillars: the pillars, in the order of their sliders.
        kinds: the kinds of claims, likewise.
        start: the score with equal weights, a fraction; shown where no script runs.

    Raises:
        BlockError: there is no claim, or one of another pillar or kind.
    """
    if not rows:
        raise BlockError("weighing(): there is no judged claim to weigh.")
    for row in rows:
        if row["pillar"] not in pillars or row["kind"] not in kinds:
            raise BlockError(f"weighing(): {row['claim_id']} is of no pillar or kind given.")
    names = {"pillar": list(pillars), "kind": list(kinds)}
    return Block("weighing", claims=[dict(row) for row in rows], names=names, start=start)


def _weighing_html(block: Mapping[str, Any], uid: str, base: str | None) -> str:
    claims = block["claims"]

    def sliders(column: str, title: str) -> str:
        rows = []
        for name in block["names"][column]:
            field = f"{uid}-{column}-{name}"
            count = sum(claim[column] == name for claim in claims)
            rows.append(
                f'<div class="tp-slider tp-word"><label for="{field}">{name} ({count})</label>'
                f'<input type="range" id="{field}" data-column="{column}" data-name="{name}" '
                f'min="0" max="3" step="0.5" value="1" aria-valuetext="1">'
                f'<output for="{field}">1</output></div>'
            )
        return f'<fieldset><legend class="tp-question">{title}</legend>{"".join(rows)}</fieldset>'

    data = json.dumps(claims, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<section class="tp-block tp-weighing" id="{uid}" aria-label="Weigh the argument">'
        f'<script type="application/json" class="tp-data">{data}</script><form>'
        f"{sliders('pillar', 'How much does each pillar weigh?')}"
        f"{sliders('kind', 'How much does each kind of claim weigh?')}"
        '<fieldset><legend class="tp-question">How do you read a verdict?</legend>'
        f'<div class="tp-slider tp-word"><label for="{uid}-partly">\u201cpartly\u201d counts'
        "</label>"
        f'<input type="range" id="{uid}-partly" name="partly" min="0" max="100" step="5" '
        f'value="50" aria-valuetext="50%"><output for="{uid}-partly">50%</output></div>'
        f'<div class="tp-slider tp-word"><label for="{uid}-when">Verdicts of</label>'
        f'<select id="{uid}-when" name="when"><option value="verdict">today</option>'
        '<option value="then">21 July 2015</option></select></div></fieldset>'
        '<button type="reset">All weights back to 1</button></form>'
        f'<p class="tp-total" role="status">With equal weights: {block["start"] * 100:.1f} of 100.'
        '</p><div class="tp-bars"></div>'
        '<div class="tp-moves"></div></section>'
    )


_KINDS = {
    "predict": _predict_html,
    "quiz": _quiz_html,
    "verdicts": _verdicts_html,
    "sorting": _sorting_html,
    "ledger": _ledger_html,
    "chain": _chain_html,
    "sheet": _sheet_html,
    "deal": _deal_html,
    "weighing": _weighing_html,
}
