"""What may come back, and what is given for it."""
