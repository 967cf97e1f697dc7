"""`clerk` with a subcommand: what support, scripts and tests do at a till, without a screen."""

from clerk_app.cli.main import main

__all__ = ["main"]
