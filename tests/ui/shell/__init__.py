"""The screens of shell, on a real window, a real till and a real hub."""
