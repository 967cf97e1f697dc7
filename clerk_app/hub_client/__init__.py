"""Speaking HTTP with the hub: the one package that knows requests."""

from clerk_app.hub_client.client import (
    BatchUnreadable,
    FeedGone,
    Hint,
    HubClient,
    ReasonNeeded,
    TooManyTries,
    client_for,
)

__all__ = ["BatchUnreadable", "FeedGone", "Hint", "HubClient", "ReasonNeeded", "TooManyTries", "client_for"]
