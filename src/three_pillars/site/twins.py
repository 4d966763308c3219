"""Compressed twins of the site's files, for a server that sends them in their place."""

from __future__ import annotations

from pathlib import Path

import deflate

ENDINGS = frozenset(
    {".css", ".csv", ".html", ".ipynb", ".js", ".json", ".mjs", ".svg", ".wasm", ".geojson"}
)
LEAST = 2_000
"""Bytes below which a twin is not worth a file."""


def write_twins(folder: Path) -> None:
    """Write ``name.gz`` beside each file that becomes smaller; twins without a file go.

    Args:
        folder: the site.
    """
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".gz":
            if not path.with_suffix("").is_file():
                path.unlink()
            continue
        if path.suffix not in ENDINGS or not path.is_file() or path.stat().st_size < LEAST:
            continue
        twin = path.with_name(f"{path.name}.gz")
        # Two nanosecond stamps: a file of the same second may have been written anew.
        if twin.is_file() and twin.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        twin.write_bytes(deflate.gzip_compress(path.read_bytes(), 9))
