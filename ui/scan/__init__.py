"""The counter at rest: what to scan, what comes next, what just happened."""
