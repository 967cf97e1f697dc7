"""Orders of other shop systems, sent to a real hub."""
