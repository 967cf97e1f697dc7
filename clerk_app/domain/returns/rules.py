"""What the chain says of returns: the reasons to choose from, and what a clerk may do without a manager or the hub."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, cast

from clerk_app.domain import bodies
from clerk_app.domain.bodies import MalformedAct
from clerk_app.domain.money import AMOUNT_MAX_MINOR

CODE_MAX: Final = 32
_REASONS_MAX: Final = 40
_DAYS_MAX: Final = 3_650


@dataclass(frozen=True, slots=True)
class Reason:
    code: str
    name_zh: str
    name_en: str


REASONS: Final = (
    Reason("not_wanted", "不想要了", "Not wanted after all"),
    Reason("wrong_size", "尺码不合", "Wrong size"),
    Reason("wrong_article", "发错商品", "Wrong article sent"),
    Reason("not_as_described", "与描述不符", "Not as described"),
    Reason("defective", "质量问题", "Defective"),
    Reason("damaged", "运输损坏", "Damaged on the way"),
    Reason("other", "其他", "Something else"),
)


@dataclass(frozen=True, slots=True)
class ReturnRules:
    """The defaults are those of a chain that has said nothing."""

    reasons: tuple[Reason, ...] = REASONS
    days: int = 30  # from the purchase; later a manager decides
    manager_from_minor: int = 100_000  # from so much on a manager is asked
    offline_max_minor: int = 50_000  # more than that no till gives back without the hub
    coupons_back: bool = True  # once all of a purchase is back

    def reason(self, code: str) -> Reason | None:
        return next((it for it in self.reasons if it.code == code), None)

    @property
    def window(self) -> timedelta:
        return timedelta(days=self.days)


def return_rules_of(said: object) -> ReturnRules:
    """Of `{"reasons": [{"code", "name_zh", "name_en"}], "days", "manager_from_minor", "offline_max_minor",
    "coupons_back"}`, all of which may be missing. What cannot be read is as if it were not said.
    """
    usual = ReturnRules()
    if not isinstance(said, dict):
        return usual
    rules = cast(dict[str, Any], said)
    back = rules.get("coupons_back")
    return ReturnRules(
        reasons=_reasons(rules) or usual.reasons,
        days=_whole(rules, "days", _DAYS_MAX, usual.days),
        manager_from_minor=_whole(rules, "manager_from_minor", AMOUNT_MAX_MINOR, usual.manager_from_minor),
        offline_max_minor=_whole(rules, "offline_max_minor", AMOUNT_MAX_MINOR, usual.offline_max_minor),
        coupons_back=back if isinstance(back, bool) else usual.coupons_back,
    )


def _reasons(rules: Mapping[str, Any]) -> tuple[Reason, ...]:
    try:
        return bodies.rows(rules, "reasons", _reason, high=_REASONS_MAX)
    except MalformedAct:
        return ()


def _reason(row: Mapping[str, Any]) -> Reason:
    code = bodies.said(row, "code")
    if len(code) > CODE_MAX:
        raise MalformedAct(f"code: at most {CODE_MAX} characters are needed")
    return Reason(code, bodies.text(row, "name_zh"), bodies.text(row, "name_en"))


def _whole(rules: Mapping[str, Any], name: str, high: int, otherwise: int) -> int:
    try:
        return bodies.number(rules, name, high=high)
    except MalformedAct:
        return otherwise
