"""The screens of sign_in, on a real window, a real till and a real hub."""
