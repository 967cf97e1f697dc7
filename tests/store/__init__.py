"""Cache and ledger, in real files."""
