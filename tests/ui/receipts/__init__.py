"""Receipts as they are drawn."""
