"""Finding a member and looking at one: what is known here at once, what only head office knows when it is asked."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QMetaMethod, QObject, Signal, Slot

from clerk_app.desk import articles, enrolment, members
from clerk_app.desk.enrolment import Draft
from clerk_app.desk.members import Found, OpenMember
from clerk_app.domain.codes import MemberCard
from clerk_app.domain.members import WhyNotEnrolled
from clerk_app.domain.operations import Word
from clerk_app.errors import DatabaseBusy, DiskFull, HubUnreachable, Why
from clerk_app.hub_client import HubClient, ReasonNeeded
from clerk_app.till import Till
from clerk_app.wire import Revealed
from ui.chain import branch_name
from ui.members import words
from ui.members.asking import Asking, For, question_of
from ui.members.notes import (
    WHY_NOT_ENROLLED,
    asking_note,
    enrolled_note,
    no_hits_note,
    refused_note,
    silent_note,
    waiting_note,
)
from ui.members.screen import MemberPart, MembersScreen, Note
from ui.messages import Text, say
from ui.session import Session
from ui.theme import State
from ui.threads import run_in_background

log = logging.getLogger(__name__)

SHOWN_FOR = timedelta(seconds=words.SHOWN_FOR_S)


@dataclass(frozen=True, slots=True)
class _InFull:
    """Kept only while it may be seen. It hides by this till's own clock, which may differ from the hub's."""

    revealed: Revealed
    until: datetime


class MembersPresenter(QObject):
    """
    Signals:
        changed: the view should now show this MembersScreen.
        opened: a member is shown: the page should be.
        article_wanted: this SKU should be looked at.
        order_wanted: this order number should be opened as a pickup.
        card_wanted: this card should be taken as if it was scanned.
        basket_wanted: a basket should begin with this member (a `domain.members.Member`).
        enrolling: the sheet should open.
        acted: something new is in the outbox.
        sounded, became: what became of it, to be heard and in words.
    """

    changed = Signal(MembersScreen)
    opened = Signal()
    article_wanted = Signal(str)
    order_wanted = Signal(object)  # an OrderNo has ten digits, too many for a C++ int
    card_wanted = Signal(str)
    basket_wanted = Signal(object)
    enrolling = Signal()
    acted = Signal()
    sounded = Signal(State)
    became = Signal(State, str)

    def __init__(self, till: Till, session: Session, hub: HubClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session, self._hub = till, session, hub
        self._query = ""
        self._found: Found | None = None
        self._selected = ""
        self._open: OpenMember | None = None
        self._full: _InFull | None = None
        self._note: Note | None = None
        self._asking: Asking | None = None
        self._asked_no = 0
        self._enrolled = ""  # the operation whose answer is awaited
        self._is_online = self._is_here = False
        self.screen = MembersScreen()

    # ------------------------------------------------------------------------------------------------- finding

    @Slot(str)
    def type(self, text: str) -> None:
        """Find among those of this branch, with each key."""
        self._asked_no += 1  # what is asked meanwhile is answered to nobody
        self._query, self._note, self._selected = text, None, ""
        self._found = members.find(self._till, text) if text.strip() else None
        self._show()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go so many down the list, or up; nobody is chosen before."""
        ids = [hit.member for hit in self.screen.hits]
        if ids:
            place = ids.index(self._selected) + by if self._selected in ids else (0 if by > 0 else len(ids) - 1)
            self._selected = ids[max(0, min(place, len(ids) - 1))]
            self._show()

    @Slot()
    def submit(self) -> None:
        """Enter: the one who was found or chosen is opened; of several nobody is, before one was chosen."""
        hits = self.screen.hits
        if len(hits) == 1 or self._selected:
            self.open(self._selected or hits[0].member)
        elif self.screen.can_ask:
            self.ask_hub()

    @Slot(str)
    def open(self, number: str) -> None:
        found = members.open_member(self._till, number)
        if found is not None:
            self._open_member(found)

    @Slot(object)
    def open_card(self, card: MemberCard) -> None:
        """A card from the counter: the member's page, or the words that they are not known here."""
        self.seek()
        self.type(card.number)
        found = members.open_member(self._till, card.number)
        if found is not None:
            self._open_member(found)
        else:
            self.opened.emit()
            self.ask_hub()

    @Slot()
    def ask_hub(self, reason: str = "") -> None:
        """Ask about members whom this branch does not know, or about the one who is open once more."""
        text = self._open.member.member if self._open else self._query
        if not self._is_online or self._session.locked or not text:
            return
        self._asked_no += 1
        number, badge = self._asked_no, self._session.acting.badge
        if self._open is None:
            self._note = asking_note()
        self._show()
        till, hub = self._till, self._hub
        run_in_background(
            lambda: (number, members.ask_hub(till, hub, text, clerk=badge, reason=reason)),
            done=self._hear,
            failed=self._not_heard,
        )

    @Slot(object)
    def _hear(self, told: tuple[int, tuple[OpenMember, ...]]) -> None:
        number, heard = told
        if number != self._asked_no:
            return
        self._note = None
        if heard:
            self._open_member(heard[0])
        elif self._open is None:
            self._note = Note("member", say(Text.MB_NOBODY_ANYWHERE), say(Text.MB_NOBODY_ANYWHERE_WHY))
            self._show()

    @Slot(Exception)
    def _not_heard(self, error: Exception) -> None:
        if isinstance(error, ReasonNeeded):
            self._note, self._asking = None, Asking(For.LOOKING)
            self._show()
            return
        log.info("the hub did not say who it is: %s", type(error).__name__)
        if self._open is None:
            self._note = silent_note()
            self._show()

    # ------------------------------------------------------------------------------------------------- looking

    def _open_member(self, found: OpenMember) -> None:
        self._hide()
        self._open, self._note, self._asking = found, None, None
        self._show()
        self.became.emit(State.DONE, found.member.name_masked)
        self.opened.emit()

    @Slot()
    def seek(self) -> None:
        """Back to finding one; what was typed goes."""
        self._asked_no += 1
        self._hide()
        self._open = self._found = self._note = self._asking = None
        self._query = self._selected = ""
        self._show()

    @Slot()
    def enter(self) -> None:
        """The page is shown."""
        self._is_here = True
        self.refresh()

    @Slot()
    def leave(self) -> None:
        """Another page is shown, or the till is locked: nothing stays in full, and no question open."""
        self._is_here = False
        self._hide()
        self._asking = None
        self._show()

    @Slot()
    def open_orders(self) -> None:
        """The one order that waits here is opened; of several the counter asks which."""
        part = self.screen.member
        if part is not None and len(part.orders) == 1:
            self.order_wanted.emit(part.orders[0])
        elif part is not None:
            self.card_wanted.emit(part.member)

    @Slot()
    def start_basket(self) -> None:
        if self._open is not None:
            self.basket_wanted.emit(self._open.member)

    # ------------------------------------------------------------------------------------------ showing in full

    @Slot()
    def ask_to_show(self) -> None:
        """Name and phone in full, or hidden again."""
        if self._full is not None:
            self._hide()
            self._show()
        elif self._open is not None and self._is_online:
            self._asking = Asking(For.SHOWING)
            self._show()

    @Slot(str)
    def choose_reason(self, reason: str) -> None:
        if self._asking is not None:
            self._asking = replace(self._asking, chosen=reason)
            self._show()

    @Slot(str)
    def type_reason(self, typed: str) -> None:
        if self._asking is not None:
            self._asking = replace(self._asking, typed=typed)
            self._show()

    @Slot()
    def dismiss(self) -> None:
        self._asking = None
        self._show()

    @Slot()
    def confirm(self) -> None:
        asking = self._asking
        if asking is None or not asking.reason:
            return
        self._asking = None
        if asking.what is For.LOOKING:
            self.ask_hub(asking.reason)
        elif self._open is not None:
            self._reveal(self._open.member.member, asking.reason)
        self._show()

    def _reveal(self, number: str, reason: str) -> None:
        hub, badge = self._hub, self._session.acting.badge
        run_in_background(
            lambda: (number, members.reveal(hub, number, clerk=badge, reason=reason)),
            done=self._revealed,
            failed=self._not_revealed,
        )

    @Slot(object)
    def _revealed(self, told: tuple[str, Revealed | None]) -> None:
        number, revealed = told
        if revealed is None:
            self.became.emit(State.REFUSED, say(Text.MB_GONE))
        elif self._open is not None and self._open.member.member == number and not self._session.locked:
            self._full = _InFull(revealed, self._till.time.now() + SHOWN_FOR)
            self._show()

    @Slot(Exception)
    def _not_revealed(self, error: Exception) -> None:
        is_busy = isinstance(error, HubUnreachable) and error.reason is Why.BUSY
        log.info("nothing is shown in full: %s", type(error).__name__)
        self.became.emit(State.REFUSED, say(Text.MB_REVEAL_BUSY if is_busy else Text.MB_REVEAL_SILENT))
        self.sounded.emit(State.REFUSED)

    def _hide(self) -> None:
        self._full = None

    # ------------------------------------------------------------------------------------------------ enrolling

    @Slot()
    def want_enrolment(self) -> None:
        self._hide()
        self._show()
        self.enrolling.emit()

    def why_not(self, draft: Draft) -> WhyNotEnrolled | None:
        return enrolment.why_not(self._till, draft, clerk=self._session.acting)

    def enrol(self, draft: Draft) -> bool:
        """Write it down; false where nothing was, and the clerk has heard why."""
        try:
            done = enrolment.enrol(self._till, draft, clerk=self._session.acting)
        except (DatabaseBusy, DiskFull) as error:
            log.warning("an enrolment was not written down: %s", error)
            self.became.emit(State.REFUSED, say(Text.NOT_SAVED))
            return False
        if done.word is Word.REFUSED:
            assert done.reason is not None, "a refusal has its reason"
            self.became.emit(State.REFUSED, say(WHY_NOT_ENROLLED[done.reason]))
            return False
        self.seek()
        self._enrolled = done.op_id
        self._note = waiting_note(self._till, done.op_id)
        self._show()
        self.sounded.emit(State.SAVED)
        self.became.emit(State.SAVED, self._note.title)
        self.acted.emit()
        return True

    def _hear_of_enrolment(self) -> None:
        became = enrolment.became(self._till, self._enrolled)
        found = members.open_member(self._till, became.member)
        if became.word is Word.SAVED or (became.word is Word.DONE and found is None):
            return  # the answer is there before the feed tells of them
        op_id, self._enrolled = self._enrolled, ""
        if became.word is Word.DONE:
            note = enrolled_note(self._till, op_id, was_known=became.was_known)
            if found is not None and self._note is not None and self._is_here:
                self._open_member(found)
            self.became.emit(State.DONE, note.title)
            self.sounded.emit(State.DONE)
        else:
            note = refused_note(became.reason)
            self.became.emit(State.REFUSED, note.title)
            self.sounded.emit(State.REFUSED)
        if self._note is not None:
            self._note = note

    # ------------------------------------------------------------------------------------------------- following

    @Slot()
    def refresh(self) -> None:
        """The feed has brought something, or an answer to an enrolment."""
        try:
            if self._enrolled:
                self._hear_of_enrolment()
            if self._open is not None:
                self._open = members.renewed(self._till, self._open)
            elif self._query and self._note is None:
                self._found = members.find(self._till, self._query)
        except DatabaseBusy as error:
            log.info("members are read anew later: %s", error)
        self._show()

    @Slot()
    def tick(self) -> None:
        """What is shown in full hides by itself, and says how long it stays."""
        if self._full is not None:
            self.show_until(self._full.until)

    def show_until(self, until: datetime) -> None:
        """What is shown in full may be seen until then, by this till's clock."""
        if self._full is not None:
            self._full = replace(self._full, until=until) if self._till.time.now() < until else None
            self._show()

    @Slot(bool)
    def show_online(self, online: bool) -> None:
        self._is_online = online
        self._show()

    @property
    def has_basket(self) -> bool:
        """Whether anybody begins baskets: a button that does nothing is not shown."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.basket_wanted))

    def _show(self) -> None:
        screen = self._screen()
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)

    def _screen(self) -> MembersScreen:
        part = self._part() if self._open is not None else None
        name = part.name if part else ""
        question = question_of(self._asking, name=name) if self._asking else None
        if part is not None:
            return MembersScreen(query=self._query, member=part, question=question)
        found = self._found
        hits = found.hits if found else ()
        can_ask = self._is_online and found is not None and members.is_exact(found) and not hits
        note = self._note or (None if hits else no_hits_note(found, is_online=self._is_online))
        return MembersScreen(
            query=self._query,
            hits=() if self._note else tuple(map(words.hit_row, hits)),
            hits_title=say(Text.MB_SEVERAL) if len(hits) > 1 else say(Text.MEMBERS),
            hits_hint=say(_hits_hint(found)),
            selected=self._selected,
            note=note,
            can_ask=can_ask,
            question=question,
        )

    def _part(self) -> MemberPart:
        assert self._open is not None, "a member is open"
        now = self._till.time.now()
        full = self._full
        return words.member_part(
            self._open,
            words.Around(
                now=now,
                branch_name=lambda number: branch_name(self._till, number),
                articles=articles.of_skus(self._till, [it.sku for it in self._open.member.suggestions]),
                orders=members.open_pickups(self._till, MemberCard(self._open.member.member)),
                in_full=words.InFull(full.revealed.name, full.revealed.phone, (full.until - now).total_seconds())
                if full
                else None,
                can_show=self._is_online,
                has_basket=self.has_basket,
            ),
        )


def _hits_hint(found: Found | None) -> Text:
    if found is not None and len(found.hits) == 1:
        return Text.MB_ENTER
    return Text.MB_MORE if found is not None and found.is_more else Text.MB_SEVERAL_WHY
