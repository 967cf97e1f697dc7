"""Pictures of every screen and state, driven through the real window by keys and scans."""
