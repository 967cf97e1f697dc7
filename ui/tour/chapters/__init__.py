"""The chapters of the tour: each drives the window through one part of a clerk's day."""
