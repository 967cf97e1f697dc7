"""The hub itself: its feed, its answers, its doors."""
