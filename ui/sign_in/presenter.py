"""Who signs in: a badge that was scanned, or a name that was picked, and the PIN that goes with it."""

import logging
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from clerk_app.desk import sign_in
from clerk_app.desk.sign_in import NotSignedIn, SignInRefusal
from clerk_app.domain.codes import ClerkBadge, Scanned, kind_of
from clerk_app.domain.roles import Clerk, may_approve
from clerk_app.till import Till
from ui.formats import clock_time, heading, join, span
from ui.language import language, name_of
from ui.messages import Text, say
from ui.pickup.words import KINDS
from ui.session import Session
from ui.staff import ROLES
from ui.theme import State
from ui.threads import run_in_background

log = logging.getLogger(__name__)

PIN_DIGITS = 6
TILES_MAX = 5  # the sixth is for another person
KEYS = ("F5", "F6", "F7", "F8", "F9", "F10")

WHY_NOT_SIGNED_IN = {
    NotSignedIn.UNKNOWN_BADGE: Text.BADGE_UNKNOWN,
    NotSignedIn.LEFT: Text.BADGE_NOT_ACTIVE,
    NotSignedIn.WRONG_PIN: Text.PIN_WRONG,
    NotSignedIn.WAIT: Text.PIN_WRONG,  # and the wait was over by the time it was told
    NotSignedIn.LOCKED_OUT: Text.PIN_LOCKED_OUT,
    NotSignedIn.STAFF_TOO_OLD: Text.STAFF_TOO_OLD,
    NotSignedIn.NOT_A_MANAGER: Text.UNLOCK_NOT_MANAGER,
}


@dataclass(frozen=True, slots=True)
class PersonTile:
    badge: str  # empty: another person, who types the badge
    name: str
    role: str
    key: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class SignInScreen:
    place: str = ""
    till: str = ""
    time: str = ""
    date: str = ""
    title: str = ""
    how: str = ""
    people: tuple[PersonTile, ...] = ()
    waiting_for_staff: bool = False
    typing_badge: bool = False
    chosen: str = ""  # the name above the PIN pad
    pin_hint: str = ""
    message: str = ""
    message_state: State | None = None
    can_type_pin: bool = False
    busy: bool = False
    attempt: int = 0  # a new one clears the digits
    locked: bool = False


class SignInPresenter(QObject):
    """
    Signals:
        changed: the view should now show this SignInScreen.
        signed_in: somebody stands at the till now.
        sounded: something to be heard.
    """

    changed = Signal(SignInScreen)
    signed_in = Signal()
    sounded = Signal(State)

    def __init__(self, till: Till, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till, self._session = till, session
        self._badge = ""
        self._typing_badge = False
        self._busy = False
        self._locked_out = ""  # whose badge a manager may let try again
        self._attempt = 0
        self._message: tuple[Text, dict[str, object]] | None = None
        self._message_state: State | None = None
        self._staff: tuple[Clerk, ...] = ()
        self.screen = SignInScreen()

    @Slot()
    def refresh(self) -> None:
        """Read the staff again and say everything again."""
        tag = "en" if language().startswith("en") else "zh"
        self._staff = sign_in.staff(self._till, language=tag)
        self._show()

    @Slot()
    def tick(self) -> None:
        """A second has passed: the clock on the screen goes on."""
        if self.screen.time != clock_time(self._till.time.now()):
            self._show()

    @Slot()
    def begin(self) -> None:
        """The till was locked or started: whoever was here last is offered first."""
        self._badge = self._session.clerk.badge if self._session.clerk else ""
        self._typing_badge, self._busy, self._message = False, False, None
        self._locked_out = ""
        self._attempt += 1
        self.refresh()

    @Slot(str)
    def choose(self, badge: str) -> None:
        """Somebody picked a name; an empty badge is another person. A manager who picks it twice wants to sign in."""
        self._go_to(badge)

    @Slot(object)
    def scan(self, scanned: Scanned) -> None:
        """Whatever was scanned while nobody is signed in: only a badge means something here."""
        if isinstance(scanned, ClerkBadge):
            self.choose_badge(scanned.badge)
            return
        self._say(Text.BADGE_NEEDED, State.REFUSED, kind=say(KINDS[kind_of(scanned)]))

    @Slot(str)
    def choose_badge(self, badge: str) -> None:
        known = next((clerk for clerk in self._staff if clerk.badge.casefold() == badge.strip().casefold()), None)
        if known is None:
            self._say(Text.BADGE_UNKNOWN, State.REFUSED)
            return
        self._go_to(known.badge)

    def _go_to(self, badge: str) -> None:
        if badge == self._badge:
            self._locked_out = ""
        self._badge, self._typing_badge = badge, not badge
        self._clear_attempt()

    @Slot(str)
    def enter_pin(self, pin: str) -> None:
        """Check the PIN; it takes a moment on purpose, so it happens in the background."""
        if not self._badge or self._busy:
            return
        self._busy, self._message = True, None
        self._show()
        till, badge = self._till, self._badge
        tag = "en" if language().startswith("en") else "zh"
        if self._unlocks(self._chosen()):
            locked_out = self._locked_out
            run_in_background(
                lambda: sign_in.let_try_again(till, locked_out, by=badge, pin=pin),
                done=self._hear_of_other,
                failed=self._not_checked,
            )
            return
        run_in_background(
            lambda: sign_in.check_pin(till, badge, pin, language=tag), done=self._hear, failed=self._not_checked
        )

    @Slot(object)
    def _hear(self, answer: Clerk | SignInRefusal) -> None:
        self._busy = False
        self._attempt += 1
        if isinstance(answer, Clerk):
            self._message, self._badge = None, ""
            self._show()
            self._session.sign_in(answer)
            self.signed_in.emit()
            return
        self._tell(answer)

    @Slot(object)
    def _hear_of_other(self, refusal: SignInRefusal | None) -> None:
        """Whether somebody who was locked out may try again; if so, it is their turn."""
        self._busy = False
        self._attempt += 1
        if refusal is not None:
            self._tell(refusal)
            return
        self._badge, self._locked_out = self._locked_out, ""
        other = self._chosen()
        self._say(Text.UNLOCK_DONE, State.DONE, name=other.name if other else "")

    def _tell(self, answer: SignInRefusal) -> None:
        now = self._till.time.now()
        if answer.reason is NotSignedIn.LOCKED_OUT and not self._locked_out:
            self._locked_out = self._badge
        if answer.wait_until is not None and answer.wait_until > now:
            left_s = (answer.wait_until - now).total_seconds()
            self._say(Text.PIN_WAIT, State.ATTENTION, time=span(max(1.0, left_s)))
        else:
            self._say(WHY_NOT_SIGNED_IN[answer.reason], State.REFUSED)

    @Slot(Exception)
    def _not_checked(self, error: Exception) -> None:
        """A try is counted on the disk, so that without it nobody can be let in."""
        log.warning("a PIN was not checked: %s", error)
        self._busy = False
        self._attempt += 1
        self._say(Text.NOT_SAVED, State.REFUSED)

    def _clear_attempt(self) -> None:
        self._attempt += 1
        self._message = None
        self._show()

    def _say(self, text: Text, state: State, **places: object) -> None:
        self._message, self._message_state = (text, places), state
        self.sounded.emit(state)
        self._show()

    def _show(self) -> None:
        self.screen = self._screen(self._till.time.now())
        self.changed.emit(self.screen)

    def _screen(self, now: datetime) -> SignInScreen:
        profile = self._till.profile
        chosen = self._chosen()
        locked = self._session.locked and self._session.clerk is not None
        message, places = self._message or (None, {})
        return SignInScreen(
            place=join(
                name_of(profile.chain_name_zh, profile.chain_name_en),
                name_of(profile.branch_name_zh, profile.branch_name_en),
            ),
            till=profile.till_name,
            time=clock_time(now),
            date=heading(now),
            title=say(Text.LOCKED if locked else Text.SCAN_BADGE),
            how=say(Text.LOCKED_KEPT if locked else Text.SCAN_BADGE_HOW),
            people=self._tiles(),
            waiting_for_staff=not self._staff,
            typing_badge=self._typing_badge,
            chosen=chosen.name if chosen else "",
            pin_hint=self._pin_hint(chosen),
            message=say(message, **places) if message else "",
            message_state=self._message_state if message else None,
            can_type_pin=chosen is not None and not self._busy,
            busy=self._busy,
            attempt=self._attempt,
            locked=locked,
        )

    def _chosen(self) -> Clerk | None:
        return next((clerk for clerk in self._staff if clerk.badge == self._badge), None)

    def _unlocks(self, chosen: Clerk | None) -> bool:
        """Whether the PIN that is typed next is a manager's who lets somebody else try again."""
        return bool(self._locked_out) and chosen is not None and may_approve(chosen, asked_by=self._locked_out)

    def _pin_hint(self, chosen: Clerk | None) -> str:
        if self._busy:
            return say(Text.CHECKING_PIN)
        if self._unlocks(chosen):
            other = next((clerk.name for clerk in self._staff if clerk.badge == self._locked_out), "")
            return say(Text.UNLOCK_PIN, name=other)
        return say(Text.TYPE_PIN if chosen else Text.CHOOSE_FIRST)

    def _tiles(self) -> tuple[PersonTile, ...]:
        """Whoever was here last comes first, then by badge; the last tile is for everybody else."""
        last = self._session.clerk.badge if self._session.clerk else ""
        staff = sorted(self._staff, key=lambda clerk: (clerk.badge != last, clerk.badge))[:TILES_MAX]
        shown = [
            PersonTile(clerk.badge, clerk.name, say(ROLES[clerk.role]), key, clerk.badge == self._badge)
            for clerk, key in zip(staff, KEYS, strict=False)
        ]
        if not self._staff:
            return ()
        other = PersonTile("", say(Text.SOMEBODY_ELSE), say(Text.TYPE_BADGE), KEYS[len(shown)], self._typing_badge)
        return (*shown, other)
