"""A purchase goes over the wire and back as it was, also where cash was rounded in the customer's favour."""

import json
from datetime import UTC, datetime

import pytest

from clerk_app.domain.orders import BranchNo
from clerk_app.domain.returns.keys import Origin, PurchaseKey
from clerk_app.domain.returns.purchases import BoughtLine, Purchase
from clerk_app.domain.sales import ROUNDING_MAX_MINOR, SaleLine
from clerk_app.domain.tenders import Tender, TenderMethod
from clerk_app.wire.fields import Malformed
from clerk_app.wire.returns import purchase_json, purchase_of


def bought(*, rounding_minor: int) -> Purchase:
    line = SaleLine(line=1, sku="MC-1", quantity=2, unit_price_minor=5_004, total_minor=10_008)
    return Purchase(
        key=PurchaseKey(BranchNo(1), Origin.SALE, "0190f3c2-0000-7000-8000-000000000001"),
        at=datetime(2026, 11, 26, 10, tzinfo=UTC),
        currency="CNY",
        lines=(BoughtLine(line, 2),),
        tenders=(Tender(TenderMethod.CASH, 10_008 + rounding_minor),),
        refunded_minor=(0,),
        rounding_minor=rounding_minor,
        receipt_no="1-ABCDE-7",
    )


@pytest.mark.parametrize("rounding_minor", [-8, 0, 2])
def test_a_purchase_comes_back_as_it_was(rounding_minor: int) -> None:
    told = bought(rounding_minor=rounding_minor)
    assert purchase_of(json.loads(json.dumps(purchase_json(told)))) == told


def test_a_rounding_that_no_coin_explains_is_malformed() -> None:
    with pytest.raises(Malformed, match="rounding_minor"):
        purchase_of(purchase_json(bought(rounding_minor=-ROUNDING_MAX_MINOR - 1)))
