"""What comes in is graded or named, and one bad file costs only itself."""

import codecs
import datetime as dt
import json
import os
import random
import zipfile

import pytest
from helpers.class_of_students import EXERCISE, PART, cell, notebook, put, zipped

from three_pillars.classroom import answers, grading, inbox, notebooks, submissions

pytestmark = pytest.mark.exercises
GOOD = notebook()


def find(folder, deadline=None):
    return submissions.find_submissions(folder, grading.all_exercises(), deadline)


def by_name(folder):
    return {one.student: one for one in find(folder)}


def version_3(text):
    cells = [
        {"cell_type": one["cell_type"], "input": one["source"], "metadata": one["metadata"]}
        for one in json.loads(text)["cells"]
    ]
    return json.dumps({"nbformat": 3, "worksheets": [{"cells": cells}], "metadata": {}})


def with_outputs(text, size):
    read = json.loads(text)
    read["cells"][0]["outputs"] = [{"output_type": "stream", "text": "x" * size}]
    return json.dumps(read)


def without_code(text):
    read = json.loads(text)
    for one in read["cells"]:
        one["source"] = None
    return json.dumps(read)


READABLE = {
    "Bom/energy.ipynb": codecs.BOM_UTF8 + GOOD.encode(),
    "Wide/energy.ipynb": GOOD.encode("utf-16"),
    "Windows/energy.ipynb": GOOD.replace("\\n", "\\r\\n"),
    "Text/energy.ipynb.txt": GOOD,
    "Json/energy.ipynb.json": GOOD,
    "Renamed/homework.json": GOOD,
    "Old/energy.ipynb": version_3(GOOD),
    "Outputs/energy.ipynb": with_outputs(GOOD, 25_000_000),
    "Colab/energy.ipynb": notebook(meta=False),
    "Lists/energy.ipynb": GOOD.replace('{"exercise": "energy"}', '{"exercise": ["../../etc"]}'),
    "Emoji/energy.ipynb": notebook(extra="# \ud83d").replace("\ud83d", "\\ud83d"),
    "Zip/energy.zip": zipped({"work/energy/energy.ipynb": GOOD}),
    "Zips/all.zip": zipped({"a.zip": zipped({"b/energy.ipynb": GOOD})}),
}

UNREADABLE = {
    "Empty/energy.ipynb": ("", "empty"),
    "Cut/energy.ipynb": (GOOD[:900], "cut short"),
    "Word/energy.ipynb": ("PK this is no notebook", "damaged"),
    "Login/energy.ipynb": ("\n<!DOCTYPE html><title>Log in</title>", "web page"),
    "Zipped/energy.ipynb": (zipped({"energy.ipynb": GOOD}), "a zip under the name"),
    "List/energy.ipynb": ("[1, 2]", "not a notebook"),
    "Numbers/energy.ipynb": ('{"cells": [1, 2]}', "not a notebook"),
    "Deep/energy.ipynb": ("[" * 200_000 + "]" * 200_000, "damaged"),
    "Digits/energy.ipynb": ('{"cells": ' + "9" * 5_000 + "}", "damaged"),
    "Null/energy.ipynb": (without_code(GOOD), ""),
    "Long/energy.ipynb": (notebook(extra="#" * 4_000_000), "more code"),
    "Script/energy.py": ("x = 1", ".py file"),
    "Paper/energy.pdf": ("%PDF", ".pdf file"),
    "Page/energy.html": ("<p>", "web page"),
    "Packed/energy.7z": ("7z", "unpack it"),
    "Rar/energy.rar": ("Rar!", "unpack it"),
    "Tar/energy.tar.gz": ("x", "unpack it"),
    "Note/note.txt": ("I could not do it", ".txt file"),
    "Other/holiday.ipynb": (json.dumps({"cells": [cell("code", "1")]}), "none of the exercises"),
    "Damaged/energy.zip": (zipped({"energy.ipynb": GOOD})[:500], "damaged"),
    "Nothing/energy.zip": (zipped({}), "no notebook"),
    "Nested/a.zip": (
        zipped({"a.zip": zipped({"a.zip": zipped({"a.zip": zipped({"a.zip": b""})})})}),
        "nested",
    ),
}


@pytest.fixture(scope="module")
def came_in(tmp_path_factory):
    folder = tmp_path_factory.mktemp("all that came in")
    for name, content in READABLE.items():
        put(folder, name, content)
    for name, (content, _) in UNREADABLE.items():
        put(folder, name, content)
    put(folder, "Innocent/energy.ipynb", GOOD)
    put(folder, "__MACOSX/._energy.ipynb", "junk")
    put(folder, "Innocent/.ipynb_checkpoints/energy-checkpoint.ipynb", GOOD)
    put(folder, ".DS_Store", "junk")
    return by_name(folder)


@pytest.mark.parametrize("name", [*READABLE, "Innocent/energy.ipynb"])
def test_a_notebook_is_read_however_it_was_saved(came_in, name):
    one = came_in[name.partition("/")[0]]
    assert not one.problem
    assert one.part == PART
    assert sum("grader.check" in code for code in one.cells) == 8
    assert one.texts == {"advice": "Ten words."}
    assert not [code for code in one.cells if "\r" in code]


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_graded_is_named_with_its_reason(came_in, name):
    one = came_in[name.partition("/")[0]]
    assert one.problem
    assert UNREADABLE[name][1] in one.problem


def test_everybody_is_named_once(came_in):
    names = {name.partition("/")[0] for name in [*READABLE, *UNREADABLE]}
    assert set(came_in) == names | {"Innocent"}


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["d", "b", "l"]
)
def test_flipped_bytes_in_a_zip(tmp_path, method):
    packed = bytearray(zipped({"energy.ipynb": notebook(text=os.urandom(9000).hex())}, method))
    chance = random.Random(7)
    for at in chance.sample(range(40, len(packed) - 100), 40):
        packed[at] ^= 0xFF
    put(tmp_path, "Flip/energy.zip", bytes(packed))
    put(tmp_path, "Innocent/energy.ipynb", GOOD)
    found = by_name(tmp_path)
    assert found["Flip"].problem
    assert not found["Innocent"].problem
    whole = tmp_path / "class.zip"
    whole.write_bytes(zipped({"Flip.zip": bytes(packed), "Innocent/energy.ipynb": GOOD}))
    found = by_name(whole)
    assert found["Flip"].problem
    assert not found["Innocent"].problem


def test_zips_in_zips_have_one_limit_in_all(tmp_path, monkeypatch):
    monkeypatch.setattr(inbox, "LARGEST", 3_000_000)
    monkeypatch.setattr(inbox._Budget.__init__, "__defaults__", (3_000_000, 50))
    inner = zipped({"x.txt": b" " * 1_000_000})
    put(tmp_path, "Bomb/energy.zip", zipped({f"{n}.zip": inner for n in range(9)}))
    lying = zipped({"energy.ipynb": b" " * 5_000_000})
    put(tmp_path, "Large/energy.zip", lying)
    put(tmp_path, "Many/energy.zip", zipped({f"{n}.txt": b"" for n in range(99)}))
    put(tmp_path, "Innocent/energy.ipynb", GOOD)
    found = find(tmp_path)
    for name in ("Bomb", "Large", "Many"):
        assert any(o.student == name and "more than it should" in o.problem for o in found), name
    assert not next(one for one in found if one.student == "Innocent").problem


@pytest.mark.parametrize(
    ("name", "coding"),
    [("Иванова Анна", "cp866"), ("山田太郎", "cp932"), ("Jörg Müller", "cp850")],
)
def test_names_in_other_letters(tmp_path, name, coding):
    raw = name.encode(coding)
    packed = zipped({"X" * len(raw) + "/energy.ipynb": GOOD, "Ben/energy.ipynb": GOOD})
    path = put(tmp_path, "class.zip", packed.replace(b"X" * len(raw), raw))
    assert {one.student for one in find(path)} == {name, "Ben"}


def test_a_name_may_begin_with_a_dot_and_what_a_system_hides_is_no_hand_in(tmp_path):
    put(tmp_path, ".NET Anna_7_assignsubmission_file_/notes.pdf", "%PDF")
    put(tmp_path, "...Ben_8_assignsubmission_file_/energy.ipynb", GOOD)
    put(tmp_path, ".cem/energy.ipynb", GOOD)
    for name in ("._energy.ipynb", ".~energy.ipynb", ".ipynb_checkpoints/energy.ipynb", ".rc",
                 ".local/share/Trash/energy.ipynb", "~$energy.zip"):  # fmt: skip
        put(tmp_path, f"Dora/{name}", GOOD)
    found = find(tmp_path)
    assert {(one.id, bool(one.problem)) for one in found if one.id} == {("7", True), ("8", False)}
    assert [one.file for one in found if not one.id] == [".cem/energy.ipynb"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_files_with_odd_names_links_and_no_permission(tmp_path):
    put(tmp_path, "Innocent/energy.ipynb", GOOD)
    os.makedirs(os.fsencode(tmp_path) + b"/M\xfcller/")
    with open(os.fsencode(tmp_path) + b"/M\xfcller/energy.ipynb", "w") as file:
        file.write(GOOD)
    put(tmp_path, f"{'Long' * 50}/energy.ipynb", GOOD)
    put(tmp_path, "Line\nbreak/energy.ipynb", GOOD)
    (tmp_path / "Nowhere").mkdir()
    (tmp_path / "Nowhere" / "energy.ipynb").symlink_to("/nowhere")
    (tmp_path / "Mate").mkdir()
    (tmp_path / "Mate" / "energy.ipynb").symlink_to(tmp_path / "Innocent" / "energy.ipynb")
    (tmp_path / "Self").symlink_to(tmp_path / "Self")
    os.mkfifo(tmp_path / "Pipe.ipynb")
    found = by_name(tmp_path)
    assert not found["Innocent"].problem
    assert not found["Müller"].problem
    assert not found["Line break"].problem
    for name in ("Nowhere", "Mate", "Self", "Pipe"):
        assert "only files" in found[name].problem
    for one in found.values():
        one.file.encode("utf-8")
        assert one.file.isprintable()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_nobody_may_read(tmp_path):
    put(tmp_path, "Innocent/energy.ipynb", GOOD)
    put(tmp_path, "Closed/energy.ipynb", GOOD).chmod(0)
    found = by_name(tmp_path)
    assert "cannot be read" in found["Closed"].problem
    assert not found["Innocent"].problem


def test_the_latest_good_copy_counts_and_a_damaged_newer_one_is_said(tmp_path):
    old = put(tmp_path, "Anna/energy.ipynb", GOOD)
    os.utime(old, (1_700_000_000, 1_700_000_000))
    put(tmp_path, "Anna/energy (1).ipynb", notebook(extra="# newer"))
    put(tmp_path, "Ben/energy (1).ipynb", GOOD[:500])
    os.utime(put(tmp_path, "Ben/energy.ipynb", GOOD), (1_700_000_000, 1_700_000_000))
    put(tmp_path, "Ben/notes.pdf", "%PDF")
    found = by_name(tmp_path)
    assert found["Anna"].file == "Anna/energy (1).ipynb"
    assert found["Anna"].older == ["Anna/energy.ipynb"]
    assert found["Ben"].file == "Ben/energy.ipynb"
    notes = " ".join(found["Ben"].notes)
    assert "a newer file, Ben/energy (1).ipynb, was not graded" in notes
    assert "notes.pdf" in notes
    assert len(found) == 2


def test_two_students_of_one_name_stay_two(tmp_path):
    for number in (101, 102):
        put(tmp_path, f"Ivanova Anna_{number}_assignsubmission_file_/energy.ipynb",
            notebook(extra=f"# {number}"))  # fmt: skip
    put(tmp_path, "Group A/anna energy.ipynb", GOOD)
    put(tmp_path, "Group B/anna energy.ipynb", GOOD)
    found = find(tmp_path)
    assert len(found) == 4
    assert len({one.whom for one in found}) == 4


@pytest.mark.parametrize(
    ("seconds", "known"), [(1_795_000_000, True), (0, False), (4_070_000_000, False),
                           (253_402_300_700, False)],
)  # fmt: skip
def test_times_of_files(tmp_path, seconds, known):
    path = put(tmp_path, "Anna/energy.ipynb", GOOD)
    os.utime(path, (seconds, seconds))
    one = find(tmp_path, submissions.deadline_of("2026-11-01T00:00Z"))[0]
    if known and one.when is None:
        pytest.skip("the clock of this machine is before that day")
    assert bool(one.when) == known
    assert one.late == known
    assert not one.problem


def test_impossible_dates_in_names(tmp_path):
    put(tmp_path, "E_anna_attempt_2026-13-45-10-11-12_energy.ipynb", GOOD)
    put(tmp_path, "E_ben_attempt_0000-00-00-00-00-00_energy.ipynb", GOOD)
    put(tmp_path, "E_cem_attempt_9999-12-31-23-59-59_energy.ipynb", GOOD)
    found = by_name(tmp_path)
    assert set(found) == {"anna", "ben", "cem"}
    assert not [one.problem for one in found.values() if one.problem]


def test_a_deadline_has_a_time_zone(tmp_path):
    put(tmp_path, "E_anna_attempt_2026-11-20-10-00-00_energy.ipynb", GOOD)
    put(tmp_path, "x+energy+2026-11-20 10:00:00.5 UTC+r/energy.ipynb", GOOD)
    tokyo = submissions.deadline_of("2026-11-20T18:59+09:00")
    assert submissions.deadline_of("2026-11-20T09:59Z") == tokyo
    assert submissions.deadline_of("2026-11-20T18:59").tzinfo
    night = submissions.deadline_of("2026-11-20")
    assert (night.hour, night.minute, bool(night.tzinfo)) == (23, 59, True)
    assert submissions.deadline_in_words(tokyo) == "deadline 20 November 2026, 18:59 UTC+09:00"
    for wrong in ("tomorrow", "20.11.2026 18:59", "2026-11-20T18:59 JST", "0001-01-01", ""):
        with pytest.raises(ValueError, match="is no time: write the deadline as"):
            submissions.deadline_of(wrong)
    found = {one.student: one for one in find(tmp_path, tokyo)}
    assert found["x"].late
    assert not {o.student: o for o in find(tmp_path, tokyo + dt.timedelta(hours=1))}["x"].late


def test_an_open_answer_without_its_tag_is_found(tmp_path):
    task = next(task for task in EXERCISE.tasks if task.manual)
    read = json.loads(GOOD)
    read["cells"] = [c for c in read["cells"] if c["cell_type"] == "code"]
    read["cells"] += [
        cell("markdown", task.question),
        cell("code", "Russia needed the market more, since four fifths went to Japan."),
        cell("markdown", "## Hand in\n\nSave the notebook."),
    ]
    put(tmp_path, "Anna/energy.ipynb", json.dumps(read))
    read["cells"][-3:-1] = [cell("markdown", task.question + "\n\nMy own words, below it.")]
    put(tmp_path, "Ben/energy.ipynb", json.dumps(read))
    found = by_name(tmp_path)
    assert found["Anna"].texts["advice"].startswith("Russia needed the market")
    assert found["Ben"].texts["advice"] == "My own words, below it."


def test_the_list_grades_nothing_and_names_all(tmp_path):
    put(tmp_path, "Anna/energy.ipynb", GOOD)
    put(tmp_path, "Anna/energy (1).ipynb", GOOD)
    put(tmp_path, "Ben/energy.pdf", "%PDF")
    put(tmp_path, "energy.ipynb", GOOD)
    lines = "\n".join(grading.found_lines(find(tmp_path)))
    assert lines.startswith("2 students, 2 notebooks to grade, 1 file not.")
    assert "counts before 1 older" in lines
    assert "Ben · energy · Ben/energy.pdf" in lines
    assert "nothing says whose this is" in lines


def test_what_is_said_of_a_hand_in_stands_further_in_than_its_name(capsys):
    for sentence in ("Two students.", "  Anna \x1b[31m", "      not graded"):
        grading._say(sentence)
    red = "\N{REPLACEMENT CHARACTER}[31m"
    assert capsys.readouterr().out == f"Two students.\n  Anna {red}\n      not graded\n"


STUDENTS = {"cells": [], "metadata": {"three_pillars": {"exercise": PART}}, "nbformat": 4}
"""A notebook as `otter assign` makes it: cells of code have the tag of answers too."""


def as_assigned(*answer):
    tagged = {"tags": ["otter_answer_cell"]}
    cells = []
    for task in EXERCISE.tasks:
        begin = "<!-- BEGIN QUESTION -->\n\n" if task.manual else ""
        cells.append(cell("markdown", begin + task.question))
        if not task.manual:
            cells.append(cell("code", task.solution, **tagged))
            cells.append(cell("code", f'grader.check("{task.name}")'))
    end = "<!-- END QUESTION -->\n\n## Hand in\n\nSave the notebook, then run the cell below."
    cells += [*answer, cell("markdown", end), cell("code", "grader.export()")]
    return json.dumps(STUDENTS | {"cells": cells})


ASKED = "_Type your answer here, replacing this text._"
TAGGED = {"tags": ["otter_answer_cell"]}
OPEN = {
    "blank": ([cell("markdown", ASKED, **TAGGED)], ""),
    "replaced": ([cell("markdown", "Mine.", **TAGGED)], "Mine."),
    "below the words that ask": ([cell("markdown", f"{ASKED}\n\nMine.", **TAGGED)], "Mine."),
    "in a cell added below": ([cell("markdown", ASKED, **TAGGED), cell("markdown", "Mine.")],
                              "Mine."),
    "under a heading of one's own": ([cell("markdown", "# Mine\n\nYes.")], "# Mine\n\nYes."),
    "turned into code": ([cell("code", "# Mine", **TAGGED)], "# Mine"),
}  # fmt: skip


@pytest.mark.parametrize("kind", OPEN)
def test_an_open_answer_is_the_students_own_words_and_nothing_else(tmp_path, kind):
    cells, words = OPEN[kind]
    put(tmp_path, "Anna/energy.ipynb", as_assigned(*cells))
    assert by_name(tmp_path)["Anna"].texts == {"advice": words}


def test_a_file_that_unpacks_into_too_much_memory_costs_only_itself(tmp_path, monkeypatch):
    pytest.importorskip("resource")
    monkeypatch.setattr(notebooks, "READING_MB", 40)
    monkeypatch.setattr(answers, "READING_MB", 40)
    swollen = '{"cells": [' + "[]," * 1_000_000 + "[]]}"
    put(tmp_path, "Swollen/energy.ipynb", swollen)
    put(tmp_path, "Swollen too/homework.json", swollen)
    put(tmp_path, "Innocent/energy.ipynb", GOOD)
    found = by_name(tmp_path)
    assert "damaged" in found["Swollen"].problem
    assert found["Swollen too"].problem
    assert not found["Innocent"].problem
