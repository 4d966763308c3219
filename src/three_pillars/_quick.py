"""Imported first: says what hides a package, and halves the time to import this one.

Altair imports jsonschema, and jsonschema builds the grammar of internationalised web addresses if
the package rfc3987-syntax is there, which JupyterLab brings along. That takes as long as all the
rest of Altair, and nothing here checks such addresses. Marked as absent, it is passed over.
"""

import sys
from pathlib import Path

# Python looks beside the notebook before it looks anywhere else.
if {"", str(_here := Path.cwd())} & set(sys.path):
    for _name in ("altair", "pandas", "numpy", "jinja2"):
        if (_here / f"{_name}.py").is_file():
            raise ImportError(
                f"Your own file {_name}.py, in {_here}, hides the package {_name}: "
                "give it another name, then restart the kernel."
            )

sys.modules.setdefault("rfc3987_syntax", None)
