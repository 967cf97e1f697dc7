"""The page Today: the branch's day in figures, and the drawer of this till."""
