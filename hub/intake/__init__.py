"""Applying operations, each exactly once."""
