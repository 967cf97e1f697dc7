"""Tills and hub exchanging news over a real port."""
