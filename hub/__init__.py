"""The central API: it holds the truth of the chain, and tells every till of it."""
