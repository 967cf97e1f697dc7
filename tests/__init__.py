"""What the shop may rely on; the folders mirror the packages."""
