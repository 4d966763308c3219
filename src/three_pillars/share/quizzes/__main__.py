"""``python -m three_pillars.share.quizzes``: what `make share` runs."""

import sys

from .export import main

sys.exit(main())
