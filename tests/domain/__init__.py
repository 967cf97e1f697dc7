"""The rules of the shop, without any file, network or clock."""
