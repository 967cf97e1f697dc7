"""What the branches may rely on of the hub."""
