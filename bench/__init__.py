"""One script for each figure we claim, both sides measured in one run."""
