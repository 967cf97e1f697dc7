"""What Clerk uses of sqlcipher3, which ships no types."""
