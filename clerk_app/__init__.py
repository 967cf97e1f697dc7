"""What a clerk can do at the counter: desk, store, sync and scanning, without a screen."""
