"""Applying operations, each exactly once: read what came, then one transaction for the batch."""
