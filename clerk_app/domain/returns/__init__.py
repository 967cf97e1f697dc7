"""Returns: what may come back of what was bought, what is given for it, and what is written down of it."""
