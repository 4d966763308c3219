"""How learning platforms name what they export, and who that is. Names are invented."""

import datetime as dt

import pytest

from three_pillars.classroom.platforms import Listing, owners

pytestmark = pytest.mark.exercises

EXERCISES = ["argument", "territory", "energy", "balance", "constraint", "verdict"]
MOODLE = "_assignsubmission_file_/energy.ipynb"

# Layout: places, each with the name and the id expected; texts.
LAYOUTS = {
    "moodle": {
        f"Ivanova Anna_50101{MOODLE}": ("Ivanova Anna", "50101"),
        f"Ivanova Anna_50102{MOODLE}": ("Ivanova Anna", "50102"),
        f"O'Brien Seán_50103{MOODLE}": ("O'Brien Seán", "50103"),
        f"Nguyễn Thị Ánh_50104{MOODLE}": ("Nguyễn Thị Ánh", "50104"),
        f"محمد علي_50105{MOODLE}": ("محمد علي", "50105"),
        "李小龍_50106_assignsubmission_onlinetext_/onlinetext.html": ("李小龍", "50106"),
    },
    "moodle, flat, in groups": {
        "Seminar A-Ivanova Anna_50101_assignsubmission_file_energy.ipynb":
            ("Ivanova Anna", "50101"),
        "Seminar B-Mu\u0308ller-Lüdenscheidt Jörg_50107_assignsubmission_file_energy.ipynb":
            ("Müller-Lüdenscheidt Jörg", "50107"),
    },
    "moodle, anonymous": {
        f"Participant_60001{MOODLE}": ("Participant 60001", "60001"),
        f"Participant_60002{MOODLE}": ("Participant 60002", "60002"),
    },
    "canvas": {
        "leeminji_1001_90001_energy.ipynb": ("leeminji", "1001"),
        "obriensean_LATE_1003_90003_energy-1.ipynb": ("obriensean", "1003"),
        "late_1004_90004_energy.ipynb": ("late", "1004"),
        "anon_a1B2c_90008_energy.ipynb": ("anon a1B2c", "a1B2c"),
        "LATE_anon_d4E5f_90009_energy.ipynb": ("anon d4E5f", "d4E5f"),
        "leeminji_1005_90010_text.html": ("leeminji", "1005"),
    },
    "blackboard": {
        "Energy_ivanova.a_attempt_2026-11-20-10-11-12_energy.ipynb": ("Anna Ivanova", "ivanova.a"),
        "Energy_j_doe_attempt_2026-11-20-10-11-13_energy.ipynb": ("j_doe", "j_doe"),
        "Energy_late_attempt_2026-13-45-10-11-13_energy.ipynb": ("late", "late"),
    },
    "brightspace": {
        "10546-123456 - Anna Ivanova - Nov 20, 2026 1011 AM - energy.ipynb":
            ("Anna Ivanova", "10546-123456"),
        "10546-123457 - Jörg Müller-Lüdenscheidt - Nov 20, 2026 911 PM/energy.ipynb":
            ("Jörg Müller-Lüdenscheidt", "10546-123457"),
    },
    "teams": {
        "Submitted files/Anna Ivanova/Energy exercise/Version 1/energy.ipynb": ("Anna Ivanova", ""),
        "Submitted files/Late Nathan/Energy exercise/Version 2/energy.ipynb": ("Late Nathan", ""),
    },
    "google": {
        "Energy exercise/Anna Ivanova - energy.ipynb": ("Anna Ivanova", ""),
        "Energy exercise/山田 太郎 - Copy of energy.ipynb": ("山田 太郎", ""),
        "Energy exercise/Copy of energy.ipynb": ("", ""),
    },
    "gradescope": {
        "assignment_9100_export/submission_301/energy.ipynb": ("Anna Ivanova", "s-1"),
        "assignment_9100_export/submission_302/energy.ipynb": ("submission 302",) * 2,
    },
    "nbgrader": {
        "submitted/anna/energy/energy.ipynb": ("anna", "anna"),
        "submitted/late/energy/energy.ipynb": ("late", "late"),
    },
    "nbgrader, inbound": {
        "anna+energy+2026-11-20 10:11:12.123456 UTC+rAnd0m/energy.ipynb": ("anna", "anna"),
        "ben+energy+2026-11-20 10:11:12.123456 UTC+rAnd0m/energy.ipynb": ("ben", "ben"),
    },
    "github": {
        "energy-submissions/energy-anna/energy.ipynb": ("anna", "anna"),
        "energy-submissions/energy-ben-x/energy.ipynb": ("ben-x", "ben-x"),
    },
    "jupyterhub": {
        "home/anna/notebooks/energy/energy.ipynb": ("anna", "anna"),
        "home/ben/notebooks/energy/energy.ipynb": ("ben", "ben"),
    },
    "jupyterhub, without home": {
        "anna/notebooks/energy/energy.ipynb": ("anna", ""),
        "ben/notebooks/energy/energy.ipynb": ("ben", ""),
    },
    "otter": {
        "Anna/energy_2026_11_20T10_11_12_345678.zip/energy.ipynb": ("Anna", ""),
        "Ben energy_2026_11_20T10_11_12_345679.zip/energy.ipynb": ("Ben", ""),
        "energy_2026_11_20T10_11_12_345680.zip/energy.ipynb": ("", ""),
    },
    "one folder for all": {
        "Class 3b/Anna energy.ipynb": ("Anna", ""),
        "Class 3b/energy Ben.ipynb": ("Ben", ""),
    },
    "weeks": {
        "week 2/anna.ipynb": ("anna", ""),
        "week 2/ben.ipynb": ("ben", ""),
        "week 3/anna.ipynb": ("anna", ""),
    },
    "sections": {
        "Group A/anna energy.ipynb": ("anna", ""),
        "Group B/anna energy.ipynb": ("anna", ""),
        "Group B/Cem/energy.ipynb": ("Cem", ""),
    },
    "accounts": {
        "student-01/energy.ipynb": ("student-01", ""),
        "student-02/energy.ipynb": ("student-02", ""),
    },
    "groups hand in": {
        "group-3/energy.ipynb": ("group-3", ""),
        "group-4/energy.ipynb": ("group-4", ""),
    },
    "numbers": {
        "u1234567_energy.ipynb": ("u1234567", ""),
        "u1234568_energy.ipynb": ("u1234568", ""),
    },
    "zips": {
        "Anna.zip/energy/energy.ipynb": ("Anna", ""),
        "Ben.zip/energy/energy.ipynb": ("Ben", ""),
    },
    "names that trip": {
        "Copy/energy.ipynb": ("Copy", ""),
        "Late Nathan/energy.ipynb": ("Late Nathan", ""),
        "Smith, Jr. John/energy.ipynb": ("Smith, Jr. John", ""),
        "Zoe/my work.ipynb": ("Zoe", ""),
    },
}  # fmt: skip

TEXTS = {
    "Energy_ivanova.a_attempt_2026-11-20-10-11-12.txt":
        "Name: Anna Ivanova (ivanova.a)\nAssignment: Energy\n",
    "assignment_9100_export/submission_metadata.yml":
        "submission_301:\n  :submitters:\n  - :name: Anna Ivanova\n    :sid: s-1\n"
        "    :email: anna@example.org\n  :created_at: 2026-11-20 10:11:12.000000000 +09:00\n",
}  # fmt: skip


def read(places):
    steps = [tuple(place.split("/")) for place in places]
    texts = {}
    for place, text in TEXTS.items():
        path = tuple(place.split("/"))
        if path[-1].startswith("Energy_") == steps[0][-1].startswith("Energy_"):
            texts[path] = text
    listing = Listing([*steps, *texts], EXERCISES, texts)
    found = owners(listing)
    return {place: found[path] for place, path in zip(places, steps, strict=True)}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_names_its_students(layout):
    expected = LAYOUTS[layout]
    found = read(expected)
    assert {place: (owner.name, owner.id) for place, owner in found.items()} == expected
    # Nobody here handed in twice, so nobody is merged with anybody.
    assert len({owner.key for owner in found.values()}) == len(expected)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_who_is_late_is_said_by_the_platform_and_not_by_a_name(layout):
    for place, owner in read(LAYOUTS[layout]).items():
        assert owner.late == ("LATE_" in place)


def test_times_in_names():
    when = {place: owner.when for layout in LAYOUTS.values() for place, owner in
            read(layout).items()}  # fmt: skip
    at = dt.datetime(2026, 11, 20, 10, 11, 12)
    assert when["Energy_ivanova.a_attempt_2026-11-20-10-11-12_energy.ipynb"] == at
    assert when["Energy_late_attempt_2026-13-45-10-11-13_energy.ipynb"] is None
    assert when["Anna/energy_2026_11_20T10_11_12_345678.zip/energy.ipynb"] == at
    morning = "10546-123456 - Anna Ivanova - Nov 20, 2026 1011 AM - energy.ipynb"
    assert when[morning] == at.replace(second=0)
    inbound = "anna+energy+2026-11-20 10:11:12.123456 UTC+rAnd0m/energy.ipynb"
    assert when[inbound] == at.replace(tzinfo=dt.UTC)
    graded = when["assignment_9100_export/submission_301/energy.ipynb"]
    assert graded.astimezone(dt.UTC).hour == 1


def test_copies_of_one_student_have_one_key():
    same = ["energy", "energy (1)", "energy-Copy1", "Copy of energy", "energy - Copy"]
    found = read([f"{who}/{name}.ipynb" for who in ("Anna", "Ben") for name in same])
    assert len({owner.key for owner in found.values()}) == 2
    loose = read(["Anna energy.ipynb", "Anna energy (1).ipynb", "Copy energy.ipynb"])
    assert [owner.name for owner in loose.values()] == ["Anna", "Anna", "Copy"]
    assert len({owner.key for owner in loose.values()}) == 2


def test_a_newer_version_is_higher():
    teams = "Submitted files/Anna/Energy exercise/Version {}/energy.ipynb"
    found = list(read([teams.format(n) for n in (1, 2, 10)]).values())
    assert found[0].version < found[1].version < found[2].version
    canvas = read(["lee_1_2_energy.ipynb", "lee_1_9_energy-1.ipynb"])
    versions = [owner.version for owner in canvas.values()]
    assert versions[0] < versions[1]


def test_files_of_the_platforms_own_are_no_hand_ins():
    places = [tuple(place.split("/")) for place in [*TEXTS, "index.html"]]
    bright = ("1-2 - Anna - Nov 20, 2026 1011 AM - energy.ipynb",)
    found = owners(Listing([*places, bright], EXERCISES, {}))
    assert not [place for place in places if found[place].own]


def test_two_of_one_name_are_told_apart():
    found = read(["Group A/anna energy.ipynb", "Group B/anna energy.ipynb"])
    assert [owner.group for owner in found.values()] == ["Group A", "Group B"]
    found = read(["anna energy.ipynb", "anna/energy.ipynb"])
    assert len({owner.key for owner in found.values()}) == 2
    assert len({owner.group for owner in found.values()}) == 2


ENDLESS = "a: &a [x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n"
METADATA = [
    "submission_1: {':submitters': 5}", "submission_1: 7", "[" * 5_000, "a: 2026-13-45", "- a",
    "submission_1: {':submitters': [1, {':name': [x], ':sid': {}}]}",
    ENDLESS + "submission_1: {':submitters': [{':name': *c}]}",
    "submission_1: &x {':submitters': [*x]}",
]  # fmt: skip


@pytest.mark.parametrize("text", METADATA, ids=range(len(METADATA)))
def test_a_students_own_metadata_cost_only_that_student(text):
    places = [("Anna", "energy.ipynb"), ("Ben.zip", "submission_1", "energy.ipynb"),
              ("Cem", "energy.ipynb")]  # fmt: skip
    texts = {("Ben.zip", "submission_metadata.yml"): text}
    names = [owner.name for owner in owners(Listing(places, EXERCISES, texts)).values()]
    assert names == ["Anna", "submission 1", "Cem"]
