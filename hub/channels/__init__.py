"""Orders of other shop systems: who may send them, what they must say, and what becomes of them."""
