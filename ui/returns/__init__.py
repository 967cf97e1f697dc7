"""The page on which goods come back: finding what was bought, what of it comes back, and what is given for it."""
