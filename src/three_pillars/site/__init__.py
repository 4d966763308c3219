"""The book with Python inside: one folder that any web server can hand out.

`python -m three_pillars.site.build` takes the built pages and puts beside them Python itself
(Pyodide), the packages that chapters and exercises import, and JupyterLite. Nothing of it is kept
in the repository: `sources` says what is fetched and what its SHA-256 must be.

- `fetch` gets each file from the first source that has it, `stage` lays out what is imported,
  `packs` compiles it and packs it.
- `pages` gives a chapter its cells to run, `lite` builds JupyterLite around the book's plain
  notebooks and the students' exercises.
- `browser/` runs in the reader's browser: what starts Python, and what Python runs there. `page/`
  is the script of the pages.
- `serve` hands the folder out to a class.
"""
