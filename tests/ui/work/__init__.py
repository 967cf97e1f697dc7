"""Tests of what screens are drawn with: theme, widgets, sounds and the scan router."""
