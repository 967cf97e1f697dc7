"""Finding an article while it is typed: the hits under the scan field."""
