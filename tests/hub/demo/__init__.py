"""The demo chain, and the commands of people who run a hub."""
