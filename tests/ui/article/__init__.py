"""The screens of scan, on a real window, a real till and a real hub."""
