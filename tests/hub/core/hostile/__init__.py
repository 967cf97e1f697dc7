"""What guests of every kind send that no program of ours would: the hub answers in words, and nothing has changed."""
