"""The commands, as a script or a supporter uses them."""
