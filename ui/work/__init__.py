"""The work queue of a branch: what came in, what is being picked, what waits for its owner."""
