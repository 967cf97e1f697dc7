"""Receipts on the screen and on paper."""
