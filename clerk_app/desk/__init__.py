"""What a clerk can do, one module per job. All of it works without the network, and answers at once."""
