"""What is typed about goods that are not here."""

import json

import pytest

from clerk_app.domain.catalogue import Product
from clerk_app.domain.gtin import make_gtin
from clerk_app.domain.orders import Method, PickupStatus
from clerk_app.wire import GLOBAL
from hub import branches, products
from tests.cli.shop import Shop
from tests.hub.aisle.chain import WAREHOUSE, a_chain, count


def test_quote_prints_the_offers_of_the_hub_and_ends_with_1_for_none(shop: Shop) -> None:
    a_chain(shop.street.shop)
    count(shop.street.shop, 2, 4)

    code, rows, _ = shop.types("quote", "NB-1", "--quantity", 2)
    nothing, none, _ = shop.types("quote", "NB-1", "--quantity", 5)

    assert (code, nothing, none) == (0, 1, [])
    assert list(rows[0]) == ["rank", "branch", "method", "promise_from", "promise_to", "available", "as_of", "reason"]
    assert (rows[0]["branch"], rows[0]["method"], rows[0]["available"], rows[0]["reason"]) == (
        2,
        "pickup",
        4,
        "only_one",
    )


def test_quote_says_when_nobody_can_say(shop: Shop) -> None:
    shop.counter.cut()

    code, rows, said = shop.types("quote", "NB-1", "--to", "home")

    assert (code, rows) == (3, [])
    assert "Only the hub knows what lies elsewhere" in said
    assert "is kept" not in said, "nothing was done"


@pytest.mark.parametrize(
    ("words", "reason", "sentence"),
    [
        (("NOPE",), "unknown_article", "Nobody in the chain knows an article NOPE"),
        (("02990000000019",), "unknown_article", "Nobody in the chain knows an article 02990000000019"),
        (("NB-1", "--to", 99), "unknown_branch", "The chain has no branch 99. Goods are collected at 1, 2, 3."),
        (("NB-1", "--to", WAREHOUSE), "branch_cannot", "It is a warehouse: choose another branch."),
        (("NB-1", "--to", 1), "branch_is_here", "This is branch 1 门店 Branch itself"),
    ],
)
def test_each_mistake_in_a_quote_has_its_own_word(
    shop: Shop, words: tuple[object, ...], reason: str, sentence: str
) -> None:
    told_chain(shop)

    code, (refused,), said = shop.types("quote", *words)

    assert (code, refused["word"], refused["reason"]) == (1, "refused", reason)
    assert sentence in said


def test_a_quote_is_asked_for_by_a_barcode_as_well(shop: Shop) -> None:
    bib = Product("BB-2", make_gtin("0691234500028"), "围兜", "Bib", 2_933, "CNY")
    told_chain(shop, bib)
    count(shop.street.shop, 2, 4, bib.sku)

    code, rows, _ = shop.types("quote", bib.gtin)

    assert (code, rows[0]["branch"]) == (0, 2)


def test_what_is_noted_to_be_collected_where_nobody_collects_is_refused(shop: Shop) -> None:
    told_chain(shop)

    code, (refused,), _ = shop.types(
        "intent", "add", "NB-1", "--phone", "13800000003", "--collect-at", WAREHOUSE, "--clerk", "1001"
    )

    assert (code, refused["reason"]) == (1, "branch_cannot")


def told_chain(shop: Shop, *more: Product) -> None:
    """The chain, as this till was told of it."""
    a_chain(shop.street.shop)
    with shop.street.shop.database.write(GLOBAL) as tx:
        products.store_products(tx, list(more))
        for no in (1, 2, 3, WAREHOUSE):
            branches.change(tx, no, {"kind": "warehouse" if no == WAREHOUSE else "branch"})
    assert shop.types("sync")[0] == 0


def test_quote_goes_home_or_to_a_branch_and_nowhere_else(shop: Shop) -> None:
    with pytest.raises(SystemExit) as ended:
        shop.types("quote", "NB-1", "--to", "moon")

    assert ended.value.code == 2


def test_an_address_is_kept_by_the_hub_under_an_id_or_each_field_is_told(shop: Shop) -> None:
    typed = {"name": "林晓", "phone": "138 0000 0003", "region": "浙江省 杭州市", "street": "糯米街 18 号"}

    code, (row,), _ = shop.types("address", json.dumps(typed))
    refused, (told,), _ = shop.types("address", json.dumps({**typed, "phone": "call me"}))

    assert (code, row["word"], len(row["address"])) == (0, "done", 36)
    assert (refused, told["reason"]) == (1, "invalid_address")
    assert told["errors"] == [{"field": "phone", "error": "not_a_phone"}]


def test_a_wish_is_noted_listed_given_up_and_its_slip_is_no_order(shop: Shop) -> None:
    shop.counter.cut()

    _, (noted,), _ = shop.types(
        "intent", "add", "NB-1:2", "--phone", "13800000003", "--name", "林晓", "--clerk", "1001"
    )
    _, listed, _ = shop.types("intent", "list")
    _, (slip,), _ = shop.types("intent", "slip", noted["intent"])
    code, (ended,), _ = shop.types("intent", "give-up", noted["intent"], "--reason", "bought elsewhere")
    again, (refused,), _ = shop.types("intent", "give-up", noted["intent"], "--reason", "twice")

    assert [(row["intent"], row["state"], row["lines"][0]["quantity"]) for row in listed] == [
        (noted["intent"], "waiting", 2)
    ]
    assert "不是订单" in slip["text"]
    assert (code, ended["state"]) == (0, "given_up")
    assert (again, refused["reason"]) == (1, "intent_over")
    assert shop.types("intent", "list")[1] == []


def test_a_parcel_is_packed_and_given_to_the_carrier(shop: Shop) -> None:
    order = shop.street.shop.order(status=PickupStatus.NEW, method=Method.SHIP)
    shop.types("sync")

    shop.types("work", order.order_no, "packed", "--parcels", 2, "--clerk", "1001")
    unnamed, (refused,), _ = shop.types("work", order.order_no, "sent", "--clerk", "1001")
    numbers = ("--tracking", "SF1", "--tracking", "SF2")
    code, (sent,), _ = shop.types("work", order.order_no, "sent", "--carrier", "SF", *numbers, "--clerk", "1001")

    assert (unnamed, refused["reason"]) == (1, "carrier_needed")
    assert (code, sent["word"]) == (0, "done")
    told = shop.street.shop.till(branch=1).order(order.order_no)
    assert (told["status"], told["parcels"], told["tracking"]) == ("with_carrier", 2, ["SF1", "SF2"])
