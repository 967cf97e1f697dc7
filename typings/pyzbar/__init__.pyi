"""What Clerk uses of pyzbar, which ships no types."""
