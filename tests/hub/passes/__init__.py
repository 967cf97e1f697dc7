"""The customer’s pass, as a browser sees it."""
