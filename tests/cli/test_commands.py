"""Every command at a paired till: what it prints, and how it ends."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import segno

from clerk_app.cli import main
from clerk_app.domain.orders import PickupStatus
from clerk_app.wire import GLOBAL
from hub import feed
from hub.rules import Rules, store_rules
from tests.cli.shop import BOSS_PIN, Shop, code_text
from tests.proxy import Fault


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
        shop.types("work", order.order_no, *step, "--clerk", "1001")[1][0]["word"]
        for step in (("accept",), ("picked",), ("ready", "--shelf", "A-01"))
    ]
    late, (refused,), _ = shop.types("work", order.order_no, "accept", "--clerk", "1001")
    unknown, (no,), _ = shop.types("work", 9_999_999_998, "accept", "--clerk", "1001")

    assert words == ["done"] * 3
    assert (late, refused["word"], refused["reason"]) == (1, "refused", "out_of_step")
    assert (unknown, no["reason"]) == (1, "unknown_order")
    row = shop.types("work")[1][0]
    assert (row["column"], row["shelf"]) == ("ready", "A-01")


def test_an_order_is_ready_only_when_it_is_picked_and_lies_on_a_shelf_of_the_branch(shop: Shop) -> None:
    with shop.street.shop.database.write(GLOBAL) as tx:
        store_rules(tx, Rules(shelves=("A-01", "A-02")))
    order = shop.street.shop.order(status=PickupStatus.NEW)
    shop.types("sync")
    ready = ("work", order.order_no, "ready", "--clerk", "1001", "--shelf")
    shop.types("work", order.order_no, "accept", "--clerk", "1001")

    unpicked, (first,), pick = shop.types(*ready, "A-01")
    shop.types("work", order.order_no, "picked", "--clerk", "1001")
    elsewhere, (second,), other = shop.types(*ready, "Z-99")
    done, (third,), _ = shop.types(*ready, "A-02")
    twice, (fourth,), _ = shop.types(*ready, "A-02")

    assert (unpicked, elsewhere, done, twice) == (1, 1, 0, 1)
    assert [row["reason"] for row in (first, second, fourth)] == ["not_picked", "unknown_shelf", "out_of_step"]
    assert third["word"] == "done"
    assert pick.startswith("Still to pick: 3 pieces.")
    assert other.startswith("There is no shelf Z-99 here.")
    assert [row["kind"] for row in shop.types("outbox")[1]] == ["work.ready", "work.picked", "work.accepted"]


def test_where_no_shelf_is_said_the_order_lies_on_the_emptiest(shop: Shop) -> None:
    with shop.street.shop.database.write(GLOBAL) as tx:
        store_rules(tx, Rules(shelves=("A-01", "A-02")))
    orders = [shop.street.shop.order(status=PickupStatus.NEW) for _ in range(3)]
    shop.types("sync")

    ends = [
        shop.types("work", order.order_no, step, "--clerk", "1001")
        for order in orders
        for step in ("accept", "picked", "ready")
    ]

    assert [code for code, _, _ in ends] == [0] * 9
    assert [rows[0]["shelf"] for _, rows, _ in ends[2::3]] == ["A-01", "A-02", "A-01"], "it says where to lay it"
    shelves = {row["order_no"]: row["shelf"] for row in shop.types("work")[1]}
    assert [shelves[order.order_no] for order in orders] == ["A-01", "A-02", "A-01"]


def test_an_order_is_not_given_back_without_a_reason(shop: Shop) -> None:
    order = shop.street.shop.order(status=PickupStatus.NEW)
    shop.types("sync")

    code, (row,), said = shop.types("work", order.order_no, "reject", "--clerk", "1001")

    assert (code, row["word"], row["reason"]) == (1, "refused", "reason_needed")
    assert said == "Say why: --reason TEXT\n"


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
    assert (well, faults(rows)) == (0, [])
    assert (ill, faults(later)) == (1, ["hub"])
    assert all(row["remedy"] for row in later if row["level"] != "ok")


def faults(rows: list[dict[str, Any]]) -> list[str]:
    assert all(row["ok"] is (row["level"] != "fault") for row in rows)
    return [row["check"] for row in rows if row["level"] == "fault"]


def test_a_till_without_a_camera_is_well(shop: Shop) -> None:
    code, (row, *_), _ = shop.types("doctor", "--camera", "none")
    shop.capsys.readouterr()
    main(["--profile", str(shop.folder), "doctor", "--camera", "none"])
    first = shop.capsys.readouterr().out.splitlines()[0]

    assert (code, row["level"]) == (0, "note")
    assert first == "note  camera     absent — A hand scanner will do; or plug a camera in."


@pytest.mark.parametrize("camera", ["nothere.mp4", "ftp://camera", "http://127.0.0.1:1/stream"])
def test_a_camera_that_was_named_and_is_not_there_is_a_fault(shop: Shop, camera: str) -> None:
    code, rows, _ = shop.types("doctor", "--camera", camera)

    assert (code, faults(rows)) == (1, ["camera"])
    assert rows[0]["remedy"]


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


def test_a_search_tells_the_price_of_now_and_what_is_free_here(shop: Shop) -> None:
    ended = {"price_minor": 1, "valid_from": "2020-01-01T00:00:00Z", "valid_until": "2020-01-02T00:00:00Z"}
    begun = {"price_minor": 1790, "valid_from": "2020-01-01T00:00:00Z"}
    names = {"gtin": "02990000000018", "name_zh": "奶粉盒", "name_en": "Milk box", "currency": "CNY"}
    counted = {"sku": "NF-1", "on_hand": 5, "reserved": 2, "safety": 1, "changed_at": "2026-11-22T11:00:00.000Z"}
    with shop.street.shop.database.write("global", "branch:1", rows=2) as tx:
        for sku in ("NF-1", "NF-2"):
            feed.put(tx, "global", "product", sku, {"sku": sku, **names, "price_minor": 1990, "prices": [ended, begun]})
        feed.put(tx, "branch:1", "stock", "NF-1", counted)
    assert shop.types("sync")[0] == 0

    code, rows, _ = shop.types("search", "nf-1")
    limited = shop.types("search", "奶粉", "--limit", "1")

    assert code == 0
    assert rows[0].pop("as_of") is not None
    assert rows == [
        {
            "sku": "NF-1",
            "name": "奶粉盒",
            "gtin": "02990000000018",
            "price_minor": 1790,
            "currency": "CNY",
            "available": 2,
        }
    ]
    assert len(limited[1]) == 1
