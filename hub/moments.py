"""Moments as the tables keep them: UTC milliseconds as integers, which compare alike on every engine."""

from datetime import UTC, datetime


def ms_of(at: datetime) -> int:
    """Milliseconds since 1970."""
    return int(at.timestamp() * 1000)


def time_of_ms(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
