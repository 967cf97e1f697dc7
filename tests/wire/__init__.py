"""The JSON between till and hub."""
