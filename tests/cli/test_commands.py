"""Every command at a paired till: what it prints, and how it ends."""

import json
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
import segno
from sqlalchemy import insert, select

from clerk_app.cli import main
from clerk_app.domain.orders import PickupStatus
from clerk_app.wire import scope_of
from hub import feed, tables
from hub.staff import verifier_of
from tests.proxy import Fault
from tests.sync.counter import Counter, Street, a_street

PIN, BOSS_PIN = "482915", "739164"


class Shop:
    """A till's folder, and the commands that are typed at it."""

    def __init__(self, street: Street, counter: Counter, capsys: pytest.CaptureFixture[str]) -> None:
        self.street, self.counter, self.capsys = street, counter, capsys
        self.folder = counter.till.folder

    def types(self, *words: object) -> tuple[int, list[dict[str, Any]], str]:
        """Run `clerk --json …`; returns the exit code, the rows, and what was said beside them."""
        self.capsys.readouterr()
        code = main(["--json", "--profile", str(self.folder), *map(str, words)])
        out, err = self.capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Generator[Shop]:
    monkeypatch.setenv("CLERK_PIN", PIN)
    with a_street(tmp_path) as street:
        with street.shop.database.write(scope_of(1)) as tx:
            for badge, role, pin in (("1001", "clerk", PIN), ("1009", "manager", BOSS_PIN)):
                row = {
                    "name_zh": "李娜",
                    "name_en": "Li Na",
                    "role": role,
                    "pin_verifier": verifier_of(pin),
                    "active": True,
                }
                if badge == "1009":
                    tx.execute(insert(tables.staff), {"branch": 1, "badge": badge, **row})
                feed.put(tx, scope_of(1), "staff", badge, {"badge": badge, **row})
        shop = Shop(street, street.till(), capsys)
        assert shop.types("sync")[0] == 0
        yield shop


def code_text(shop: Shop, pickup_id: str) -> str:
    columns = tables.pickup_code.c
    with shop.street.shop.database.read() as reader:
        return reader.execute(select(columns.text).where(columns.pickup_id == pickup_id)).scalar_one()


def test_a_picture_of_the_code_is_scanned_handed_over_undone_and_handed_over_again(shop: Shop, tmp_path: Path) -> None:
    order = shop.street.shop.order()
    picture = tmp_path / "code.png"
    segno.make(code_text(shop, order.pickup_id), error="m").save(str(picture), scale=4)

    scanned, (row,), _ = shop.types("scan", picture)
    done, (handed,), _ = shop.types("hand-over", picture, "--clerk", "1001")
    again, (refused,), _ = shop.types("scan", picture)
    twice, (no,), _ = shop.types("hand-over", picture, "--clerk", "1001")
    undone, (undo,), _ = shop.types("undo", handed["op_id"], "--clerk", "1001", "--reason", "wrong box")
    ready, _, _ = shop.types("scan", picture)

    assert scanned == 0
    assert {name: row[name] for name in row if name != "as_of"} == {
        "input": str(picture),
        "kind": "pickup_code",
        "verdict": "ready",
        "reason": None,
        "order_no": order.order_no,
        "pickup_id": order.pickup_id,
        "checked": "hub",
    }
    assert (done, handed["word"], handed["order_no"], handed["reason"]) == (0, "done", order.order_no, None)
    assert (again, refused["verdict"], refused["reason"]) == (1, "refused", "already_collected")
    assert (twice, no["word"], no["reason"]) == (1, "refused", "already_collected")
    assert (undone, undo["word"]) == (0, "done")
    assert ready == 0


def test_without_the_hub_a_hand_over_is_saved_and_sent_by_the_next_sync(shop: Shop) -> None:
    order = shop.street.shop.order()
    shop.types("sync")
    shop.counter.line.fault = Fault.DOWN
    text = code_text(shop, order.pickup_id)

    unreachable, rows, sentence = shop.types("sync")
    _, (row,), _ = shop.types("scan", text)
    saved, (handed,), _ = shop.types("hand-over", text, "--clerk", "1001")
    shop.counter.mend()
    _, (report,), _ = shop.types("sync")
    _, (entry,), _ = shop.types("outbox")

    assert (unreachable, rows) == (3, [])
    assert sentence.startswith("The hub cannot be reached")
    assert row["checked"] == "cache"
    assert (saved, handed["word"]) == (0, "saved")
    assert (report["sent"], report["outbox"]) == (1, 0)
    assert (entry["op_id"], entry["word"]) == (handed["op_id"], "done")


def test_part_of_an_order_and_a_typed_number_need_what_the_rules_ask(shop: Shop) -> None:
    order = shop.street.shop.order()

    nobody, (refused,), _ = shop.types("hand-over", order.order_no, "--clerk", "1001")
    part, (handed,), _ = shop.types(
        "hand-over", order.order_no, "--clerk", "1001", "--identity", "id_document", "--lines", "1:1"
    )
    shop.types("sync")

    assert (nobody, refused["reason"]) == (1, "identity_needed")
    assert (part, handed["word"]) == (0, "done")
    _, (row, *_), _ = shop.types("work")
    assert (row["order_no"], row["remaining"]) == (order.order_no, 2)


def test_a_balance_due_is_paid_at_the_till(shop: Shop) -> None:
    order = shop.street.shop.order(paid_minor=40_000)
    text = code_text(shop, order.pickup_id)

    due, (row,), _ = shop.types("scan", text)
    unpaid, (refused,), _ = shop.types("hand-over", text, "--clerk", "1001")
    paid, (handed,), _ = shop.types("hand-over", text, "--clerk", "1001", "--paid", "cash")

    assert (due, row["verdict"], row["reason"]) == (0, "ready", "balance_due")
    assert (unpaid, refused["reason"]) == (1, "balance_due")
    assert (paid, handed["word"]) == (0, "done")


def test_a_manager_approves_what_the_hub_cannot_be_asked_about(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    order = shop.street.shop.order()
    shop.counter.line.fault = Fault.DOWN
    text = code_text(shop, order.pickup_id)
    approved = ("--approved-by", "1009", "--reason", "parcel is here")

    ask, (row,), _ = shop.types("scan", text)
    alone, (refused,), _ = shop.types("hand-over", text, "--clerk", "1001", "--lines", "1:2,2:1")
    monkeypatch.setenv("CLERK_APPROVER_PIN", BOSS_PIN)
    saved, (handed,), _ = shop.types("hand-over", text, "--clerk", "1001", "--lines", "1:2,2:1", *approved)
    shop.counter.mend()
    shop.types("sync")

    assert (ask, row["verdict"], row["reason"]) == (1, "ask_manager", "not_in_cache")
    assert (alone, refused["reason"]) == (1, "approval_needed")
    assert (saved, handed["word"]) == (0, "saved")
    assert shop.types("outbox")[1][0]["word"] == "done"
    assert shop.street.hand_overs(order) == 1


def test_the_queue_is_worked_from_new_to_ready(shop: Shop) -> None:
    order = shop.street.shop.order(status=PickupStatus.NEW)
    shop.types("sync")

    words = [
        shop.types("work", order.order_no, step, "--clerk", "1001")[1][0]["word"]
        for step in ("accept", "picked", "ready")
    ]
    late, (refused,), _ = shop.types("work", order.order_no, "accept", "--clerk", "1001")
    unknown, _, sentence = shop.types("work", 9_999_999_998, "accept", "--clerk", "1001")

    assert words == ["done"] * 3
    assert (late, refused["word"], refused["reason"]) == (1, "refused", "out_of_step")
    assert (unknown, sentence) == (1, "This branch has no such order. Sync first if it is new.\n")
    assert shop.types("work")[1][0]["column"] == "ready"


def test_what_is_no_pickup_code_is_named_and_ends_with_two(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "torn.png").write_bytes(b"\x89PNG\r\n")

    code, rows, _ = shop.types("scan", "6901234567892", "hello", tmp_path / "torn.png", "K7M29XQ9")

    assert code == 2
    assert [(row["kind"], row["verdict"]) for row in rows] == [
        ("gtin", "unknown"),
        ("unknown", "unknown"),
        ("unknown", "unknown"),
        ("short_code", "unknown"),
    ]
    assert [row["reason"] for row in rows] == [
        "not_a_pickup_code",
        "not_recognised",
        "unreadable",
        "unknown_short_code",
    ]


def test_what_cannot_be_handed_over_is_refused_in_a_word(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "torn.png").write_bytes(b"\x89PNG\r\n")

    torn = shop.types("hand-over", tmp_path / "torn.png", "--clerk", "1001")
    hello = shop.types("hand-over", "hello", "--clerk", "1001")
    milk = shop.types("hand-over", "6901234567892", "--clerk", "1001")

    assert (torn[0], torn[1]) == (1, [{"word": "refused", "reason": "unreadable"}])
    for code, (row,), _ in (hello, milk):
        assert (code, row["word"], row["reason"]) == (1, "refused", "not_a_pickup_code")


def test_a_line_named_twice_is_taken_together(shop: Shop) -> None:
    order = shop.street.shop.order()
    text = code_text(shop, order.pickup_id)
    line = order.lines[0].line

    code, (row,), _ = shop.types("hand-over", text, "--clerk", "1001", "--lines", f"{line}:1,{line}:999")

    assert (code, row["reason"]) == (1, "more_than_remains")


def test_a_picture_that_cannot_be_opened_does_not_hide_the_others(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "torn.png").write_bytes(b"\x89PNG\r\n")
    segno.make("MB0000000018", micro=False).save(str(tmp_path / "card.png"), scale=5)

    some, (torn, card), _ = shop.types("decode", tmp_path / "torn.png", tmp_path / "card.png")
    none, _, _ = shop.types("decode", tmp_path / "torn.png")

    assert (some, none) == (0, 1)
    assert torn["codes"] == []
    assert torn["error"]
    assert len(card["codes"]) == 1


def test_codes_in_pictures_are_told_with_their_formats(shop: Shop, tmp_path: Path) -> None:
    segno.make("MB0000000018", micro=False).save(str(tmp_path / "card.png"), scale=5)

    code, (row,), _ = shop.types("decode", tmp_path / "card.png")

    assert code == 0
    assert row["codes"] == [{"format": "QRCode", "text": "MB0000000018"}]
    assert row["ms"] > 0


def test_a_wrong_pin_is_told_and_nothing_happens(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    order = shop.street.shop.order()
    monkeypatch.setenv("CLERK_PIN", "000000")

    wrong, rows, sentence = shop.types("hand-over", order.order_no, "--clerk", "1001")
    nobody, _, unknown = shop.types("hand-over", order.order_no, "--clerk", "7777")

    assert (wrong, sentence) == (1, "This PIN is wrong.\n")
    assert rows == [{"word": "refused", "reason": "wrong_pin"}]
    assert (nobody, unknown) == (1, "Nobody at this branch has this badge. Sync first if they are new.\n")
    assert shop.types("outbox")[1] == []


def test_a_computer_that_is_no_till_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--profile", str(tmp_path / "nothing"), "sync"])

    assert code == 2
    assert "not paired yet" in capsys.readouterr().err

    code = main(["--json", "--profile", str(tmp_path / "nothing"), "sync"])

    assert code == 2
    assert "not paired yet" in json.loads(capsys.readouterr().out)["error"]


def test_the_doctor_finds_what_works_and_what_does_not(shop: Shop, tmp_path: Path) -> None:
    segno.make("anything", micro=False).save(str(tmp_path / "view.png"), scale=5)

    well, rows, _ = shop.types("doctor", "--camera", tmp_path / "view.png")
    shop.counter.line.fault = Fault.PORTAL
    ill, later, _ = shop.types("doctor", "--camera", "none")

    assert [row["check"] for row in rows] == ["camera", "hub", "clock", "disk", "keyring", "database", "libraries"]
    assert (well, [row["check"] for row in rows if not row["ok"]]) == (0, [])
    assert (ill, [row["check"] for row in later if not row["ok"]]) == (1, ["camera", "hub"])
    assert all(row["remedy"] for row in later if not row["ok"])


@pytest.mark.skipif(os.name != "posix", reason="Windows guards a profile by the account's own rules")
def test_the_doctor_finds_what_other_accounts_can_open(shop: Shop) -> None:
    (shop.folder / "ledger.db").chmod(0o644)

    code, rows, _ = shop.types("doctor", "--camera", "none")

    disk = next(row for row in rows if row["check"] == "disk")
    assert (code, disk["ok"], disk["found"]) == (1, False, "other accounts can open ledger.db")
    assert disk["remedy"].startswith("Type: chmod -R go-rwx ")


def test_a_damaged_ledger_is_mended_and_forgets_nothing(shop: Shop) -> None:
    order = shop.street.shop.order()
    shop.types("hand-over", code_text(shop, order.pickup_id), "--clerk", "1001")
    _, before, _ = shop.types("outbox")
    shop.counter.till.close()
    (shop.folder / "ledger.db").write_bytes(b"this was a ledger" * 500)

    code, after, _ = shop.types("outbox")
    shop.types("sync")
    _, at_last, _ = shop.types("outbox")

    assert code == 0
    assert [row["op_id"] for row in after] == [row["op_id"] for row in before]
    assert [row["word"] for row in at_last] == [row["word"] for row in before]


def test_a_damaged_ledger_without_its_journal_is_said_and_left_alone(shop: Shop) -> None:
    shop.counter.till.close()
    for name in ("ledger.db-wal", "ledger.db-shm"):
        (shop.folder / name).unlink(missing_ok=True)
    (shop.folder / "ledger.db").write_bytes(b"this was a ledger" * 500)
    (shop.folder / "ledger.journal").write_bytes(b"and this its journal" * 500)

    code, _, sentence = shop.types("outbox")

    assert code == 1
    assert "damaged" in sentence
    assert (shop.folder / "ledger.db").read_bytes().startswith(b"this was a ledger")


def test_no_name_and_no_code_is_in_the_log(shop: Shop) -> None:
    order = shop.street.shop.order()
    text = code_text(shop, order.pickup_id)
    shop.types("hand-over", text, "--clerk", "1001", "--collected-by", "欧阳娜娜")

    written = "".join(path.read_text(encoding="utf-8") for path in (shop.folder / "logs").glob("*"))

    assert text not in written
    assert "欧阳娜娜" not in written
    with shop.counter.till.ledger.read() as kept:
        assert "欧阳娜娜".encode() in kept.exec_driver_sql("SELECT envelope FROM operations").scalar_one()


def test_products_are_found_by_whatever_is_typed(shop: Shop) -> None:
    body = {
        "sku": "NF-1",
        "gtin": "",
        "name_zh": "奶粉盒",
        "name_en": "Milk box",
        "price_minor": 1990,
        "currency": "CNY",
    }
    with shop.street.shop.database.write("global") as tx:
        feed.put(tx, "global", "product", "NF-1", body)
    assert shop.types("sync")[0] == 0

    found = [shop.types("search", typed) for typed in ("奶", "naifen", "nfh", "nf-1", "milk")]

    assert [(code, [row["sku"] for row in rows]) for code, rows, _ in found] == [(0, ["NF-1"])] * 5
    assert shop.types("search", "没有")[:2] == (1, [])
