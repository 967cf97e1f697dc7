"""What a till keeps: the cache, which the hub fills, and the ledger, which the clerk fills."""
