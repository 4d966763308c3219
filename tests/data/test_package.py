"""The data package: valid, complete, and every table as its description says."""

import json
import re
import subprocess
import sys

import frictionless
import pandas as pd
import pytest

from three_pillars import describe, load, tables
from three_pillars.data import root

DATA = root()
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}
SCOPE = {"name", "filter", "from", "to", "reason", "count"}


def test_package_is_valid():
    report = frictionless.Package(str(DATA / "datapackage.json")).validate()
    problems = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert report.valid, [*report.errors, *problems][:5]


@pytest.mark.full  # the same again, as a reader of the package would do it
def test_package_is_valid_on_the_command_line():
    command = [sys.executable, "-m", "frictionless", "validate", str(DATA / "datapackage.json")]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]


def test_every_csv_is_in_the_package_and_every_table_in_the_folder_of_its_part():
    listed = {resource["path"] for resource in RESOURCES.values()}
    assert listed == {path.relative_to(DATA).as_posix() for path in DATA.rglob("*.csv")}
    for name, resource in RESOURCES.items():
        assert resource["path"] == f"{name}.csv"


@pytest.mark.parametrize("name", RESOURCES)
def test_table_loads_typed_and_described(name):
    frame = load(name)
    resource = describe(name)
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert list(frame.columns) == list(fields)
    assert len(frame) > 0
    for column, field in fields.items():
        required = field.get("constraints", {}).get("required", False)
        dtype = frame[column].dtype
        expected = {
            "number": "float64",
            "integer": "int64" if required else "Int64",
            "year": "int64" if required else "Int64",
            "boolean": "bool" if required else "boolean",
            "string": "str",
        }.get(field["type"])
        if field["type"] == "date":
            assert pd.api.types.is_datetime64_dtype(dtype), column
        else:
            assert dtype == expected, column
        assert field.get("title"), f"{column} has no title"
        assert field.get("description"), f"{column} has no description"
    for entry in ("title", "description", "sources", "licenses", "coverage", "gaps", "part"):
        assert resource.get(entry), f"{name} has no {entry}"
    assert resource["schema"]["primaryKey"]
    if "source_id" in fields and name != "sources":
        keys = [key["fields"] for key in resource["schema"]["foreignKeys"]]
        assert ["source_id"] in [[key] if isinstance(key, str) else key for key in keys]


@pytest.mark.parametrize("name", RESOURCES)
def test_table_says_from_when_it_was_public_and_where_it_is_complete(name):
    resource = describe(name)
    assert resource["known_from"]
    for scope in resource.get("complete", []):
        assert {"name", "from", "to", "reason"} <= set(scope) <= SCOPE, scope
        assert scope["from"] <= scope["to"]
        kept = load(name)
        for column, values in scope.get("filter", {}).items():
            kept = kept[kept[column].isin(values if isinstance(values, list) else [values])]
        assert len(kept), scope["name"]
        if "count" in scope:
            assert set(scope["count"]) == {"source_id", "says"}
            assert scope["count"]["source_id"] in set(load("sources")["source_id"]), scope["name"]
        else:
            assert "No official count" in scope["reason"]


NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


@pytest.mark.parametrize("name", RESOURCES)
def test_a_coverage_that_counts_years_counts_those_of_the_rows(name):
    said = re.match(r"(\w+) years between (\d{4}) and (\d{4})", describe(name)["coverage"])
    if said:
        years = load(name)["year"]
        counted = NUMBERS.index(said[1].lower()), int(said[2]), int(said[3])
        assert counted == (years.nunique(), years.min(), years.max())


@pytest.mark.parametrize("name", RESOURCES)
def test_a_description_sends_to_columns_that_are_there(name):
    fields = {field["name"]: field["description"] for field in describe(name)["schema"]["fields"]}
    for column, said in fields.items():
        for other in re.findall(r"\bsee (\w+_\w+)", said):
            assert other in fields, f"{column} sends to {other}"


@pytest.mark.parametrize("name", [name for name in RESOURCES if name.startswith("energy/")])
def test_numbers_name_their_unit(name):
    for field in RESOURCES[name]["schema"]["fields"]:
        if field["type"] in ("number", "integer"):
            assert field.get("unit"), field["name"]
            assert "minimum" in field["constraints"], field["name"]


def test_sources_and_tables_use_each_other():
    used = set()
    for name in RESOURCES:
        if name != "sources":
            frame = load(name)
            for column in ("source_id", "source_id_2"):
                if column in frame:
                    used |= set(frame[column].dropna())
    known = set(load("sources")["source_id"])
    assert used <= known, used - known
    assert known <= used, f"no table uses {sorted(known - used)}"


def test_what_was_recalled_is_never_verified():
    for name in RESOURCES:
        frame = load(name)
        if name != "sources" and {"source_id", "verified"} <= set(frame):
            memory = frame["source_id"].isin(["recall", "recalled"])
            if "source_id_2" in frame:
                memory |= frame["source_id_2"].isin(["recall", "recalled"])
            assert not frame.loc[memory, "verified"].any(), name


def test_tables_are_listed_in_order():
    assert tables() == list(RESOURCES)
    assert tables()[0] == "sources"
