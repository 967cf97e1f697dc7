"""What this till has done and the hub has not settled, and how the connection is: for anyone to read."""
