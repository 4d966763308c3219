"""Files of answers and of deals: what a block saves, Python reads, and the other way round."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


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
    if content.get("version") is None:
        raise error(f"{name} does not say its version; this book reads version {version}.")
    if content["version"] != version or isinstance(content["version"], bool):
        raise error(
            f"{name} is of version {content['version']!r}, and this book reads version {version}."
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
