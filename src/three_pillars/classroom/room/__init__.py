"""The student's room: runs a notebook and hands out answers as plain data.

A room knows no check, no solution and no classmate. It holds the package as the student's zip has
it, the tables, and this folder, which needs nothing else of the classroom: it is copied or bound
into the sandbox and run there as ``python -m room``. What it says is plain data in lines of JSON;
nothing that it says is about points.

The lines, all of them objects with one key that tells the kind:

=============================  ======================================================
to the room                    ``{"job": {…}}``: cells, names of answers by task, limits
from the room                  ``{"check": task, "answers": {name: value}}``
to the room                    ``{"call": number, "arguments": [value, …]}``
from the room                  ``{"value": value, "after": [value, …]}`` or
                               ``{"error": [type, first line, base]}``
to the room                    ``{"go": true}``: the check is over
from the room                  ``{"trouble": [cell, type, first line]}``, ``{"note": text}``
from the room                  ``{"end": true}``
=============================  ======================================================
"""
