"""The chain's rules: one row that head office writes, and that tills and channels go by."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, text

from clerk_app.domain.acts import Identity
from clerk_app.domain.aisle.orders import DEPOSIT_PERMILLE
from clerk_app.domain.aisle.promises import COLLECT_DAYS, COLLECT_UNTIL, collect_by
from clerk_app.wire import GLOBAL
from hub import feed, tables
from hub.database import Reader, Transaction

ID = "chain"


@dataclass(frozen=True, slots=True)
class Rules:
    """The defaults are those of a chain that has said nothing."""

    chain_name_zh: str = ""
    chain_name_en: str = ""
    currency: str = "CNY"
    time_zone: str = "Asia/Shanghai"
    phone_country: str = "86"
    prepare_s: int = 2 * 3600  # a branch has this long to make an order ready
    collect_days: int = COLLECT_DAYS
    collect_until: str = COLLECT_UNTIL  # local time on the last day
    identity_methods: tuple[str, ...] = (Identity.PHONE_TAIL.value, Identity.ID_DOCUMENT.value)
    identity_from_minor: int = 50_000
    undo_s: int = 600
    offline_s: int = 4 * 3600
    offline_max_minor: int = 200_000
    idle_lock_s: int = 180
    shelves: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()  # who takes parcels, as the tills offer them
    cash_rounding: Mapping[str, Any] = field(default_factory=dict[str, Any])  # currency → step_minor and mode
    own_discount_permille: int = 100  # of a line's list price: what a clerk may take off alone
    commission_permille: int = 0  # of what a line cost: for the clerk whose sale it was
    hand_over_permille: int = 0  # of what a line cost: for the branch that hands over what another one sold
    deposit_permille: int = DEPOSIT_PERMILLE  # of what is collected elsewhere: to be paid when it is ordered
    on_delivery_max_minor: int = 300_000  # of what is sent: so much a carrier may take for it; 0: nothing
    returns: Mapping[str, Any] = field(default_factory=dict[str, Any])  # `clerk_app.domain.returns.rules`
    points: Mapping[str, int] = field(default_factory=dict[str, int])  # `clerk_app.domain.pricing.PointsRule`

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def collect_by(self, placed_at: datetime) -> datetime:
        """The end of the last day on which an order placed then may be collected."""
        return collect_by(placed_at, zone=self.zone, days=self.collect_days, until=self.collect_until)


def load_rules(reader: Reader) -> Rules:
    """The rules in force. What they do not name stays at its default, and what we do not know is left alone."""
    body = reader.execute(select(tables.rules.c.body).where(tables.rules.c.id == ID)).scalar_one_or_none()
    return rules_of(json.loads(body)) if body else Rules()


def rules_of(body: Mapping[str, Any]) -> Rules:
    known = {name: body[name] for name in Rules.__dataclass_fields__ if name in body}
    for name in ("identity_methods", "shelves", "carriers"):
        if name in known:
            known[name] = tuple(known[name])
    return replace(Rules(), **known)


def store_rules(tx: Transaction, rules: Rules) -> None:
    """Put these rules in force and tell every till. The transaction must have named the global scope."""
    body = feed.json_text({**asdict(rules), "identity_methods": list(rules.identity_methods)})
    tx.execute(
        text("INSERT INTO rules (id, body) VALUES (:id, :body) ON CONFLICT (id) DO UPDATE SET body = excluded.body"),
        {"id": ID, "body": body},
    )
    feed.put_text(tx, GLOBAL, "rules", ID, body)
