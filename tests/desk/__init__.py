"""What a clerk can do, with real files and a hub that is not there."""
