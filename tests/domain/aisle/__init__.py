"""What is had from elsewhere: places, offers, and what is agreed about them."""
