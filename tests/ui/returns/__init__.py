"""The basket on the screen, driven with real keys."""
