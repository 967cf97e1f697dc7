"""The parts that screens are built of. They hold no shop logic and no sentences: texts are given to them."""
