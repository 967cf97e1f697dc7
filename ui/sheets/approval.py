"""A manager's word for one act: badge, PIN and a reason, checked against what head office sent."""

import logging

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clerk_app.desk import approvals, sign_in
from clerk_app.desk.approvals import Approval, Doubt
from clerk_app.desk.sign_in import SignInRefusal
from clerk_app.domain.codes import ClerkBadge
from clerk_app.domain.rights import APPROVAL_GOOD_FOR
from clerk_app.domain.roles import APPROVERS, Clerk, may_approve
from clerk_app.till import Till
from ui.formats import span
from ui.language import language
from ui.messages import Text, say
from ui.sign_in.presenter import PIN_DIGITS, WHY_NOT_SIGNED_IN
from ui.theme import State
from ui.threads import run_in_background
from ui.widgets.chooser import CHOICES_MAX
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import label, restyle
from ui.widgets.pin_pad import PinPad
from ui.widgets.segmented import Choice, Segmented
from ui.widgets.sheet import Sheet
from ui.widgets.state_glyph import StateGlyph

log = logging.getLogger(__name__)

REASON_KEYS = ("F5", "F6", "F7")
REASONS = (Text.APPROVAL_REASON_SEEN, Text.APPROVAL_REASON_KNOWN, Text.APPROVAL_REASON_PHONED)


def ask_about_money(
    host: QWidget, till: Till, asked_by: Clerk, doubt: Doubt, what_for: str, *, note: Text
) -> "ApprovalSheet":
    """Open the question for a manager's word about a discount or a refund: agreed upon, rather than phoned for."""
    reasons = (Text.AP_SEEN, Text.APPROVAL_REASON_KNOWN, Text.AP_AGREED)
    sheet = ApprovalSheet(host, till, asked_by, doubt=doubt, what_for=what_for, reasons=reasons, note=note)
    sheet.open_sheet()
    return sheet


class ApprovalSheet(Sheet):
    """
    Signals:
        approved: the Approval; it holds for the one act that was asked about.
    """

    approved = Signal(Approval)

    def __init__(
        self,
        host: QWidget,
        till: Till,
        asked_by: Clerk,
        *,
        doubt: Doubt,
        what_for: str,
        reasons: tuple[Text, ...] = REASONS,
        note: Text = Text.APPROVAL_NOTE,
    ) -> None:
        super().__init__(host, icon="shield", title=say(Text.APPROVAL_TITLE), text=what_for, width_px=640)
        self._reasons, self._note = reasons, note
        self._till, self._asked_by, self._doubt = till, asked_by, doubt
        self._manager: Clerk | None = None
        self._tag = "en" if language().startswith("en") else "zh"
        self._left_s = int(APPROVAL_GOOD_FOR.total_seconds())
        staff = sign_in.staff(till, language=self._tag)
        self._managers = tuple(c for c in staff if c.role in APPROVERS and c.badge != asked_by.badge)[:CHOICES_MAX]
        self._who = Segmented()
        self._reason = Segmented()
        self._reason.display(
            tuple(Choice(text.name, say(text), key=key) for text, key in zip(reasons, REASON_KEYS, strict=True)),
            selected="",
        )
        self._pad = PinPad(length=PIN_DIGITS)
        self._pad.set_words(clear=say(Text.CLEAR), back=say(Text.DELETE_DIGIT))
        self._glyph, self._words = StateGlyph(size_px=20), label(wrap=True)
        self._lay_out_content()
        self._say(say(Text.APPROVAL_SCAN), None)
        self._pad.entered.connect(self._check)
        self._reason.chosen.connect(self._ask_pin)
        self._pad.setEnabled(False)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)
        self._timer.start()
        self._count_down()
        self.dismissed.connect(self.deleteLater)

    def _lay_out_content(self) -> None:
        if self._managers:
            choices = tuple(Choice(clerk.badge, clerk.name, icon="member") for clerk in self._managers[:4])
            self._who.display(choices, selected="")
            self._who.chosen.connect(self._choose)
        words = QHBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._glyph)
        words.addWidget(self._words, 1)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(words)
        column.addWidget(self._who)
        column.addWidget(label(say(Text.APPROVAL_WHY), bold=True))
        column.addWidget(self._reason)
        column.addWidget(self._pad)
        self.content.addLayout(column)
        self._who.setVisible(bool(self._managers))  # not before it lies in the sheet: it would be a window of its own
        decline = KeyButton(say(Text.APPROVAL_DECLINE), key="Escape")
        decline.clicked.connect(self._leave)
        self.add_words(label(say(self._note), size="caption", ink="ink-3"))
        self.add_button(decline)

    def scan(self, scanned: object) -> bool:
        """A badge that is scanned while the sheet is open; anything else is not for it."""
        if isinstance(scanned, ClerkBadge):
            self._choose(scanned.badge)
            return True
        return False

    @Slot(str)
    def _choose(self, badge: str) -> None:
        clerk = sign_in.clerk(self._till, badge, language=self._tag)
        if clerk is None:
            self._say(say(Text.BADGE_UNKNOWN), State.REFUSED)
        elif not may_approve(clerk, asked_by=self._asked_by.badge):
            self._say(say(Text.APPROVAL_NOT_MANAGER, name=clerk.name), State.REFUSED)
        else:
            self._manager = clerk
            self._ask_pin()

    @Slot()
    def _ask_pin(self) -> None:
        """The PIN is the last of what is asked: with it the manager has said yes."""
        if self._manager is None:
            return
        if not self._reason.selected:
            self._say(say(Text.APPROVAL_WHY_FIRST, name=self._manager.name), None)
            return
        self._say(say(Text.APPROVAL_PIN, name=self._manager.name), None)
        self._pad.setEnabled(True)
        self._pad.clear()
        self._pad.setFocus()

    @Slot(str)
    def _check(self, pin: str) -> None:
        manager, till = self._manager, self._till
        if manager is None:
            return
        self._pad.setEnabled(False)
        self._say(say(Text.CHECKING_PIN), State.UNKNOWN)
        reason = next(say(text) for text in self._reasons if text.name == self._reason.selected)
        run_in_background(
            lambda: approvals.approve(till, manager.badge, pin, doubt=self._doubt, reason=reason, language=self._tag),
            done=self._hear,
            failed=self._not_checked,
        )

    @Slot(object)
    def _hear(self, answer: Approval | SignInRefusal) -> None:
        if not self.is_open:
            return  # the till was locked meanwhile
        if isinstance(answer, Approval):
            self._leave()
            self.approved.emit(answer)
            return
        self._pad.setEnabled(True)
        self._pad.clear()
        self._pad.setFocus()
        now = self._till.time.now()
        if answer.wait_until is not None and answer.wait_until > now:
            left_s = (answer.wait_until - now).total_seconds()
            self._say(say(Text.PIN_WAIT, time=span(left_s)), State.ATTENTION)
        else:
            self._say(say(WHY_NOT_SIGNED_IN[answer.reason]), State.REFUSED)

    @Slot(Exception)
    def _not_checked(self, error: Exception) -> None:
        log.warning("a PIN was not checked: %s", error)
        self._pad.setEnabled(True)
        self._pad.clear()
        self._say(say(Text.NOT_SAVED), State.REFUSED)

    def _say(self, words: str, state: State | None) -> None:
        self._words.setText(words)
        self._glyph.display(state)
        self._glyph.setVisible(state is not None)
        restyle(self._words, ink=f"{state}-text" if state else "ink", bold=True)

    @Slot()
    def _count_down(self) -> None:
        self.set_corner(say(Text.LEFT, time=say(Text.SECONDS, seconds=self._left_s)))
        if self._left_s == 0:
            self._leave()
        self._left_s -= 1

    @Slot()
    def _leave(self) -> None:
        self._timer.stop()
        self.close_sheet()
        self.deleteLater()
