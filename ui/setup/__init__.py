"""The first start: connecting a till to its hub."""
