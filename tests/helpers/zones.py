"""Which dates of a specification are read or drawn in the reader's own time zone."""

import json
import re

from three_pillars.figures import views

SCALED = ("x", "y", "color", "fill", "stroke", "opacity", "size", "shape", "row", "column")
LOCAL = re.compile(r"(?<![\w.])(year|quarter|month|date|day|hours|datetime|timeFormat|timeParse)\(")
# A date with a time but without a zone: JavaScript takes it for local time.
ZONELESS = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?")


def local_times(spec):
    """Return what of a specification depends on the time zone, a line each."""
    found = []
    for view in views(spec):
        encoding = view.get("encoding", {})
        if "x2" in encoding and encoding["x"].get("type") == "temporal":
            found += [] if "description" in encoding else ["the label of a bar's end"]
        for channel, given in encoding.items():
            for one in given if isinstance(given, list) else [given]:
                found += [f"{channel} of {one.get('field')}: {why}" for why in _local(one, channel)]
    outside = {key: part for key, part in spec.items() if key not in ("datasets", "usermeta")}
    found += [f"calls {name}()" for name in LOCAL.findall(json.dumps(outside))]
    for name, rows in spec.get("datasets", {}).items():
        texts = {str(value) for row in rows for value in row.values() if isinstance(value, str)}
        zoneless = sorted(text for text in texts if ZONELESS.fullmatch(text))
        found += [f"{name} holds {zoneless[0]!r}"] if zoneless else []
    return found


def _local(one, channel):
    """Yield why one channel depends on the time zone."""
    scale = one.get("scale") or {}
    unit = str(one.get("timeUnit", ""))
    if unit and not unit.startswith("utc"):
        yield f"time unit {unit}"
    if one.get("type") == "temporal":
        if channel in SCALED and scale.get("type") != "utc":
            yield "a local scale"
        if channel in ("tooltip", "text") and not unit.startswith("utc"):
            yield "a local text"
    limits = [scale.get("domain"), scale.get("domainMin"), scale.get("domainMax")]
    limits.append((one.get("axis") or {}).get("values"))
    for limit in re.findall(r"\{[^{}]*\"year\"[^{}]*\}", json.dumps(limits)):
        if '"utc": true' not in limit:
            yield f"a limit {limit}"
