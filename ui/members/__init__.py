"""The page of members: finding one, and what of them may be seen and done."""
