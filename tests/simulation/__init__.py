"""A whole branch in one process: real tills and a real hub, under the weather, clocks and crashes of one seed."""
