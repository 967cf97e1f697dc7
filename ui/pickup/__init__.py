"""One pickup order at the counter: look, tick, hand over, take back."""
