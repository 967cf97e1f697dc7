"""Scanning: from what a camera, a wedge scanner or a picture file delivers to texts that act once."""
