"""What a clerk can do at the counter: desk, store, sync and scanning, without a screen."""

__version__ = "0.1.0"
