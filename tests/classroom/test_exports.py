"""Grades and feedback go back as each platform takes them."""

import csv
import datetime as dt
import zipfile

import pytest
from helpers.class_of_students import EXERCISE, PART

from three_pillars.classroom import exports, marks
from three_pillars.classroom.jobs import JobOutcome
from three_pillars.classroom.platforms import Listing, owners
from three_pillars.classroom.results import Mark, result_of
from three_pillars.classroom.submissions import Submission

pytestmark = pytest.mark.exercises

PLACES = [
    "Ivanova Anna_50101_assignsubmission_file_/energy.ipynb",
    "Seminar A-O'Brien Seán_50102_assignsubmission_file_energy.ipynb",
    "leeminji_1001_90001_energy.ipynb",
    "anon_a1B2c_90008_energy.ipynb",
    "Zoe/energy.ipynb",
]


@pytest.fixture
def results():
    steps = [tuple(place.split("/")) for place in PLACES]
    made = []
    for owner in owners(Listing(steps, [PART])).values():
        one = Submission(owner.name, PART, "energy.ipynb", dt.datetime(2026, 11, 20, 18, 5),
                         id=owner.id, platform=owner.platform, key=owner.key, group=owner.group,
                         back=owner.back)  # fmt: skip
        said = {task.name: [""] for task in EXERCISE.tasks if not task.manual}
        result = result_of(one, EXERCISE, JobOutcome(tasks=said))
        result.marks["advice"] = Mark(3, "=good")
        made.append(result)
    return made


def written(results, folder):
    pages = {}
    for number, result in enumerate(results):
        page = folder / f"page {number}.html"
        page.write_text(f"for {result.submission.student}", encoding="utf-8")
        pages[id(result)] = str(page)
    return exports.write_exports(results, pages, folder / "back")


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_moodles_worksheet(results, tmp_path):
    written(results, tmp_path)
    head, first, second = rows_of(tmp_path / "back" / "energy-moodle.csv")
    assert head == exports.MOODLE
    assert first[0] == "Participant 50101"
    assert first[1] == "Ivanova Anna"
    assert first[4:6] == ["20.00", "21.00"]
    assert first[-1] == "advice: =good"
    assert second[1] == "O'Brien Seán"
    with zipfile.ZipFile(tmp_path / "back" / "energy-moodle-feedback.zip") as archive:
        assert archive.namelist() == [
            "Ivanova Anna_50101_assignsubmission_file_/feedback.html",
            "Seminar A-O'Brien Seán_50102_assignsubmission_file_feedback.html",
        ]
        assert archive.read(archive.namelist()[0]) == b"for Ivanova Anna"


def test_canvas_gradebook(results, tmp_path):
    said = written(results, tmp_path)
    head, most, first = rows_of(tmp_path / "back" / "energy-canvas.csv")
    assert head == [*exports.CANVAS, "Energy"]
    assert most[0].strip() == "Points Possible"
    assert most[-1] == "21"
    assert first[:2] == ["leeminji", "1001"]
    assert first[-1] == "20"
    with zipfile.ZipFile(tmp_path / "back" / "energy-canvas-feedback.zip") as archive:
        assert archive.namelist()[0] == "leeminji_1001_90001_energy.html"
    canvas = next(sentence for sentence in said if sentence.startswith("Canvas"))
    assert "anon a1B2c" in canvas
    assert "Zoe" in canvas
    assert "leeminji" not in canvas


def test_no_name_in_a_zip_leads_elsewhere(results, tmp_path):
    results[2].submission.back = "leeminji_1001_90001_..\\..\\evil.html"
    written(results, tmp_path)
    with zipfile.ZipFile(tmp_path / "back" / "energy-canvas-feedback.zip") as archive:
        assert archive.namelist()[0] == "leeminji_1001_90001_.._.._evil.html"


def test_plain_points_name_everybody(results, tmp_path):
    written(results, tmp_path)
    rows = rows_of(tmp_path / "back" / "energy-points.csv")
    assert [row[0] for row in rows[1:]] == [result.submission.student for result in results]
    assert {row[2] for row in rows[1:]} == {"20"}
    with zipfile.ZipFile(tmp_path / "back" / "energy-feedback.zip") as archive:
        assert len(archive.namelist()) == len(results)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_marks_are_read_however_a_spreadsheet_saved_them(tmp_path, coding, mark):
    points = "2.5" if mark == "," else "2,5"
    rows = [
        marks.COLUMNS,
        ["Zoë", "1", PART, "advice", points, "4", "Schön"],
        ["Ben", "", PART, "advice", "", "4", ""],
        ["Cem", "", PART, "advice", "x", "4", ""],
    ]
    text = "\r\n".join(mark.join(row) for row in rows)
    path = tmp_path / "marks.csv"
    path.write_bytes(text.encode(coding))
    read, wrong = marks.read_marks([path])
    assert read["Zoë", "1", PART, "advice"] == Mark(2.5, "Schön")
    assert read["Ben", "", PART, "advice"].points is None
    assert len(wrong) == 1
    assert "Cem" in wrong[0]


def test_ids_that_lost_their_zeros_are_found(results, tmp_path):
    results[0].submission.id = "0050101"
    marks.take(results, tmp_path)
    written = (tmp_path / "marks.csv").read_text(encoding="utf-8-sig")
    assert "Ivanova Anna,0050101,energy,advice,,4," in written
    saved = written.replace("0050101", "50101").replace("advice,,4", "advice,1.5,4", 1)
    (tmp_path / "marks.csv").write_text(saved, encoding="utf-8-sig")
    results[0].marks.clear()
    assert marks.take(results, tmp_path) == []
    assert results[0].marks["advice"].points == 1.5
    assert not (tmp_path / "marks-2.csv").exists()


def test_too_many_points_by_hand_are_said(results, tmp_path):
    marks.take(results, tmp_path)
    path = tmp_path / "marks.csv"
    path.write_text(path.read_text("utf-8-sig").replace("advice,,4", "advice,9,4", 1), "utf-8")
    said = marks.take(results, tmp_path)
    assert any("9 points by hand" in sentence for sentence in said)
