"""Goods that lie elsewhere, at a real hub: offered, kept, ordered, sent on."""
