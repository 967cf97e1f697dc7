"""What the words of the shop mean, and its rules: no I/O, no clock, no chance."""
