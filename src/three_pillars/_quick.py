"""Halves the time to import the package; imported first.

Altair imports jsonschema, and jsonschema builds the grammar of internationalised web addresses if
the package rfc3987-syntax is there, which JupyterLab brings along. That takes as long as all the
rest of Altair, and nothing here checks such addresses. Marked as absent, it is passed over.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)
