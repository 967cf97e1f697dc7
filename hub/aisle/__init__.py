"""The endless aisle at the hub: where goods are best had from, kept for a customer, ordered, and sent on."""
