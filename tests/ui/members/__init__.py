"""The page of members."""
