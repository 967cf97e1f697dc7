"""One article: its price, its style, and where it lies."""
