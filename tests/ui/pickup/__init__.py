"""The screens of pickup, on a real window, a real till and a real hub."""
