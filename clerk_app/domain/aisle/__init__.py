"""The endless aisle: what is not here is had from another branch or the warehouse, collected there or sent home."""
