"""Every kind of value crosses from room to judge as plain data, and comes out as it was."""

import datetime as dt
import json
import math
import types
from decimal import Decimal
from fractions import Fraction

import altair as alt
import numpy as np
import pandas as pd
import pytest

from three_pillars.classroom.room.decode import Decoder, NotPlain
from three_pillars.classroom.room.encode import Encoder, TooLarge

pytestmark = pytest.mark.exercises


def cross(value, ask=None):
    """Encode, write as JSON, read, decode."""
    return Decoder(ask).decode(json.loads(json.dumps(Encoder([]).encode(value))))


class OwnFloat(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


SAME = [
    ..., None, True, False, 0, -7, 10**6000, 0.1 + 0.2, -0.0, math.inf, -math.inf, "", "ä\u3042",
    "half \ud83d", b"\x00\xff", 2 - 3j, Decimal("0.10"), Fraction(1, 3), range(3, 9, 2),
    dt.date(2015, 7, 21), dt.time(10, 30), dt.datetime(2015, 7, 21, 10, 30),
    dt.datetime(2015, 7, 21, tzinfo=dt.UTC), dt.timedelta(days=-1, microseconds=3),
    [], [1, [2.5, None]], (), (1, "a"), set(), {1, 2}, frozenset({"a"}), {}, {"a": 1, 2: None},
    {(1, "b"): [1], None: ...}, {True: "x"},
    pd.Timestamp("2015-07-21"), pd.Timestamp("2015-07-21 10:30:00.123456789"),
    pd.Timestamp("2015-07-21 10:00", tz="Asia/Tokyo"), pd.Timestamp("2015-07-21").as_unit("s"),
    pd.Timedelta("3 days 2 hours"), pd.Timedelta(days=3).as_unit("s"), pd.Period("2014", "Y"),
    pd.Period("2014-03", "M"), pd.Interval(1, 2, closed="left"), slice,
    np.float64(1.5), np.int8(-3), np.bool_(True), np.str_("a"), np.datetime64("2015-07-21"),
    np.float32(0.1),
]  # fmt: skip


@pytest.mark.parametrize("value", SAME, ids=lambda value: type(value).__name__)
def test_a_value_is_the_same_on_the_other_side(value):
    if value is slice:
        assert isinstance(cross(value), type)
        return
    back = cross(value)
    assert type(back) is type(value)
    assert back == value
    if isinstance(value, (pd.Timestamp, pd.Timedelta)):
        assert back.unit == value.unit
    if isinstance(value, float):
        assert math.copysign(1, back) == math.copysign(1, value)


def test_what_equals_nothing():
    assert cross(pd.NA) is pd.NA
    assert cross(pd.NaT) is pd.NaT
    assert math.isnan(cross(math.nan))
    assert math.isnan(cross(np.float64("nan")))


ARRAYS = [
    np.array([1.5, np.nan]), np.arange(6).reshape(2, 3), np.array(3.0), np.array([], dtype="int8"),
    np.array(["a", "bcd"]), np.array([True, False]), np.array(["2015-07-21"], dtype="M8[D]"),
    np.array([1, "a", None], dtype=object), np.asfortranarray(np.arange(6).reshape(2, 3)),
]  # fmt: skip


@pytest.mark.parametrize("value", ARRAYS, ids=lambda value: f"{value.dtype} {value.shape}")
def test_arrays(value):
    back = cross(value)
    assert back.dtype == value.dtype
    assert back.shape == value.shape
    assert back.astype(str).tolist() == value.astype(str).tolist()


COLUMNS = {
    "floats": [1.5, np.nan], "ints": [1, 2], "text": ["a", "b"], "text with gaps": ["a", None],
    "mixed": pd.Series([1, "a"], dtype=object), "bool": [True, False],
    "days": pd.to_datetime(["2015-07-21", None]),
    "zoned": pd.to_datetime(["2015-07-21", "2016-01-01"]).tz_localize("Asia/Tokyo"),
    "seconds": pd.to_datetime(["2015-07-21", "2016-01-01"]).as_unit("s"),
    "spans": pd.to_timedelta([1, 2], unit="D"),
    "years": pd.PeriodIndex(["2014", "2015"], freq="Y"),
    "category": pd.Categorical(["b", None], categories=["b", "a"], ordered=True),
    "nullable": pd.array([1, None], dtype="Int64"),
    "nullable floats": pd.array([1.5, None], dtype="Float64"),
    "nullable bool": pd.array([True, None], dtype="boolean"),
    "python text": pd.array(["a", None], dtype="string"),
    "bins": pd.IntervalIndex.from_breaks([0, 1, 2]),
    "sparse": pd.arrays.SparseArray([0.0, 1.0]),
    "small": pd.array([1, 2], dtype="int8"),
    "object text": pd.Series(["a", "b"], dtype=object),
}  # fmt: skip
INDICES = {
    "rows": pd.RangeIndex(2), "steps": pd.RangeIndex(4, 0, -2, name="n"),
    "years": pd.Index([2014, 2015], name="year"), "names": pd.Index(["a", "b"]),
    "objects": pd.Index(["a", 1], dtype=object),
    "days": pd.to_datetime(["2015-07-21", "2016-01-01"]),
    "periods": pd.PeriodIndex(["2014", "2015"], freq="Y", name="year"),
    "category": pd.CategoricalIndex(["a", "b"], name="c"), "twice": pd.Index([1, 1]),
    "levels": pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["x", None]),
    "bins": pd.IntervalIndex.from_breaks([0, 1, 2], closed="left"),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore:.*dateutil.*")
@pytest.mark.parametrize("column", COLUMNS)
def test_series_of_every_type(column):
    value = pd.Series(COLUMNS[column], name=column)
    pd.testing.assert_series_equal(cross(value), value, check_freq=False)


@pytest.mark.parametrize("index", INDICES)
def test_every_kind_of_index(index):
    pd.testing.assert_index_equal(cross(INDICES[index]), INDICES[index], exact=True)
    value = pd.Series([1.0, 2.0], index=INDICES[index], name=("a", 1))
    pd.testing.assert_series_equal(cross(value), value, check_freq=False)


def test_a_table_of_all_columns():
    value = pd.DataFrame({name: pd.Series(values) for name, values in COLUMNS.items()})
    pd.testing.assert_frame_equal(cross(value), value, check_freq=False)


def test_tables_with_odd_columns_and_rows():
    twice = pd.DataFrame([[1, 2.5], [3, 4.5]], columns=["a", "a"], index=INDICES["levels"])
    pd.testing.assert_frame_equal(cross(twice), twice)
    levels = pd.DataFrame(
        [[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")], names=["p", "q"])
    )
    pd.testing.assert_frame_equal(cross(levels), levels)
    for empty in (pd.DataFrame(), pd.DataFrame(columns=["a"]), pd.DataFrame(index=[1, 2])):
        pd.testing.assert_frame_equal(cross(empty), empty)


def test_subclasses_are_worth_their_plain_value():
    assert type(cross(OwnFloat(2.5))) is float

    class Rows(list):
        def __len__(self):
            return 99

    assert cross(Rows([1])) == [1]
    assert type(cross(types.MappingProxyType({"a": 1}))) is types.MappingProxyType


def test_what_is_known_by_its_name_only():
    class Thing:
        pass

    for value, name in ((Thing(), "Thing"), ({}.keys(), "dict_keys"), (object(), "object"),
                        (iter([]), "list_iterator"), (math, "module")):  # fmt: skip
        assert type(cross(value)).__name__ == name
        assert not callable(cross(value))
    assert isinstance(cross(Thing), type)


def test_a_function_is_asked_for_its_values():
    asked = []

    def ask(number, arguments):
        asked.append((number, arguments))
        return 7

    back = cross(lambda a, b=2: a + b, ask)
    assert callable(back)
    assert back(1, 2) == 7
    assert asked == [(0, (1, 2))]
    assert callable(cross(print))
    assert callable(cross(np.mean))


def test_a_chart_crosses_as_its_specification():
    chart = alt.Chart(pd.DataFrame({"a": [1, 2]})).mark_bar().encode(x="a:Q")
    for one in (chart, chart + chart, chart | chart):
        back = cross(one)
        assert isinstance(back, alt.TopLevelMixin)
        assert back.to_dict() == json.loads(json.dumps(one.to_dict()))
    undrawn = cross(alt.Chart(pd.DataFrame({"a": [1]})).mark_bar().encode(x="b"))
    assert isinstance(undrawn, alt.TopLevelMixin)
    with pytest.raises(ValueError, match="data type"):
        undrawn.to_dict()


def test_what_is_too_large_or_too_deep():
    deep = []
    for _ in range(100):
        deep = [deep]
    round_and_round = []
    round_and_round.append(round_and_round)
    for value in (deep, round_and_round, "x" * 5_000_000, np.zeros(1_000_000),
                  pd.RangeIndex(10**12), list(range(10**6))):  # fmt: skip
        with pytest.raises(TooLarge):
            Encoder([]).encode(value)


@pytest.mark.parametrize("data", [
    None, 7, [], ["?"], ["int", "x"], ["array", "O", [2], []], ["array", "|O8", [1], "AAAA"],
    ["array", "V8", [1], "AAAAAAAAAAA="], ["index", ["array", "<f8", [9], "AA=="], ["none"]],
    ["range index", 0, 10**15, 1, ["none"]], ["dict", [[["list", []], ["none"]]]], ["numpy", 1],
    ["series"], ["table", 1, 2, 3], ["function", "x", 1, 2], ["timestamp", "x", "y", "z"],
    ["class", 3, 4], ["chart"], ["_chart", 1], ["__class__"], ["float", None],
], ids=str)  # fmt: skip
def test_data_out_of_order_are_refused(data):
    with pytest.raises(NotPlain):
        Decoder().decode(data)


ZONE = "dateutil//etc/passwd"
LONG = "0x1" + "0" * 30_000


@pytest.mark.parametrize("data", [
    ["timestamp", "2026-01-01", ZONE, "ns"], ["timestamp", "2026-01-01", "../../x", "ns"],
    ["extension", ["column", f"datetime64[ns, {ZONE}]", [["timestamp", "2026-01-01", "", "ns"]]]],
    ["int", LONG], ["fraction", LONG, "0x3"], ["range", "0x0", LONG, "0x1"],
], ids=range(6))  # fmt: skip
def test_no_data_open_a_file_or_compute_for_hours(data, monkeypatch):
    monkeypatch.setattr("os.path.isfile", lambda name: pytest.fail(f"looked for {name}"))
    with pytest.raises(NotPlain):
        Decoder().decode(data)
