"""Run a student's notebook, some of its cells replaced, on a machine like a student's.

    python student_machine.py <folder of the unpacked zip> <cells.json>

Prints one line of JSON: what each check said, what each chart is shown as, and what export said.
Only what a student has is imported: pandas, Altair, IPython.
"""

import json
import os
import sys
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output


def main() -> None:
    """Run the cells one after the other, as a kernel does."""
    folder, solutions = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text("utf-8"))
    os.chdir(folder)
    sys.path[:] = [str(folder), *(path for path in sys.path if "src" not in Path(path).parts)]
    notebook = next(folder.glob("*.ipynb"))
    shell = InteractiveShell.instance()
    said = {"checks": {}, "shown": [], "errors": [], "export": ""}
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        source = "".join(cell["source"])
        checks, exports = source.startswith("grader.check("), source.startswith("grader.export(")
        source = solutions.get(source.strip(), source)
        with capture_output():
            done = shell.run_cell(source, store_history=True)
        if not done.success:
            said["errors"].append(f"{type(done.error_in_exec).__name__}: {done.error_in_exec}")
        if checks:
            said["checks"][done.result.task] = repr(done.result)
        elif exports:
            said["export"] = repr(done.result)
        elif hasattr(done.result, "_repr_mimebundle_") and hasattr(done.result, "to_dict"):
            bundle = done.result._repr_mimebundle_()
            bundle = bundle[0] if isinstance(bundle, tuple) else bundle
            said["shown"].append(sorted(bundle))
    import three_pillars

    said["package"] = str(Path(three_pillars.__file__).parent.parent)
    print(json.dumps(said))


main()
