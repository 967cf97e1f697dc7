"""What a basket costs: worked examples of the trade, and laws that hold for any basket."""
