"""JupyterLab for this book: `make lab` points JUPYTER_CONFIG_DIR at this folder.

Nothing is read from, or written to, the settings in the reader's home. What a reader changes in the
settings editor, and which tabs were open, is kept beside this file (lab/, not committed).
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent

c = get_config()  # noqa: F821 (Jupyter puts it there)

# Defaults of the book: a .md chapter opens as a notebook, no news, no look for updates.
c.LabApp.app_settings_dir = str(HERE / "settings")
# Start with the chapters in the file browser; the rest of the book stays one folder up.
c.LabApp.default_url = "/lab/tree/chapters"
c.ServerApp.root_dir = str(HERE.parent)
# Three things that would ask the network.
c.LabApp.extension_manager = "readonly"
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.news_url = None
