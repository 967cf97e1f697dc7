"""The questions and lists that lie over the window: keys, settings, undo, approval."""
