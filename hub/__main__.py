"""`python -m hub` is `clerk-hub`."""

import sys

from hub.cli import main

sys.exit(main())
