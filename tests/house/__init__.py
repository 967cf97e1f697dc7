"""What the engineers may rely on: the entrance, the lock, the contracts and the nets."""
