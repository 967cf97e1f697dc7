"""One pickup from the order to the second scan, and another one without the network: each step done, measured, told."""

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from clerk_app.desk import pickups, work
from clerk_app.desk.looks import Pickup
from clerk_app.domain.acts import Identity
from clerk_app.domain.operations import Word
from clerk_app.domain.orders import OrderNo, PickupStatus
from clerk_app.domain.pickup import Refusal, last_hand_over
from clerk_app.domain.printed_codes import format_order_no
from clerk_app.domain.roles import Clerk
from clerk_app.domain.verdict import Checked, Verdict
from clerk_app.sync_loop import Link
from ui.formats import clock_time
from ui.story.counter import Counter
from ui.story.customer import Placed, Wish, open_pass, photograph, place_order
from ui.story.hub_process import HubProcess, wait_until

CHANNEL: Final = "wechat"
BRANCH: Final = 1
STEP_WITHIN_S: Final = 15.0
RINGS_WITHIN_S: Final = 1.0
SHELF: Final = "B-07"
PHONE: Final = "+8613800002046"
SIZE: Final = {"products": 80, "members": 40, "orders": 40}

Tell = Callable[[str], None]


class StepFailed(Exception):
    """A step of the story did not come out as it must; the text says which and how."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it was told. `took_ms` is what was measured of it."""

    name: str
    told: str
    took_ms: float


@dataclass(slots=True)
class Story:
    """What has happened so far; the test reads it, a person hears it."""

    out: Path
    tell: Tell
    steps: list[Step] = field(default_factory=list[Step])

    @contextmanager
    def step(self, name: str) -> Generator[list[str]]:
        """Do a step: append to the list what there is to tell of it."""
        started_s, words = time.monotonic(), list[str]()
        yield words
        took_ms = (time.monotonic() - started_s) * 1000
        told = " ".join(words)
        self.steps.append(Step(name, told, took_ms))
        self.tell(f"{len(self.steps):2}  {took_ms:7.0f} ms  {told}")

    def took_ms(self, name: str) -> float:
        return next(step.took_ms for step in self.steps if step.name == name)


@dataclass(frozen=True, slots=True)
class Stage:
    hub: HubProcess
    first: Counter
    second: Counter
    clerk: Clerk
    other: Clerk
    story: Story

    def called(self, clerk: Clerk) -> str:
        """The person's name in the language of the story; the chain's own language is Chinese."""
        return next(str(row["name_en"]) for row in self.hub.made["staff"] if row["badge"] == clerk.badge)


def tell_story(out: Path, *, tell: Tell) -> Story:
    """Tell the story with a real hub process and two tills; its pictures go to `out`. Raises StepFailed."""
    out.mkdir(parents=True, exist_ok=True)
    story = Story(out, tell)
    tell("One pickup, for real: a hub, two tills, a customer. Each step is done as you read it, in the time before it.")
    tell("")
    folder = Path(tempfile.mkdtemp(prefix="clerk-story-"))
    try:
        with _stage(folder, story) as stage:
            _one_pickup(stage)
            _without_network(stage)
            _all_agree(stage)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    tell("")
    tell(f"All of it came true, in {sum(step.took_ms for step in story.steps) / 1000:.0f} s.")
    tell(f"The pass and its photographs are in {out}")
    return story


@contextmanager
def _stage(folder: Path, story: Story) -> Generator[Stage]:
    for name in ("hub", "till-1", "till-2"):
        (folder / name).mkdir()
    with story.step("open") as words:
        hub = HubProcess(folder / "hub")
        hub.make_demo(SIZE)
        hub.start()
        words.append(f"A hub with a made-up chain of baby shops comes up at {hub.url}.")
    counters: list[Counter] = []
    try:
        with story.step("pair") as words:
            for number in (1, 2):
                code = hub.invite(branch=BRANCH, name=f"till {number}")
                counters.append(Counter(folder / f"till-{number}", hub_url=hub.url, code=code))
            synced = wait_until(lambda: all(it.link is Link.ONLINE for it in counters), within_s=STEP_WITHIN_S)
            must(synced, "both tills come online")
            clerk, other = (_sign_in(it, hub.made["staff"], nth) for nth, it in enumerate(counters))
            stage = Stage(hub, counters[0], counters[1], clerk, other, story)
            words.append("Two tills of one branch are paired with it.")
            words.append(f"{stage.called(clerk)} signs in at till 1, {stage.called(other)} at till 2.")
        yield stage
    finally:
        for counter in counters:
            counter.close()
        hub.stop()


def _sign_in(counter: Counter, staff: list[Mapping[str, Any]], nth: int) -> Clerk:
    here = [row for row in staff if row["branch"] == BRANCH and row["role"] in {"clerk", "cashier"}]
    return counter.sign_in(str(here[nth]["badge"]), str(here[nth]["pin"]))


def _one_pickup(stage: Stage) -> None:
    placed = _order(stage)
    _prepare(stage, placed.order_no)
    text = _show_code(stage, placed, name="pass-1")
    pickup = _look(stage, text)
    _hand_over(stage, pickup)
    _scan_again(stage, text)


def _order(stage: Stage) -> Placed:
    story, hub = stage.story, stage.hub
    articles = hub.made["skus"][:2]
    wishes = tuple(Wish(str(row["sku"]), place + 1, int(row["price_minor"])) for place, row in enumerate(articles))
    with story.step("placed") as words:
        sent_s = time.monotonic()
        placed = place_order(hub.url, channel=CHANNEL, key=hub.key_of(CHANNEL), wishes=wishes, phone=PHONE)
        words.append(f"A customer orders 3 pieces on WeChat and pays: order {_no(placed.order_no)}.")
    with story.step("rang") as words:
        must(wait_until(lambda: placed.order_no in stage.first.rang, within_s=STEP_WITHIN_S), "the order rings")
        rang_s = stage.first.rang[placed.order_no].at_s - sent_s
        must(rang_s < RINGS_WITHIN_S, f"it rings within a second, not after {rang_s * 1000:.0f} ms")
        words.append(f"Till 1 rings, {max(0.0, rang_s) * 1000:.0f} ms after the order was sent.")
    return placed


def _prepare(stage: Stage, order_no: int) -> None:
    """Accept, pick and make ready, each step seen at the other till before the next."""
    first, clerk = stage.first, stage.clerk
    till, signed = first.till, f"puts the parcel on shelf {SHELF}. The hub signs its pickup code."
    steps = (
        ("accepted", "accepts it.", PickupStatus.ACCEPTED, lambda: work.accept(till, order_no, clerk=clerk)),
        ("picked", "picks the articles.", PickupStatus.PICKING, lambda: work.picked(till, order_no, clerk=clerk)),
        ("ready", signed, PickupStatus.READY, lambda: work.ready(till, order_no, clerk=clerk, shelf=SHELF)),
    )
    for name, told, status, act in steps:
        with stage.story.step(name) as words:
            outcome = act()
            must(outcome.word is Word.SAVED, f"{name}: {outcome.word} {outcome.reason}")
            first.wake()
            must(stage.second.has(order_no, status, within_s=STEP_WITHIN_S), f"till 2 hears that it is {name}")
            words.append(f"{stage.called(clerk)} {told} Till 2 knows.")


def _show_code(stage: Stage, placed: Placed, *, name: str) -> str:
    story = stage.story
    with story.step(f"{name} drawn") as words:
        code = open_pass(stage.hub.url, placed.pass_url, to=story.out / f"{name}.png")
        photo = photograph(code, to=story.out / f"{name}-photo.png")
        words.append(f"The customer of {_no(placed.order_no)} opens the pass.")
        words.append(f"Its QR code is photographed at an angle: {photo.name}.")
    with story.step(f"{name} read") as words:
        text = stage.first.read_from_camera(photo)
        must(bool(text), "the camera reads the code from the photograph")
        words.append(f"The camera of till 1 reads it: a pickup code of {len(text)} digits.")
    return text


def _look(stage: Stage, text: str) -> Pickup:
    with stage.story.step("look") as words:
        pickup = stage.first.look(text, clerk=stage.clerk)
        must(pickup.verdict is Verdict.READY, f"it may be handed over, not {pickup.verdict} {pickup.reason}")
        must(pickup.checked is Checked.HUB, "the hub was asked")
        assert pickup.order is not None, "a ready verdict has its order"
        words.append(
            f"Till 1 looks, and changes nothing: ready, {pickup.order.remaining} pieces on shelf "
            f"{pickup.order.shelf}, confirmed by the hub."
        )
    return pickup


def _hand_over(stage: Stage, pickup: Pickup) -> None:
    first = stage.first
    with stage.story.step("handed over") as words:
        identity = Identity.PHONE_TAIL if pickup.needs_identity else Identity.NONE
        outcome = pickups.hand_over(first.till, pickup, clerk=stage.clerk, identity=identity)
        must(outcome.word is Word.SAVED, f"it is written down, not {outcome.word} {outcome.reason}")
        first.wake()
        done = wait_until(lambda: first.word_of(outcome.op_id) is Word.DONE, within_s=STEP_WITHIN_S)
        must(done, f"the hub has it, not {first.word_of(outcome.op_id)}")
        asked = "asks for the end of the phone number and " if identity is Identity.PHONE_TAIL else ""
        words.append(f"{stage.called(stage.clerk)} {asked}hands the goods over: done.")


def _scan_again(stage: Stage, text: str) -> None:
    with stage.story.step("refused") as words:
        again = stage.second.look(text, clerk=stage.other)
        must(again.verdict is Verdict.REFUSED, f"till 2 refuses the same code, not {again.verdict}")
        must(again.reason is Refusal.ALREADY_COLLECTED, f"it says that it was collected, not {again.reason}")
        assert again.order is not None, "what was collected here is known here"
        told = last_hand_over(again.order)
        must(told is not None and told.clerk_name == stage.clerk.name, "it says who handed it over")
        assert told is not None, "looked at in the line above"
        at = clock_time(told.at, with_seconds=True)
        by = stage.called(stage.clerk)
        words.append(f"Somebody shows the same code at till 2: refused. Collected at {told.till_name}, {at}, by {by}.")


def _without_network(stage: Stage) -> None:
    """Another order, while the hub is gone. Its pass was opened while there still was a network."""
    first, hub = stage.first, stage.hub
    row = hub.pass_of("ready", branch=BRANCH)
    order_no = int(row["order_no"])
    text = _show_code(stage, Placed(order_no, str(row["pass_url"])), name="pass-2")
    with stage.story.step("cut") as words:
        hub.stop()
        first.wake()
        must(wait_until(lambda: first.link is Link.OFFLINE, within_s=STEP_WITHIN_S), "the till notices")
        words.append("The network is cut: the hub's process is ended. Till 1 says that it is offline.")
    with stage.story.step("saved") as words:
        pickup = first.look(text, clerk=stage.clerk)
        must(pickup.verdict is Verdict.READY, f"it is ready from what is known here, not {pickup.verdict}")
        must(pickup.checked is Checked.CACHE, "the hub could not be asked")
        outcome = pickups.hand_over(first.till, pickup, clerk=stage.clerk)
        must(outcome.word is Word.SAVED and first.waiting == 1, "it is saved, and waits to be sent")
        words.append(f"{_no(order_no)} is handed over all the same: saved at the till, {first.waiting} to send.")
    with stage.story.step("back") as words:
        hub.start()
        first.wake()
        done = wait_until(lambda: first.word_of(outcome.op_id) is Word.DONE, within_s=STEP_WITHIN_S)
        must(done, f"what was saved is done, not {first.word_of(outcome.op_id)}")
        words.append("The network is back. What was saved is sent by itself: done.")


def _all_agree(stage: Stage) -> None:
    """Order by order: what each till has of the branch is what the hub's own list says."""
    with stage.story.step("agree") as words:
        for counter in (stage.first, stage.second):
            counter.wake()
        rows = [json.loads(line) for line in stage.hub.command("order", "list").splitlines()]
        truth = {int(row["order_no"]): str(row["status"]) for row in rows if row["branch"] == BRANCH}
        for counter in (stage.first, stage.second):
            must(
                wait_until(lambda it=counter: it.statuses() == truth, within_s=STEP_WITHIN_S),
                "the till holds of every order what the hub holds",
            )
        words.append(f"Both tills agree with the hub on all {len(truth)} orders of the branch.")


def must(came_true: bool, what: str) -> None:
    """End the story here unless it came true; `what` says how it must be, and if known, how it was instead."""
    if not came_true:
        raise StepFailed(f"This must hold, and did not: {what}.")


def _no(order_no: int) -> str:
    return format_order_no(OrderNo(order_no))
