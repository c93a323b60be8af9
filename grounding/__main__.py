"""`python -m grounding` is the same as `grounding`."""

import sys

from grounding.cli import main

sys.exit(main())
