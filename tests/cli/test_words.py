"""What a person at a terminal reads: sentences about the shop, while scripts keep their one word."""

from pathlib import Path

import pytest
import segno

from clerk_app.cli import basket_words, main, words
from clerk_app.domain.basket import BasketRefusal
from clerk_app.domain.codes import ScannedKind, UnknownReason
from clerk_app.domain.orders import PickupStatus
from clerk_app.domain.paying import PayRefusal
from clerk_app.domain.pickup import Disagreement, Refusal
from clerk_app.domain.pricing import PointsRefusal
from clerk_app.domain.reductions import Why
from tests.cli.shop import Shop, code_text


def said(shop: Shop, *given: object) -> tuple[int, list[str]]:
    """Run `clerk …` without --json; returns the exit code and the lines of the answer."""
    shop.capsys.readouterr()
    code = main(["--profile", str(shop.folder), *map(str, given)])
    return code, shop.capsys.readouterr().out.splitlines()


def test_every_reason_has_its_sentence() -> None:
    assert set(words.REFUSALS) == set(Refusal)
    assert set(words.DISAGREEMENTS) == set(Disagreement)
    assert set(words.UNKNOWNS) == set(UnknownReason)
    assert set(words.KINDS) == set(ScannedKind)
    assert set(basket_words.BASKETS) == set(BasketRefusal)
    assert set(basket_words.PAYMENTS) == set(PayRefusal)
    assert set(basket_words.POINTS) == set(PointsRefusal)
    assert set(basket_words.REDUCTIONS) == set(Why)
    for sentence in (*words.REFUSALS.values(), *words.DISAGREEMENTS.values(), *words.UNKNOWNS.values()):
        assert sentence[0].isupper()
        assert "_" not in sentence.replace("phone_tail", "").replace("member_card", "").replace(
            "id_document", ""
        ).replace("card_terminal", ""), "a machine's word, but for the values of an option"


def test_a_refusal_names_the_option_that_helps(shop: Shop) -> None:
    order = shop.street.shop.order()
    due = shop.street.shop.order(paid_minor=40_000)

    nobody, (identity,) = said(shop, "hand-over", order.order_no, "--clerk", "1001")
    unpaid, (balance,) = said(shop, "hand-over", code_text(shop, due.pickup_id), "--clerk", "1001")

    assert (nobody, unpaid) == (1, 1)
    assert "--identity phone_tail, member_card or id_document" in identity
    assert f"{due.balance_due_minor / 100:.2f} CNY are due" in balance
    assert "--paid cash or card_terminal" in balance


def test_a_collected_order_says_when_where_and_by_whom(shop: Shop) -> None:
    order = shop.street.shop.order()
    text = code_text(shop, order.pickup_id)
    assert said(shop, "hand-over", text, "--clerk", "1001", "--collected-by", "Ms Ou")[0] == 0

    _, (scanned,) = said(shop, "scan", text)
    _, (handed,) = said(shop, "hand-over", text, "--clerk", "1001")
    _, (step,) = said(shop, "work", order.order_no, "accept", "--clerk", "1001")

    today = words.moment(shop.counter.till.time.now())[:10]
    for line in (scanned, handed, step):
        assert f"It was collected {today} " in line
        assert "at branch 1" in line
        assert "Till 1" in line
        assert "handed over by 李娜 1001, taken by Ms Ou." in line


def test_a_step_out_of_turn_says_how_the_order_stands(shop: Shop) -> None:
    order = shop.street.shop.order()
    shop.types("sync")

    code, (line,) = said(shop, "work", order.order_no, "accept", "--clerk", "1001")
    unknown, (nothing,) = said(shop, "work", 9_999_999_998, "accept", "--clerk", "1001")

    assert (code, unknown) == (1, 1)
    assert line.endswith("This step does not fit: the order is ready to be collected.")
    assert nothing.endswith("This branch has no such order. Sync first if it is new.")


@pytest.mark.parametrize("op_id", ["nope", "", "01a214b2-6aa0-7603-8bf3-f0a60fa50421"])
def test_an_undo_of_nothing_says_where_the_ids_are(shop: Shop, op_id: str) -> None:
    code, lines = said(shop, "undo", op_id, "--clerk", "1001", "--reason", "wrong box")

    assert code == 1
    assert lines == ["refused: This till has made no hand-over with this id. `clerk outbox` lists its own."]


def test_an_undo_needs_its_reason(shop: Shop) -> None:
    assert said(shop, "undo", "nope", "--clerk", "1001", "--reason", " ") == (1, [])


def test_each_line_begins_with_what_was_given(shop: Shop, tmp_path: Path) -> None:
    order = shop.street.shop.order()
    card = tmp_path / "card.png"
    segno.make("MB0000000018", micro=False).save(str(card), scale=5)
    text, gone = code_text(shop, order.pickup_id), str(tmp_path / "gone.png")

    code, lines = said(shop, "scan", text, card, gone, "4111 1111 1111 1111", "6901234567892", "a\nb")
    alone, (line,) = said(shop, "scan", card)

    assert (code, alone) == (2, 2)
    assert lines[0].startswith(f"{text[:32]}…{text[-4:]}: ready · order ")
    assert lines[1] == f"{card}: unknown: It is a member's card, and no pickup code."
    assert lines[2] == f"{gone}: unknown: There is no such file."
    assert lines[3:] == [
        "(a card): unknown: It looks like a payment card. It was neither kept nor shown.",
        "6901234567892: unknown: It is the number of an article, and no pickup code.",
        "a·b: unknown: It is no code of the shop, no order number and no picture file.",
    ]
    assert line == "unknown: It is a member's card, and no pickup code."


def test_what_is_empty_is_said_to_people_and_not_to_scripts(shop: Shop) -> None:
    assert said(shop, "outbox") == (0, ["The outbox is empty: nothing was done here yet."])
    assert said(shop, "work") == (0, ["The queue is empty."])
    assert shop.types("outbox")[:2] == (0, [])
    assert shop.types("work")[:2] == (0, [])


def test_the_outbox_tells_the_age_as_people_do(shop: Shop) -> None:
    shop.types("work", shop.street.shop.order(status=PickupStatus.NEW).order_no, "accept", "--clerk", "1001")

    assert [words.age(seconds) for seconds in (7, 600, 7_200, 400_000)] == [
        "7 s ago",
        "10 min ago",
        "2 h ago",
        "4 days ago",
    ]
