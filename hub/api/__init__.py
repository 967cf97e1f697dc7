"""The HTTP of the hub: one router for each subject."""
